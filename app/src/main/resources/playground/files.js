// Files in messages: pictures and films are shown, anything else is named.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const FILMS = new Set(["video/mp4", "video/webm"]);

/**
 * @param file `{address, mediaType, name?, description?, size?}`: the address is on this page's server, the name is
 *   shown, the description is for those who cannot see
 */
export function fileElement(file) {
  if (PICTURES.has(file.mediaType)) return figure(file, picture(file));
  if (FILMS.has(file.mediaType)) return figure(file, film(file));
  return chip(file);
}

function figure(file, content) {
  return h("figure", { class: "file-figure" }, content, file.name && h("figcaption", {}, file.name));
}

/** Opens in full by a click. */
function picture({ address, name, description }) {
  const props = { href: address, target: "_blank", rel: "noopener noreferrer", title: "Open in full" };
  return h("a", props, h("img", { src: address, alt: description || name || "Picture" }));
}

function film({ address, name, description }) {
  const props = { src: address, controls: true, preload: "metadata", "aria-label": description || name || "Film" };
  return h("video", props);
}

function chip({ address, name, size }) {
  return h(
    "a",
    { class: "file-chip", href: address, download: name },
    icon("file"),
    h("span", {}, name),
    size && h("span", { class: "file-size" }, readableSize(size)),
  );
}

function readableSize(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${(bytes / 1000 ** power).toPrecision(3)} ${units[power - 1]}`;
}
