// The bot's own page in Slack, beside the messages with it: two tabs, as in Slack.

import { ApiError, openHome } from "./api.js";
import { append, h, whenChanged } from "./dom.js";
import { rawJson } from "./fallback.js";
import { icon } from "./icons.js";
import { homeContext, setNote } from "./message-context.js";
import { renderBlocks } from "./slack-render.js";
import { choose, noteKey, state } from "./state.js";

const TABS = [
  ["messages", "Messages"],
  ["home", "Home"],
];

/** @param current gives the moment's service and person */
export function createHome(platformId, current) {
  const tabs = h(
    "div",
    { class: "home-tabs", role: "tablist", "aria-label": "Tiller" },
    TABS.map(([id, name]) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `${platformId}-tab-${id}`,
          "data-tab": id,
          "data-testid": `tab-${id}`,
          onclick: () => show(platformId, id, current),
        },
        name,
      ),
    ),
  );
  tabs.addEventListener("keydown", moveTab);
  const content = h("div", { class: "home-content" });
  const page = h(
    "div",
    {
      class: "home",
      role: "tabpanel",
      tabindex: 0,
      "aria-labelledby": `${platformId}-tab-home`,
      "data-testid": "home",
    },
    content,
  );
  return {
    tabs,
    page,
    update: (service, person, channel) => update({ tabs, page, content }, service, person, channel),
  };
}

/** Whether the page stands in place of messages. */
function isShown(service, channel) {
  return hasHome(service, channel) && state.chosen[service.id]?.tab === "home";
}

function hasHome(service, channel) {
  return service.id === "slack" && channel.kind === "direct";
}

function show(platformId, tab, current) {
  choose(platformId, { tab });
  if (tab === "home") ask(current());
}

/** As Slack does each time: the bot is told, and shows the page in its own time. */
async function ask({ service, person }) {
  const key = noteKey(service.id, "home", "home", person.id);
  try {
    await openHome({ platform: service.id, person: person.id });
    setNote(key, null);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    setNote(key, { text: error.message, failed: true });
  }
}

const asked = new Set();

function update(parts, service, person, channel) {
  const shown = isShown(service, channel);
  parts.tabs.hidden = !hasHome(service, channel);
  parts.page.hidden = !shown;
  for (const tab of parts.tabs.children) {
    const selected = (tab.dataset.tab === "home") === shown;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
  if (!shown) return false;
  const home = service.homes?.find((candidate) => candidate.person === person.id);
  if (!home && !asked.has(person.id)) {
    asked.add(person.id);
    ask({ service, person });
  }
  const note = state.notes[noteKey(service.id, "home", "home", person.id)];
  whenChanged(parts.content, JSON.stringify([home, person.id, note]), () => {
    parts.content.replaceChildren();
    append(parts.content, [
      note && h("p", { class: "error", role: "alert" }, icon("warning"), note.text),
      home
        ? h("div", { class: "blocks" }, drawn(home.wire, service))
        : h("p", { class: "hint" }, "Tiller has shown nothing here yet."),
    ]);
  });
  return true;
}

function drawn(view, service) {
  try {
    return renderBlocks(view.blocks ?? [], homeContext(service));
  } catch (error) {
    console.error(error);
    return rawJson("this page", view);
  }
}

function moveTab(event) {
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  const other = [...event.currentTarget.children].find((tab) => tab !== document.activeElement);
  event.preventDefault();
  other.focus();
  other.click();
}
