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

/** Says beside a field that is drawn already what is wrong with it, until it is used again. */
export function showError(input, text) {
  const whole = input.closest(".field");
  if (!whole || whole.classList.contains("invalid")) return;
  const error = h("p", { class: "error", id: `${input.id}-error`, role: "alert" }, icon("warning"), text);
  const described = input.getAttribute("aria-describedby");
  whole.classList.add("invalid");
  whole.append(error);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", [described, error.id].filter(Boolean).join(" "));
  const forget = () => {
    error.remove();
    whole.classList.remove("invalid");
    input.removeAttribute("aria-invalid");
    if (described) input.setAttribute("aria-describedby", described);
    else input.removeAttribute("aria-describedby");
  };
  for (const event of ["input", "change", "chosen"]) input.addEventListener(event, forget, { once: true });
}
