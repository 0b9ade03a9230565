// Choosing one fault: in which call, what, when.

import { addFault } from "./api.js";
import { h } from "./dom.js";

const ANY = { id: "any", label: "Any call" };

/** @param attempt does something at the server and shows why it failed */
export function faultForm({ calls, faults, times }, attempt) {
  const call = select("fault-call", [ANY, ...calls]);
  const fault = select("fault-kind", []);
  const time = select("fault-time", times);
  const offer = () => {
    const kept = fault.value;
    const possible = faults.filter((it) => call.value === ANY.id || it.calls.includes(call.value));
    fault.replaceChildren(...possible.map(option));
    if (possible.some(({ id }) => id === kept)) fault.value = kept;
  };
  call.addEventListener("change", offer);
  offer();
  const submit = (event) => {
    event.preventDefault();
    attempt(() => addFault({ call: call.value, fault: fault.value, time: time.value }));
  };
  return h(
    "form",
    { class: "fault-form", onsubmit: submit },
    field("Call", call),
    field("What goes wrong", fault),
    field("When", time),
    h("button", { type: "submit", class: "button primary", "data-testid": "add-fault" }, "Add"),
  );
}

function select(id, choices) {
  return h("select", { id, "data-testid": id }, choices.map(option));
}

function option({ id, label }) {
  return h("option", { value: id }, label);
}

function field(label, control) {
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}
