// A labelled form field with its hint and its error, as both platforms' forms use it.

import { h } from "./dom.js";
import { icon } from "./icons.js";

let fields = 0;

/**
 * @param id the input's id on the wire; the control carries it as `data-input`
 * @param control makes the control from the attributes that tie it to its label, hint and error
 */
export function field({ id, label, hint, required, requiredMessage, error, control }) {
  const name = `field-${++fields}`;
  const hintId = `${name}-hint`;
  const errorId = `${name}-error`;
  const described = [hint && hintId, error && errorId].filter(Boolean).join(" ");
  const input = control({
    id: name,
    "data-input": id,
    "data-focus-key": `input ${id}`,
    "aria-describedby": described || null,
    "aria-invalid": error ? "true" : null,
    required,
    "data-required-message": requiredMessage,
  });
  const optional = required ? null : h("span", { class: "optional" }, " (optional)");
  return h(
    "div",
    { class: `field${error ? " invalid" : ""}` },
    h("label", { for: name }, label, optional),
    input,
    hint && h("p", { class: "hint", id: hintId }, hint),
    error && h("p", { class: "error", id: errorId }, icon("warning"), error),
  );
}
