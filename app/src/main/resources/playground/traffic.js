// The side panel: what Cursor, Slack and Teams received and sent.

import { updateAgents } from "./agents.js";
import { ApiError, traffic } from "./api.js";
import { byId, h, syncList } from "./dom.js";
import { icon } from "./icons.js";
import { change, state } from "./state.js";
import { SERVICES, trafficRow } from "./traffic-row.js";

/** How many exchanges the panel holds. */
const KEPT = 400;

let entries = [];
let last = 0;
let version = 0;
let stale = true;
let loading = false;
let filter = "all";

export function createTraffic(panel) {
  const filters = h(
    "div",
    { class: "segmented", role: "group", "aria-label": "Filter by service" },
    filterButtons(),
  );
  const clear = h("button", { type: "button", class: "button small", onclick: clearAll }, "Clear");
  const close = h(
    "button",
    {
      type: "button",
      class: "icon-button close-traffic",
      "aria-label": "Close panel",
      onclick: () => change({ trafficOpen: false }),
    },
    icon("close"),
  );
  panel.replaceChildren(
    h("header", {}, h("h2", {}, "What the services saw"), close),
    h("ul", { class: "agents", id: "agents", "aria-label": "Cursor cloud agents" }),
    h("div", { class: "traffic-tools" }, filters, clear),
    h(
      "p",
      { class: "traffic-empty", id: "traffic-empty" },
      "Nothing yet. Every call between Tiller and the services appears here.",
    ),
    h("ol", { class: "rows", id: "traffic-rows" }),
  );
}

function filterButtons() {
  return ["all", ...Object.keys(SERVICES)].map((name) =>
    h(
      "button",
      { type: "button", "data-filter": name, onclick: () => setFilter(name) },
      SERVICES[name] ?? "All",
    ),
  );
}

function setFilter(name) {
  filter = name;
  change({});
}

function clearAll() {
  entries = [];
  change({});
}

/** There may be news: every exchange is a new version of the state. */
export function trafficChanged(server) {
  if (server.version < version) startOver();
  version = server.version;
  stale = true;
}

/** The playground was started anew and counts from one again. */
function startOver() {
  last = 0;
  entries = [];
}

/** Fetches what is new while the panel is looked at, one request at a time. */
async function load() {
  if (!stale || loading) return;
  stale = false;
  loading = true;
  const after = last;
  try {
    const answer = await traffic(after);
    if (after !== last) return; // started over meanwhile
    last = answer.last;
    entries = [...entries, ...answer.entries].slice(-KEPT);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  } finally {
    loading = false;
    change({});
  }
}

function isVisible() {
  return byId("traffic").getClientRects().length > 0; // a fixed element has no offsetParent
}

export function updateTraffic() {
  if (!isVisible()) return;
  load();
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  }
  updateAgents(byId("agents"), state.server?.cursor?.agents ?? []);
  const shown = entries.filter(({ service }) => filter === "all" || service === filter);
  byId("traffic-empty").hidden = shown.length > 0;
  // Newest first.
  syncList(byId("traffic-rows"), [...shown].reverse(), { key: ({ n }) => n, create: trafficRow });
}
