// The inputs of an Adaptive Card, in a dialog or in a message.

import { h } from "./dom.js";
import { combobox, filtered } from "./combobox.js";
import { field, showError } from "./field.js";

export function inputElement(item, context) {
  return field({
    id: item.id,
    label: item.label ?? item.title ?? item.placeholder ?? item.id,
    required: item.isRequired === true,
    requiredMessage: item.errorMessage,
    error: context.errors?.[item.id],
    control: (props) => control(item, props),
  });
}

const TYPES = { "Input.Number": "number", "Input.Date": "date", "Input.Time": "time", "Input.Text": "text" };

function control(item, props) {
  if (item.type === "Input.ChoiceSet")
    return item.style === "filtered" && !item.isMultiSelect ? search(item, props) : choices(item, props);
  if (item.type === "Input.Toggle") return toggle(item, props);
  const common = {
    ...props,
    placeholder: item.placeholder,
    maxlength: item.maxLength,
    min: item.min,
    max: item.max,
  };
  if (item.isMultiline) return h("textarea", { ...common, rows: 5 }, item.value ?? "");
  return h("input", { ...common, type: TYPES[item.type], value: item.value });
}

/** Teams filters the entries that the card has. */
function search(item, props) {
  const entries = (item.choices ?? []).map(({ title, value }) => ({ value, label: title }));
  return combobox({
    props,
    placeholder: item.placeholder,
    initial: entries.find(({ value }) => value === item.value),
    find: async (typed) => filtered(entries, typed),
  });
}

function choices(item, props) {
  const chosen = String(item.value ?? "").split(",");
  const options = (item.choices ?? []).map(({ title, value }) =>
    h("option", { value, selected: chosen.includes(value) }, title),
  );
  const empty =
    item.isMultiSelect || item.value ? null : h("option", { value: "" }, item.placeholder ?? "Choose…");
  return h("select", { ...props, multiple: item.isMultiSelect === true }, empty, options);
}

function toggle(item, props) {
  const on = item.valueOn ?? "true";
  return h("input", {
    ...props,
    type: "checkbox",
    checked: item.value === on,
    "data-on": on,
    "data-off": item.valueOff ?? "false",
  });
}

/** What stands in the inputs within an element, by their ids; several choices are joined by commas. */
export function inputValues(root) {
  const values = {};
  for (const input of root?.querySelectorAll("[data-input]") ?? []) {
    values[input.dataset.input] = valueOf(input);
  }
  return values;
}

/** Says beside each required input that is empty that it is. Whether there was none. */
export function isComplete(root) {
  const empty = [...(root?.querySelectorAll("[data-input][required]") ?? [])].filter((it) => !valueOf(it));
  for (const input of empty) showError(input, input.dataset.requiredMessage ?? "Please fill this in.");
  empty[0]?.focus();
  return empty.length === 0;
}

function valueOf(input) {
  if (input.role === "combobox") return input.dataset.value;
  if (input.type === "checkbox") return input.checked ? input.dataset.on : input.dataset.off;
  if (input.multiple) return [...input.selectedOptions].map((option) => option.value).join(",");
  return input.value;
}
