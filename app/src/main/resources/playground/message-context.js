// What the renderers need to know besides the wire: who looks, names, and how to press a button.

import { ApiError, press, pressHome, search } from "./api.js";
import { announce } from "./announce.js";
import { h } from "./dom.js";
import { rawJson } from "./fallback.js";
import { change, noteKey, selection, state } from "./state.js";

export function messageContext(service, message) {
  const { person } = selection(service);
  return context(service, {
    platform: service.id,
    person: person.id,
    channel: message.channel,
    message: message.id,
    send: press,
  });
}

/** Forms have no buttons of their own to press. */
export function formContext(service, form) {
  const { person } = selection(service);
  return context(service, { platform: service.id, person: person.id, form: form.id });
}

/** The bot's own page. Its notes have the page's own place. */
export function homeContext(service) {
  const { person } = selection(service);
  return context(service, {
    platform: service.id,
    person: person.id,
    channel: "home",
    message: "home",
    isHome: true,
    send: pressHome,
  });
}

/** @param target where it is; `send` presses there, and is absent where nothing can be pressed */
function context(service, target) {
  const { person, channel } = selection(service);
  const authors = service.messages.map(({ author }) => author);
  const names = new Map([...authors, ...service.people, service.bot].map(({ id, name }) => [id, name]));
  return {
    person,
    channel,
    bot: service.bot,
    personName: (id) => names.get(id),
    channelName: (id) => service.channels.find((candidate) => candidate.id === id)?.name ?? id,
    atTag: (tag, wholeOnly) => (wholeOnly ? null : tag),
    pressButton: (key, action, props, label) =>
      target.send ? pressButton(target, key, action, props, label) : rawJson("a button in a form", action),
    // A link opens whatever becomes of the press, so a failure is only worth a note.
    pressLink: (action) => sendPress(target, action),
    press: (action) => sendPress(target, action),
    pressEntry: (action, focusKey) => {
      change({ opener: { ...target, focusKey } });
      return sendPress(target, action);
    },
    menuKey: (key) => `${target.platform} ${target.channel} ${target.message} ${key}`,
    search: (element, typed) => search({ ...surface(target), element, typed }),
  };
}

function surface({ platform, person, channel, message, form, isHome }) {
  if (isHome) return { platform, person };
  return form ? { platform, person, form } : { platform, person, channel, message };
}

/**
 * @param action the action, or a function that makes it from the button at the moment of the press; null when
 *   there is something to put right first
 */
function pressButton(target, key, action, props, label) {
  const pressKey = `${target.platform} ${target.channel} ${target.message} ${key}`;
  const opener = { ...target, focusKey: props.dataset.focusKey };
  const onclick = async (event) => {
    if (state.pressing.has(pressKey)) return;
    const sent = typeof action === "function" ? action(event.currentTarget) : action;
    if (!sent) return;
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
    const { note } = await target.send({ ...surface(target), action });
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
