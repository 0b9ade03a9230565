// Small line icons, drawn on a 24-unit grid in the colour of the text around them.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4",
  hash: "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16",
  group:
    "M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11Zm-6 8c.4-3.4 2.8-5 6-5s5.6 1.6 6 5M16 5a3 3 0 0 1 0 5.8M18 14.4c1.8.7 2.8 2.3 3 4.6",
  direct: "M4 5h16v11H10l-4.5 4V16H4V5Z",
  outward: "M8 16 17 7M10 7h7v7",
  close: "M6 6l12 12M18 6 6 18",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  traffic: "M4 8h13l-3.5-3.5M20 16H7l3.5 3.5",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-2.6-11.2c.2-1.5 1.2-2.3 2.7-2.3s2.6.9 2.6 2.3c0 2-2.6 2-2.6 4M12 16.8v.2",
  edit: "M5 19l1-4L16.5 4.5l3 3L9 18l-4 1Z",
  again: "M5 12a7 7 0 0 1 12-4.9L19.5 9.5M19.5 4.5v5h-5M19 12a7 7 0 0 1-12 4.9L4.5 14.5M4.5 19.5v-5h5",
  down: "M12 5v14m-6-6 6 6 6-6",
  hourglass: "M7 3.5h10M7 20.5h10M8 3.5c0 5 4 5.5 4 8.5s-4 3.5-4 8.5M16 3.5c0 5-4 5.5-4 8.5s4 3.5 4 8.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M7 7l10 10M17 7 7 17",
  stop: "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5ZM8.5 12h7",
  pause: "M9 5.5v13M15 5.5v13",
  hand: "M6.5 12.5V7.8a1.4 1.4 0 0 1 2.8 0V11 5.4a1.4 1.4 0 0 1 2.8 0V11 6.2a1.4 1.4 0 0 1 2.8 0v5.3-2.8a1.4 1.4 0 0 1 2.8 0v5.8a6 6 0 0 1-6 6c-2.5 0-3.8-1-5-3l-2.5-4.2a1.4 1.4 0 0 1 2.3-1.6Z",
  warning: "M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.2",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  lock: "M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
  clip: "M8 12.5 14.5 6a3 3 0 0 1 4.3 4.3l-8.4 8.4a5 5 0 0 1-7.1-7.1L11 4",
  file: "M6 3.5h8l4.5 4.5v12.5H6v-17Zm8 0V8h4.5",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.8 14.2a4 4 0 0 0 6.4 0M9 9.6v.2M15 9.6v.2",
  thumb: "M7.5 11v8.5H4V11h3.5Zm0 0 4-7.5c1.6 0 2.5 1 2.3 2.6L13.4 9h4.9c1.2 0 2 1 1.7 2.2l-1.6 6.6c-.3 1-1 1.7-2.1 1.7H7.5",
  heart: "M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20Z",
  quote: "M9 8 5 12l4 4M5.5 12H14a5 5 0 0 1 5 5v1",
  more: "M6 12v.1M12 12v.1M18 12v.1",
  chevron: "M9 5.5 15.5 12 9 18.5",
};

/** A decorative icon; the text next to it carries the meaning. */
export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon ${className}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
