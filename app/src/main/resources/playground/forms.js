// Opening, sending and closing the form that a person has in front of them.

import { announce } from "./announce.js";
import { ApiError, dismiss, submit } from "./api.js";
import { byId } from "./dom.js";
import { drawForm } from "./form-dialog.js";
import { setNote } from "./message-context.js";
import { change, noteKey, selection, state } from "./state.js";
import { inputValues } from "./teams-inputs.js";

/** The form on the screen: `{platform, id}` and the signature of what was drawn. */
let shown = null;
let failure = null;
let localErrors = {};

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
  drawForm(dialog, {
    service,
    form,
    errors: { ...form.errors, ...localErrors },
    failure,
    typed: isNew ? {} : inputValues(dialog),
    onSubmit: (event) => send(event, service, form),
    onClose: close,
  });
  shown = { platform: service.id, id: form.id, signature };
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
    const answer = await submit({
      platform: service.id,
      person: person.id,
      form: form.id,
      values: inputValues(dialog),
    });
    localErrors = answer.errors ?? {};
    if (answer.note) showNote(service, answer.note);
  } catch (error) {
    failure = sentence(error);
  }
  dialog.removeAttribute("aria-busy");
  change({});
}

/** What the bot says to a form stands where the form came from. */
function showNote(service, text) {
  const { opener } = state;
  if (opener?.platform !== service.id) return announce(text);
  setNote(noteKey(opener.platform, opener.channel, opener.message, opener.person), { text, failed: false });
}

/** The platforms' clients ask for required fields themselves. */
function missing(form) {
  const empty = [...form.querySelectorAll("[data-input][required]")].filter(
    (input) => !(input.role === "combobox" ? input.dataset.value : input.value),
  );
  return Object.fromEntries(
    empty.map((input) => [input.dataset.input, input.dataset.requiredMessage ?? "Please fill this in."]),
  );
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
  const focused = document.activeElement;
  // A browser notices only later that what has the focus is not there any more.
  if (!state.opener || (focused !== document.body && !dialog.contains(focused))) return;
  const { platform, message, focusKey, isHome } = state.opener;
  const place = isHome ? "home" : `message-${message}`;
  const article = byId(platform).querySelector(`[data-testid="${CSS.escape(place)}"]`);
  (article?.querySelector(`[data-focus-key="${CSS.escape(focusKey)}"]`) ?? article)?.focus();
}
