// What the renderers need to know besides the wire: who looks, names, and how to press a button.

import { ApiError, press } from "./api.js";
import { announce } from "./announce.js";
import { h } from "./dom.js";
import { rawJson } from "./fallback.js";
import { change, noteKey, selection, state } from "./state.js";

/** @param message absent in forms, which have no buttons of their own to press */
export function messageContext(service, message) {
  const { person, channel } = selection(service);
  const authors = service.messages.map(({ author }) => author);
  const names = new Map([...authors, ...service.people, service.bot].map(({ id, name }) => [id, name]));
  const target = message && {
    platform: service.id,
    person: person.id,
    channel: message.channel,
    message: message.id,
  };
  return {
    person,
    channel,
    bot: service.bot,
    personName: (id) => names.get(id),
    channelName: (id) => service.channels.find((candidate) => candidate.id === id)?.name ?? id,
    atTag: (tag, wholeOnly) => (wholeOnly ? null : tag),
    pressButton: (key, action, props, label) =>
      target ? pressButton(target, key, action, props, label) : rawJson("a button in a form", action),
    // A link opens whatever becomes of the press, so a failure is only worth a note.
    pressLink: (action) => sendPress(target, action),
  };
}

/** @param action the action, or a function that makes it from the button at the moment of the press */
function pressButton(target, key, action, props, label) {
  const pressKey = `${target.platform} ${target.channel} ${target.message} ${key}`;
  const opener = { ...target, focusKey: props.dataset.focusKey };
  const onclick = async (event) => {
    if (state.pressing.has(pressKey)) return;
    const sent = typeof action === "function" ? action(event.currentTarget) : action;
    state.pressing.add(pressKey);
    showBusy(pressKey);
    change({ opener });
    await sendPress(target, sent);
    state.pressing.delete(pressKey);
    showBusy(pressKey);
  };
  const dataset = { ...props.dataset, pressKey };
  const busy = state.pressing.has(pressKey) ? "true" : null;
  return h("button", { type: "button", ...props, dataset, "aria-busy": busy, onclick }, label);
}

/** Busy, but still focusable: a disabled button would drop the focus. The card may be drawn anew meanwhile. */
function showBusy(pressKey) {
  for (const button of document.querySelectorAll(`[data-press-key="${CSS.escape(pressKey)}"]`)) {
    if (state.pressing.has(pressKey)) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

async function sendPress(target, action) {
  const key = noteKey(target.platform, target.channel, target.message, target.person);
  try {
    const { note } = await press({ ...target, action });
    setNote(key, note ? { text: note, failed: false } : null);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    setNote(key, { text: error.message, failed: true });
  }
}

/** Shows a note under a message, or removes it when `note` is null. */
export function setNote(key, note) {
  const { [key]: old, ...others } = state.notes;
  if (!old && !note) return;
  change({ notes: note ? { ...others, [key]: note } : others });
  if (note) announce(note.text);
}
