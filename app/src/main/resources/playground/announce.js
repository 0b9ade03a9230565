// Tells screen readers what happened elsewhere on the page.

import { byId } from "./dom.js";
import { selection } from "./state.js";

export function announce(text) {
  byId("announcer").append(Object.assign(document.createElement("p"), { textContent: text }));
  while (byId("announcer").childElementCount > 5) byId("announcer").firstElementChild.remove();
}

let known = null;

/** Announces the bot's messages that were not there the last time, in the open channels. */
export function announceNews(server) {
  const messages = server.platforms.flatMap((service) =>
    service.messages.map((message) => ({ service, message })),
  );
  const ids = new Set(messages.map(idOf));
  if (known) {
    for (const entry of messages) if (!known.has(idOf(entry))) announceMessage(entry);
  }
  known = ids;
}

function idOf({ service, message }) {
  return `${service.id} ${message.channel} ${message.id}`;
}

function announceMessage({ service, message }) {
  const { person, channel } = selection(service);
  if (!message.author.bot || message.channel !== channel.id) return;
  if (message.onlyFor && message.onlyFor !== person.id) return;
  const line = (message.text ?? "").split("\n").find((candidate) => candidate.trim()) ?? "sent a card";
  announce(`${message.author.name} on ${service.name}: ${line.slice(0, 200)}`);
}
