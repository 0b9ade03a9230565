// The dialog that shows the form a person has open: a Slack modal or a Teams dialog.

import { ApiError, dismiss, submit } from "./api.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { messageContext } from "./message-context.js";
import { change, selection, state } from "./state.js";
import { slackFormFields, slackFormFrame } from "./slack-view.js";
import { inputValues } from "./teams-inputs.js";
import { adaptiveCard } from "./teams-render.js";

/** The form on the screen: `{platform, id}` and what was drawn of it. */
let shown = null;
let failure = null;
let localErrors = {};

const KINDS = {
  slack: { frame: slackFormFrame, fields: slackFormFields },
  teams: {
    frame: (task) => ({ title: task.title ?? "", submit: null, cancel: null }),
    fields: (task, context) => [adaptiveCard(task.card?.content ?? task.card ?? {}, context)],
  },
};

export function wireForms() {
  const dialog = byId("form");
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
}

/** Shows, updates or closes the dialog as the state says. */
export function showForms() {
  const dialog = byId("form");
  const open = openForm();
  if (!open) {
    if (dialog.open) leave(dialog);
    shown = null;
    return;
  }
  const { service, form } = open;
  const isNew = shown?.id !== form.id || shown.platform !== service.id;
  if (isNew) reset();
  const signature = JSON.stringify([service.id, form, localErrors, failure]);
  if (!isNew && shown.signature === signature) return;
  draw(dialog, service, form, isNew);
  shown = { platform: service.id, id: form.id, signature, dialog };
  if (!dialog.open) dialog.showModal();
  focusField(dialog, isNew);
}

function reset() {
  failure = null;
  localErrors = {};
}

function openForm() {
  for (const service of state.server?.platforms ?? []) {
    const { person } = selection(service);
    const form = service.forms?.findLast((candidate) => candidate.person === person.id);
    if (form) return { service, form };
  }
  return null;
}

function draw(dialog, service, form, isNew) {
  const kind = KINDS[service.id];
  const errors = { ...form.errors, ...localErrors };
  const frame = kind.frame(form.wire);
  const typed = isNew ? {} : inputValues(dialog);
  let hasSubmit = frame.submit !== null;
  const context = {
    ...messageContext(service),
    errors,
    submitButton: (action, props, label) => {
      const main = !hasSubmit;
      hasSubmit = true;
      return h("button", { ...props, class: "button primary", type: "submit", "data-testid": main ? "form-submit" : null }, label);
    },
  };
  const fields = kind.fields(form.wire, context);
  const stray = Object.entries(errors).filter(([id]) => !fields.flat(Infinity).some((node) => node.querySelector?.(`[data-input="${CSS.escape(id)}"]`)));
  const messages = [...stray.map(([, text]) => text), failure].filter(Boolean);
  dialog.className = `form form-${service.id}`;
  dialog.replaceChildren(
    h(
      "form",
      { novalidate: true, onsubmit: (event) => send(event, service, form) },
      h("header", {}, h("h2", { id: "form-title" }, frame.title), closeButton()),
      h("div", { class: "form-body" }, messages.length > 0 && h("p", { class: "error", role: "alert" }, icon("warning"), messages.join(" ")), fields),
      h("footer", {}, footer(frame, hasSubmit)),
    ),
  );
  for (const input of dialog.querySelectorAll("[data-input]")) {
    if (input.dataset.input in typed && input.type !== "checkbox") input.value = typed[input.dataset.input];
  }
}

function closeButton() {
  return h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: close }, icon("close"));
}

function footer(frame, hasSubmit) {
  const own = frame.submit ?? (hasSubmit ? null : "Submit");
  return [
    frame.cancel && h("button", { type: "button", class: "button", onclick: close }, frame.cancel),
    own && h("button", { type: "submit", class: "button primary", "data-testid": "form-submit" }, own),
  ];
}

function focusField(dialog, isNew) {
  const invalid = dialog.querySelector("[aria-invalid]");
  const first = dialog.querySelector("[data-input]");
  const target = invalid ?? (isNew || !dialog.contains(document.activeElement) ? first : null);
  target?.focus();
}

async function send(event, service, form) {
  event.preventDefault();
  const dialog = event.target;
  localErrors = missing(dialog);
  failure = null;
  if (Object.keys(localErrors).length > 0) return change({});
  const { person } = selection(service);
  dialog.setAttribute("aria-busy", "true");
  try {
    const answer = await submit({ platform: service.id, person: person.id, form: form.id, values: inputValues(dialog) });
    localErrors = answer.errors ?? {};
  } catch (error) {
    failure = sentence(error);
  }
  dialog.removeAttribute("aria-busy");
  change({});
}

/** The platforms' clients ask for required fields themselves. */
function missing(form) {
  const empty = [...form.querySelectorAll("[data-input][required]")].filter((input) => !input.value);
  return Object.fromEntries(empty.map((input) => [input.dataset.input, input.dataset.requiredMessage ?? "Please fill this in."]));
}

async function close() {
  if (!shown) return;
  const service = state.server.platforms.find(({ id }) => id === shown.platform);
  try {
    await dismiss({ platform: shown.platform, person: selection(service).person.id, form: shown.id });
  } catch (error) {
    failure = sentence(error);
    change({});
  }
}

function sentence(error) {
  if (error instanceof ApiError) return error.message;
  throw error;
}

/** Closing gives the focus back to the button that opened the form, also when its card was drawn anew. */
function leave(dialog) {
  dialog.close();
  if (document.activeElement !== document.body || !state.opener) return;
  const { message, focusKey } = state.opener;
  const article = document.querySelector(`[data-testid="${CSS.escape(message)}"]`);
  (article?.querySelector(`[data-focus-key="${CSS.escape(focusKey)}"]`) ?? article)?.focus();
}
