// Request and response bodies made readable: JSON indented and coloured, forms one field a line.

import { h } from "./dom.js";

export function bodyElement(label, text) {
  if (!text) return h("p", { class: "no-body" }, `${label}: empty`);
  return h(
    "div",
    { class: "body" },
    h("p", { class: "body-label" }, label),
    h("pre", { tabindex: 0 }, coloured(readable(text))),
  );
}

/** JSON and forms laid out over lines; anything else, such as an event stream, as it is. */
export function readable(text) {
  return jsonText(text) ?? formText(text) ?? text;
}

function jsonText(text) {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}

function formText(text) {
  if (!/^[\w.%+[\]-]+=[^\s]*$/.test(text)) return null;
  return [...new URLSearchParams(text)]
    .map(([name, value]) => `${name}: ${jsonText(value) ?? value}`)
    .join("\n");
}

const JSON_PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g;

function coloured(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(JSON_PARTS)) {
    nodes.push(text.slice(end, match.index));
    const [whole, string, colon] = match;
    const kind = colon ? "key" : string ? "string" : "constant";
    nodes.push(h("span", { class: `json-${kind}` }, whole));
    end = match.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}
