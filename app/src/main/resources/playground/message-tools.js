// What people can do with a message: react, quote, choose from its menu, edit their own, or have the platform
// deliver one again.

import { ApiError, redeliver } from "./api.js";
import { byId, h } from "./dom.js";
import { emoji, reactionName } from "./emoji.js";
import { chooseEntry, quote, toggleReaction } from "./gestures.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { setNote } from "./message-context.js";
import { change, noteKey, selection } from "./state.js";

/** Where only one person sees a message, there is nothing that the others could see of it. */
export function tools(service, message, person) {
  if (message.onlyFor) return null;
  return h(
    "div",
    { class: "tools", role: "group", "aria-label": `For the message of ${message.author.name}` },
    reactTool(service, message),
    canBeQuoted(service, message) && quoteTool(service, message),
    moreTool(service, message, person),
  );
}

const STOPS = "x";

function reactTool(service, message) {
  const label = "React";
  return menuButton({
    key: `${service.id} ${message.id} react`,
    props: toolProps(label),
    content: icon("smile"),
    inRow: true,
    entries: () =>
      service.habits.reactions.map((name) => ({
        label: reactionName(name).replaceAll("_", " "),
        title: reactionName(name) === STOPS ? "❌ asks the bot to stop" : reactionName(name).replaceAll("_", " "),
        content: emoji(reactionName(name)),
        act: () => toggleReaction(service, message, name),
      })),
  });
}

function canBeQuoted(service, message) {
  const channel = service.channels.find(({ id }) => id === message.channel);
  return service.habits.quotes && channel?.kind !== "channel";
}

function quoteTool(service, message) {
  const write = () => {
    quote(service, message);
    byId(service.id).querySelector(`[data-testid="composer-${service.id}"]`).focus();
  };
  return h("button", { type: "button", ...toolProps("Quote in a reply"), onclick: write }, icon("quote"));
}

function moreTool(service, message, person) {
  const label = "More actions";
  const entries = moreEntries(service, message, person, label);
  if (entries.length === 0) return null;
  return menuButton({
    key: `${service.id} ${message.id} more`,
    props: { ...toolProps(label), "data-testid": "message-menu" },
    content: icon("more"),
    entries: () => entries,
  });
}

/** What the bot adds comes first; people may edit their own messages. */
function moreEntries(service, message, person, focusKey) {
  const added = service.habits.menu.map(({ id, label }) => ({
    label,
    act: () => chooseEntry(service, message, id, focusKey),
  }));
  if (message.author.bot) return added;
  const own = { label: "Edit", act: () => change({ editing: { platform: service.id, id: message.id } }) };
  const again = {
    label: "Deliver again",
    title: `Deliver this message to the bot once more, as ${service.name} does after a time-out`,
    act: () => deliverAgain(service, message),
  };
  return [...added, ...(message.author.id === person.id ? [own] : []), again];
}

function toolProps(label) {
  return { class: "icon-button", "aria-label": label, title: label, "data-focus-key": label };
}

async function deliverAgain(service, message) {
  const { person } = selection(service);
  const key = noteKey(service.id, message.channel, message.id, person.id);
  try {
    await redeliver({ platform: service.id, channel: message.channel, message: message.id });
    setNote(key, {
      label: "Playground",
      text: `${service.name} delivered this message to the bot once more. Nothing should happen twice.`,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    setNote(key, { text: error.message, failed: true });
  }
}
