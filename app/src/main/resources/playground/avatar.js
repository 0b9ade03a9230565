// Round or square faces: initials on a colour of their own, and the helm for the bot.

import { h } from "./dom.js";

/** The helm, kept beside the modules. */
export const LOGO = new URL("logo.svg", import.meta.url).href;

const COLOURS = 6;

export function avatar(author, people, size = "") {
  if (author.bot)
    return h(
      "span",
      { class: `avatar bot ${size}`, "aria-hidden": "true" },
      h("img", { src: LOGO, alt: "" }),
    );
  const place = Math.max(
    0,
    people.findIndex(({ id }) => id === author.id),
  );
  const initials = author.name
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join("");
  return h(
    "span",
    { class: `avatar colour-${place % COLOURS} ${size}`, "aria-hidden": "true" },
    initials.toUpperCase(),
  );
}
