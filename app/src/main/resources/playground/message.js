// One message: who, when, what, reactions, and what its author can do with it.

import { avatar } from "./avatar.js";
import { append, h, whenChanged } from "./dom.js";
import { rawJson } from "./fallback.js";
import { quoteElement, reactionList } from "./gestures.js";
import { icon } from "./icons.js";
import { editor } from "./message-editor.js";
import { tools } from "./message-tools.js";
import { messageContext, setNote } from "./message-context.js";
import { slackMessage } from "./slack-render.js";
import { noteKey, selection, state } from "./state.js";
import { teamsMessage } from "./teams-render.js";
import { timeElement } from "./time.js";

const RENDERERS = { slack: slackMessage, teams: teamsMessage };

export function createMessage(message) {
  return h("article", {
    class: "message",
    tabindex: -1,
    "data-testid": `message-${message.id}`,
    "data-author-bot": String(message.author.bot),
  });
}

export function updateMessage(element, service, message) {
  const { person } = selection(service);
  const note = state.notes[noteKey(service.id, message.channel, message.id, person.id)];
  const editing = state.editing?.platform === service.id && state.editing.id === message.id;
  const quoted = message.quoted && service.messages.find(({ id }) => id === message.quoted);
  const signature = JSON.stringify([message, person.id, note, editing, quoted?.text]);
  whenChanged(element, signature, () => {
    element.setAttribute("aria-label", `${message.author.name}${message.author.bot ? ", app" : ""}`);
    element.classList.toggle("only-you", Boolean(message.onlyFor));
    element.replaceChildren();
    append(element, [
      avatar(message.author, service.people),
      h(
        "div",
        { class: "message-main" },
        message.onlyFor && h("p", { class: "only-you-label" }, icon("lock"), "Only you can see this"),
        byline(message),
        quoted && quoteElement(quoted),
        editing ? editor(service, message) : body(service, message),
        reactionList(service, message, person),
        note && noteElement(service, message, person, note),
      ),
      !editing && tools(service, message, person),
    ]);
  });
}

function byline(message) {
  return h(
    "p",
    { class: "byline" },
    h("span", { class: "author" }, message.author.name),
    message.author.bot && h("span", { class: "badge" }, "App"),
    timeElement(message.at),
    message.edited && h("span", { class: "edited" }, "edited"),
  );
}

function body(service, message) {
  const context = messageContext(service, message);
  const wire = message.seenBy?.[context.person.id] ?? message.wire;
  return h("div", { class: "message-body" }, drawn(RENDERERS[service.id], wire, context) ?? message.text);
}

/** A message of a shape that a renderer stumbles over is shown raw, and the rest of the page goes on. */
function drawn(render, wire, context) {
  if (!wire || !render) return null;
  try {
    return render(wire, context);
  } catch (error) {
    console.error(error);
    return rawJson("this message", wire);
  }
}

function noteElement(service, message, person, note) {
  const key = noteKey(service.id, message.channel, message.id, person.id);
  const onclick = () => setNote(key, null);
  return h(
    "div",
    { class: `note${note.failed ? " failed" : ""}`, "data-testid": "note" },
    h(
      "p",
      {},
      h(
        "span",
        { class: "note-label" },
        note.label ?? (note.failed ? "Not done" : `Only ${person.name} sees this`),
      ),
      note.text,
    ),
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": "Dismiss note", onclick },
      icon("close"),
    ),
  );
}
