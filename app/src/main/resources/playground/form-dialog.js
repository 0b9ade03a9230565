// Draws a form into its dialog: a Slack modal or a Teams dialog.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { formContext } from "./message-context.js";
import { slackFormFields, slackFormFrame } from "./slack-view.js";
import { adaptiveCard } from "./teams-render.js";

const KINDS = {
  slack: { frame: slackFormFrame, fields: slackFormFields },
  teams: {
    frame: (task) => ({ title: task.title ?? "", submit: null, cancel: null }),
    fields: (task, context) => [adaptiveCard(task.card?.content ?? task.card ?? {}, context)],
  },
};

/**
 * @param errors by input id
 * @param failure why the form could not be sent; null when nothing went wrong
 * @param typed what stood in the inputs before, by id
 */
export function drawForm(dialog, { service, form, errors, failure, typed, onSubmit, onClose }) {
  const kind = KINDS[service.id];
  const frame = kind.frame(form.wire);
  const submit = submitButtons(frame.submit !== null);
  const fields = kind.fields(form.wire, {
    ...formContext(service, form),
    errors,
    submitButton: submit.button,
  });
  const own = frame.submit ?? (submit.found() ? null : "Submit");
  dialog.className = `form form-${service.id}`;
  dialog.replaceChildren(
    h(
      "form",
      { novalidate: true, onsubmit: onSubmit },
      h("header", {}, h("h2", { id: "form-title" }, frame.title), closeButton(onClose)),
      h("div", { class: "form-body" }, problems(errors, failure, fields), fields),
      h(
        "footer",
        {},
        frame.cancel && h("button", { type: "button", class: "button", onclick: onClose }, frame.cancel),
        own && h("button", { type: "submit", class: "button primary", "data-testid": "form-submit" }, own),
      ),
    ),
  );
  for (const input of dialog.querySelectorAll("[data-input]:not([type=checkbox])")) {
    if (!(input.dataset.input in typed)) continue;
    const value = typed[input.dataset.input];
    if (input.role === "combobox") input.dispatchEvent(new CustomEvent("restore", { detail: value }));
    else input.value = value;
  }
}

/** A card brings its own submit buttons; the first is the form's. */
function submitButtons(alreadyFound) {
  let found = alreadyFound;
  const button = (action, props, label) => {
    const testId = found ? null : "form-submit";
    found = true;
    return h("button", { ...props, class: "button primary", type: "submit", "data-testid": testId }, label);
  };
  return { button, found: () => found };
}

/** What went wrong beside the fields that are shown. */
function problems(errors, failure, fields) {
  const shown = new Set(
    fields.flatMap((node) => [...node.querySelectorAll("[data-input]")]).map((input) => input.dataset.input),
  );
  const stray = Object.entries(errors).filter(([id]) => !shown.has(id));
  const messages = [...stray.map(([, text]) => text), failure].filter(Boolean);
  if (messages.length === 0) return null;
  return h("p", { class: "error", role: "alert" }, icon("warning"), messages.join(" "));
}

function closeButton(onClose) {
  const props = { type: "button", class: "icon-button", "aria-label": "Close", onclick: onClose };
  return h("button", props, icon("close"));
}
