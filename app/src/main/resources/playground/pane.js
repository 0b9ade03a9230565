// One platform: channels on the side, messages, and where to write.

import { createArrival } from "./arrival.js";
import { createChannelList, markSeen, updateChannelList } from "./channels.js";
import { createComposer } from "./composer.js";
import { h, whenChanged } from "./dom.js";
import { quotedIn } from "./gestures.js";
import { createHome } from "./home.js";
import { createPermission } from "./permission.js";
import { createPersonSwitch } from "./person-switch.js";
import { createScroller } from "./scroller.js";
import { messagesIn, platform, selection } from "./state.js";
import { syncThreads } from "./threads.js";
import { tries, welcome } from "./welcome.js";

/** Fills a section of the page and returns what brings it up to date. */
export function createPane(section, platformId) {
  const current = () => platform(platformId);
  const composer = createComposer({
    testIds: { box: `composer-${platformId}`, send: `send-${platformId}` },
    label: "Write a message",
    destination: () => destination(current()),
  });
  composer.enable(false);
  const parts = {
    workspace: h("p", { class: "workspace" }),
    channels: createChannelList(),
    title: h("h3", { class: "channel-title" }),
    person: createPersonSwitch(platformId, current),
    scroller: createScroller(`Messages in ${section.dataset.name}`),
    list: h("ol", { class: "threads" }),
    welcome: h("div", { class: "welcome" }),
    tries: h("div", { class: "tries" }),
    permission: createPermission(platformId),
    arrival: createArrival(platformId, () => {
      const { person, channel } = selection(current());
      return { platform: platformId, person: person.id, channel: channel.id };
    }),
    home: createHome(platformId, () => ({ service: current(), ...selection(current()) })),
    composer,
  };
  parts.scroller.content.append(parts.welcome, parts.list);
  section.replaceChildren(frame(section, parts));
  section.addEventListener("said", (event) => {
    if (event.target === composer.element) parts.scroller.toEnd();
  });
  return () => update(section, current(), parts, current);
}

function frame(section, parts) {
  const nav = h("nav", { "aria-label": `${section.dataset.name} channels` }, parts.workspace, parts.channels, parts.arrival.element, parts.permission.element);
  const heading = h("header", { class: "pane-header" }, parts.title, parts.person.element);
  parts.writing = h("div", { class: "writing" }, parts.tries, parts.composer.element);
  const { tabs, page } = parts.home;
  return h(
    "div",
    { class: "pane-grid" },
    nav,
    h("div", { class: "pane-main" }, heading, tabs, page, parts.scroller.element, parts.writing),
  );
}

function destination(service) {
  if (!service) return { needsMention: true };
  const { person, channel } = selection(service);
  return {
    platform: service.id,
    person: person.id,
    channel: channel.id,
    needsMention: channel.kind !== "direct",
    overheard: channel.kind === "group",
    quoted: quotedIn(service, channel),
  };
}

function update(section, service, parts, current) {
  section.hidden = !service;
  if (!service) return;
  const { person, channel } = selection(service);
  const messages = messagesIn(service, channel, person);
  const empty = messages.length === 0;
  if (section.offsetParent !== null) markSeen(service);
  parts.workspace.replaceChildren(h("strong", {}, service.workspace), h("span", {}, service.name));
  updateChannelList(parts.channels, service);
  whenChanged(parts.title, channel.id, () => updateTitle(parts.title, channel));
  parts.person.update(service, person);
  parts.permission.update(service);
  const atHome = parts.home.update(service, person, channel);
  parts.scroller.element.hidden = atHome;
  parts.writing.hidden = atHome;
  parts.scroller.keepPlace(`${channel.id} ${person.id} ${empty}`, !empty, () => {
    whenChanged(parts.welcome, `${empty} ${channel.id} ${service.enabled}`, () => {
      parts.welcome.replaceChildren(...(empty ? [welcome(service, channel, parts.composer)] : []));
    });
    syncThreads(parts.list, service, messages, current);
  });
  whenChanged(parts.tries, `${empty} ${channel.id}`, () => {
    parts.tries.replaceChildren(...(empty ? [] : tries(channel, parts.composer)));
  });
  parts.composer.enable(true);
  parts.composer.moveTo(channel.id);
  parts.composer.setLabel(composerLabel(channel));
  parts.composer.refresh();
}

function composerLabel(channel) {
  if (channel.kind === "direct") return "Message Tiller";
  return channel.kind === "group" ? `Message ${channel.name}` : `Message #${channel.name}`;
}

const EXPLANATIONS = {
  channel: "Mention @tiller to give it a task",
  group: "Mention @tiller; a group chat has no threads",
  direct: "Just you and Tiller: no mention needed",
};

function updateTitle(title, channel) {
  const sign = channel.kind === "channel" ? "# " : "";
  title.replaceChildren(h("span", {}, sign + channel.name), h("small", {}, EXPLANATIONS[channel.kind] ?? ""));
}
