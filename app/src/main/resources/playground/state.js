// What the page knows: the services' state as the server tells it, and this viewer's own choices.

const REMEMBERED = ["view", "tab", "trafficOpen", "chosen"];
const STORAGE_KEY = "tiller.playground";

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}

const LONGEST_PRESS_MILLIS = 30_000;

const listeners = new Set();

/** The one state. Read it anywhere, change it with `change`. */
export const state = {
  /** The server's last state; null before the first. */
  server: null,
  connected: true,
  /** On wide screens: `both`, `slack` or `teams`. */
  view: "both",
  /** On narrow ones: `slack`, `teams` or `traffic`. */
  tab: "slack",
  trafficOpen: window.matchMedia("(min-width: 1360px)").matches,
  /** By platform: `{person, channel}`. */
  chosen: {},
  /** By `noteKey`: what the bot told one person after a click, `{text, failed}`. */
  notes: {},
  /** Keys of the buttons whose press is on its way. */
  pressing: new Set(),
  /** The button that was pressed last, which a form may come from; null before the first. */
  opener: null,
  /** The message being edited: `{platform, id}`, or null. */
  editing: null,
  /** The message about to be quoted: `{platform, channel, id}`, or null. */
  quoting: null,
  /** By platform and channel: how many messages the viewer has seen there. */
  seen: {},
  ...remembered(),
};

let scheduled = false;
let pressed = false;
let patience = null;
const held = [];

/** Nothing is redrawn under a pressed pointer, so that a click ends on what it began on. */
function watchPointer() {
  window.addEventListener(
    "pointerdown",
    (event) => {
      pressed = event.button === 0;
      // Whatever becomes of the press, the page goes on.
      clearTimeout(patience);
      patience = setTimeout(release, LONGEST_PRESS_MILLIS);
    },
    true,
  );
  for (const end of ["pointerup", "pointercancel", "contextmenu"]) {
    window.addEventListener(end, () => setTimeout(release), true);
  }
  // A press whose end was not told here is over when the pointer moves without it.
  window.addEventListener("pointermove", (event) => pressed && event.buttons === 0 && release(), true);
  window.addEventListener("blur", release); // the window's own, since those of elements do not bubble
}

function release() {
  pressed = false;
  for (const act of held.splice(0)) act();
  if (scheduled) draw();
}

/** Does what changes the page under the pointer, once no click is under way. */
export function afterPress(act) {
  if (pressed) held.push(act);
  else act();
}

function draw() {
  requestAnimationFrame(() => {
    if (pressed || !scheduled) return;
    scheduled = false;
    for (const listener of listeners) listener(state);
  });
}

watchPointer();

/** Merges `patch` and tells the listeners once per frame. */
export function change(patch) {
  Object.assign(state, patch);
  const kept = Object.fromEntries(REMEMBERED.map((name) => [name, state[name]]));
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
  if (scheduled) return;
  scheduled = true;
  draw();
}

export function onChange(listener) {
  listeners.add(listener);
}

export function platform(id) {
  return state.server?.platforms.find((candidate) => candidate.id === id) ?? null;
}

/** The channels that a person sees: all shared ones and their own direct messages. */
export function channelsFor(service, person) {
  return service.channels.filter((channel) => !channel.person || channel.person === person.id);
}

/** Who speaks and where, always something that exists. */
export function selection(service) {
  const { person: personId, channel: channelId } = state.chosen[service.id] ?? {};
  const person = service.people.find(({ id }) => id === personId) ?? service.people[0];
  const channels = channelsFor(service, person);
  const channel =
    channels.find(({ id }) => id === channelId) ??
    channels.find(({ kind }) => kind === wantedKind(service, channelId)) ??
    channels.find(({ id }) => service.messages.some((message) => message.channel === id)) ??
    channels[0];
  return { person, channel, channels };
}

/** A direct message of somebody else's leads to one's own. */
function wantedKind(service, channelId) {
  return service.channels.find(({ id }) => id === channelId)?.kind ?? null;
}

export function choose(platformId, patch) {
  change({ chosen: { ...state.chosen, [platformId]: { ...state.chosen[platformId], ...patch } } });
}

/** Messages of a channel that this person may see. */
export function messagesIn(service, channel, person) {
  return service.messages.filter(
    (message) => message.channel === channel.id && (!message.onlyFor || message.onlyFor === person.id),
  );
}

export function noteKey(platformId, channelId, messageId, personId) {
  return [platformId, channelId, messageId, personId].join(" ");
}
