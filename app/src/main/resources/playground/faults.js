// The dialog that makes things go wrong at the stand-in for Cursor.

import { addScenario, ApiError, clearFaults, faultChoices } from "./api.js";
import { byId, h } from "./dom.js";
import { faultForm } from "./fault-form.js";
import { activeFaults, updateFaultList } from "./fault-list.js";
import { icon } from "./icons.js";

let problem = null;

export function wireFaults(button) {
  const dialog = byId("faults");
  button.prepend(icon("warning"));
  button.append(h("span", { class: "count", id: "fault-count", hidden: true }));
  button.addEventListener("click", () => open(dialog));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

async function open(dialog) {
  if (!dialog.firstElementChild) {
    let choices;
    try {
      choices = await faultChoices();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return; // the banner says that the connection is lost
    }
    draw(dialog, choices);
  }
  updateFaults();
  dialog.showModal();
}

function draw(dialog, choices) {
  problem = h("p", { class: "error", role: "alert", hidden: true });
  const close = { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => dialog.close() };
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "faults-title" }, "Let Cursor fail"), h("button", close, icon("close"))),
    h(
      "div",
      { class: "form-body" },
      h("p", { class: "hint" }, "See what people are told when Cursor has a bad day. Only calls from now on are hit."),
      problem,
      h("h3", {}, "In one click"),
      h("ul", { class: "scenarios" }, choices.scenarios.map(scenario)),
      h("h3", {}, "One by one"),
      faultForm(choices, attempt),
      activeSection(),
    ),
  );
}

function scenario({ id, title, about }) {
  const props = {
    type: "button",
    class: "scenario",
    "data-testid": `scenario-${id}`,
    onclick: () => attempt(() => addScenario(id)),
  };
  return h("li", {}, h("button", props, h("strong", {}, title), h("span", {}, about)));
}

function activeSection() {
  const clear = {
    type: "button",
    class: "button small",
    id: "clear-faults",
    "data-testid": "clear-faults",
    onclick: () => attempt(clearFaults),
  };
  return h(
    "section",
    { class: "active-faults", "aria-labelledby": "active-title" },
    h("div", { class: "active-head" }, h("h3", { id: "active-title" }, "Going wrong now"), h("button", clear, "Clear all")),
    h("p", { class: "no-faults", id: "no-faults" }, "Nothing. Everything works."),
    h("p", { class: "visually-hidden", id: "fault-status", role: "status" }),
    h("ul", { class: "fault-list", id: "fault-list", "data-testid": "fault-list", tabindex: "-1" }),
  );
}

/** Does something at the server and says why it could not be done. */
async function attempt(act) {
  problem.hidden = true;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    problem.replaceChildren(icon("warning"), error.message);
    problem.hidden = false;
  }
}

export function updateFaults() {
  const faults = activeFaults();
  const count = byId("fault-count");
  count.hidden = faults.length === 0;
  count.textContent = String(faults.length);
  byId("faults-button").setAttribute(
    "aria-label",
    faults.length === 0 ? "Let Cursor fail" : `Let Cursor fail: ${faults.length} active`,
  );
  if (byId("faults").firstElementChild) updateFaultList(faults, attempt);
}
