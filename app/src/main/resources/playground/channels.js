// The list of channels: one tab stop, arrow keys move, Enter opens.

import { h, syncList, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { choose, selection, state } from "./state.js";

const ICONS = { channel: "hash", group: "group", direct: "direct" };
const KINDS = { channel: "channel", group: "group chat", direct: "direct message" };

export function createChannelList() {
  const list = h("ul", { class: "channels" });
  list.addEventListener("keydown", moveFocus);
  return list;
}

export function updateChannelList(list, service) {
  const { channels, channel: selected, person } = selection(service);
  syncList(list, channels, {
    key: ({ id }) => id,
    create: (channel) => h("li", {}, channelButton(service.id, channel)),
    update: (item, channel) =>
      updateItem(item.firstElementChild, channel, channel === selected, unread(service, channel, person)),
  });
}

function channelButton(platformId, channel) {
  return h("button", {
    type: "button",
    "data-testid": `channel-${channel.id}`,
    onclick: () => choose(platformId, { channel: channel.id }),
  });
}

function updateItem(button, channel, isSelected, count) {
  button.tabIndex = isSelected ? 0 : -1;
  button.toggleAttribute("data-unread", count > 0);
  if (isSelected && !button.hasAttribute("aria-current")) {
    button.setAttribute("aria-current", "true");
    requestAnimationFrame(() => button.scrollIntoView({ block: "nearest", inline: "center" }));
  }
  if (!isSelected) button.removeAttribute("aria-current");
  whenChanged(button, `${channel.name} ${count}`, () => {
    const label = `${channel.name}, ${KINDS[channel.kind] ?? channel.kind}${count ? `, ${count} new` : ""}`;
    button.setAttribute("aria-label", label);
    button.replaceChildren(
      icon(ICONS[channel.kind] ?? "hash"),
      h("span", { class: "channel-name" }, channel.name),
    );
    if (count) button.append(h("span", { class: "count" }, count));
  });
}

function seenKey(service, channel) {
  return `${service.id} ${channel.id}`;
}

/** Direct messages of the bot that a person has not seen. */
export function unreadDirect(service, person) {
  return service.channels
    .filter((channel) => channel.person === person.id)
    .reduce((sum, channel) => sum + unread(service, channel, person), 0);
}

/** Messages of others that came since the viewer last had the channel open. */
function unread(service, channel, person) {
  const seen = state.seen[seenKey(service, channel)] ?? 0;
  return allIn(service, channel)
    .slice(seen)
    .filter(({ author, onlyFor }) => author.id !== person.id && (!onlyFor || onlyFor === person.id)).length;
}

function allIn(service, channel) {
  return service.messages.filter((message) => message.channel === channel.id);
}

/** Remembers that what the open channel holds has been seen. */
export function markSeen(service) {
  seeAll(service, selection(service).channel);
}

/** What was there before the page was opened is not news. */
export function markAllSeen(server) {
  for (const service of server.platforms) {
    for (const channel of service.channels) seeAll(service, channel);
  }
}

function seeAll(service, channel) {
  state.seen[seenKey(service, channel)] = allIn(service, channel).length;
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveFocus(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const target =
    event.key === "Home"
      ? 0
      : event.key === "End"
        ? buttons.length - 1
        : event.key in STEPS
          ? at + STEPS[event.key]
          : null;
  if (target === null || at < 0) return;
  event.preventDefault();
  buttons[(target + buttons.length) % buttons.length].focus();
}
