// What people do with a message beside clicking in it: reactions, quotes, and the entries of its own menu.

import { ApiError, choose, react } from "./api.js";
import { h } from "./dom.js";
import { emoji, reactionName } from "./emoji.js";
import { setNote } from "./message-context.js";
import { change, noteKey, selection, state } from "./state.js";

function target(service, message) {
  const { person } = selection(service);
  return { platform: service.id, person: person.id, channel: message.channel, message: message.id };
}

/** Does it; what the bot or the platform answers stands under the message. */
async function carryOut(service, message, call) {
  const own = target(service, message);
  const key = noteKey(own.platform, own.channel, own.message, own.person);
  try {
    const { note } = await call(own);
    setNote(key, note ? { text: note, failed: false } : null);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    setNote(key, { text: error.message, failed: true });
  }
}

/** Puts one's reaction on a message, or takes it back. */
export function toggleReaction(service, message, reaction) {
  return carryOut(service, message, (own) => react({ ...own, reaction }));
}

/** Chooses an entry of the message's own menu; a form that it opens gives the focus back to `focusKey`. */
export function chooseEntry(service, message, entry, focusKey) {
  change({ opener: { ...target(service, message), focusKey } });
  return carryOut(service, message, (own) => choose({ ...own, entry }));
}

/** The message that the viewer is about to quote in this channel; null for none. */
export function quotedIn(service, channel) {
  const { quoting } = state;
  if (quoting?.platform !== service.id || quoting.channel !== channel.id) return null;
  return service.messages.find(({ id }) => id === quoting.id) ?? null;
}

export function quote(service, message) {
  change({ quoting: { platform: service.id, channel: message.channel, id: message.id } });
}

/** A message in a few words, as it stands where it is quoted. */
export function quoteElement(message) {
  const words = (message.text ?? "").split("\n").find((line) => line.trim()) ?? "a card";
  return h(
    "blockquote",
    { class: "quoted" },
    h("strong", {}, message.author.name),
    h("span", {}, words.slice(0, 140)),
  );
}

/** Under a message: who has reacted how; a press joins in, or takes one's own back. */
export function reactionList(service, message, person) {
  if (!message.reactions?.length) return null;
  const names = new Map([...service.people, service.bot].map(({ id, name }) => [id, name]));
  const chips = message.reactions.map(({ name, by }) => {
    const who = by.map((id) => names.get(id) ?? id).join(", ");
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "reaction",
          title: `:${reactionName(name)}: by ${who}`,
          "aria-label": `${reactionName(name).replaceAll("_", " ")}, by ${who}`,
          "aria-pressed": String(by.includes(person.id)),
          "data-reaction": name,
          "data-focus-key": `reaction ${name}`,
          onclick: () => toggleReaction(service, message, name),
        },
        emoji(reactionName(name)),
        h("span", {}, by.length),
      ),
    );
  });
  return h("ul", { class: "reactions", "aria-label": "Reactions" }, chips);
}
