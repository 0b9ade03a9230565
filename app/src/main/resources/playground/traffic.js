// The side panel: what Cursor, Slack and Teams received and sent.

import { ApiError, traffic } from "./api.js";
import { byId, h, syncList, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { bodyElement } from "./traffic-body.js";
import { clock } from "./time.js";
import { change, state } from "./state.js";

const NAMES = { cursor: "Cursor", slack: "Slack", teams: "Teams" };
const KEPT = 400;

let entries = [];
let last = 0;
let filter = "all";
const open = new Set();

export function createTraffic(panel) {
  const filters = h("div", { class: "segmented", role: "group", "aria-label": "Filter by service" }, filterButtons());
  const clear = h("button", { type: "button", class: "button small", onclick: clearAll }, "Clear");
  const close = h("button", { type: "button", class: "icon-button close-traffic", "aria-label": "Close panel", onclick: () => change({ trafficOpen: false }) }, icon("close"));
  panel.replaceChildren(
    h("header", {}, h("h2", {}, "What the services saw"), close),
    h("ul", { class: "agents", id: "agents", "aria-label": "Cursor cloud agents" }),
    h("div", { class: "traffic-tools" }, filters, clear),
    h("p", { class: "traffic-empty", id: "traffic-empty" }, "Nothing yet. Every call between Tiller and the services appears here."),
    h("ol", { class: "rows", id: "traffic-rows" }),
  );
  poll();
}

function filterButtons() {
  return ["all", ...Object.keys(NAMES)].map((name) =>
    h("button", { type: "button", "data-filter": name, onclick: () => setFilter(name) }, NAMES[name] ?? "All"),
  );
}

function setFilter(name) {
  filter = name;
  change({});
}

function clearAll() {
  entries = [];
  open.clear();
  change({});
}

async function poll() {
  if (!document.hidden && isVisible()) await load();
  setTimeout(poll, 1000);
}

function isVisible() {
  return byId("traffic").offsetParent !== null;
}

async function load() {
  try {
    const answer = await traffic(last);
    if (answer.last < last) entries = []; // the playground was started anew
    last = answer.last;
    if (answer.entries.length === 0) return;
    entries = [...entries, ...answer.entries].slice(-KEPT);
    change({});
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

export function updateTraffic() {
  if (!isVisible()) return;
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  }
  updateAgents(state.server?.cursor);
  const shown = entries.filter(({ service }) => filter === "all" || service === filter);
  byId("traffic-empty").hidden = shown.length > 0;
  syncList(byId("traffic-rows"), [...shown].reverse(), { key: ({ n }) => n, create: row });
}

/** Newest first; the body is drawn when it is first opened. */
function row(entry) {
  const detail = h("div", { class: "detail", id: `traffic-${entry.n}`, hidden: true });
  const toggle = h(
    "button",
    { type: "button", class: "row", "data-testid": "traffic-row", "data-service": entry.service, "aria-expanded": "false", "aria-controls": detail.id },
    h("span", { class: `service service-${entry.service}` }, direction(entry)),
    h("span", { class: "call" }, h("span", { class: "method" }, entry.method), h("span", { class: "path", title: entry.path }, entry.path)),
    h("span", { class: `status ${entry.status >= 400 || !entry.status ? "bad" : ""}` }, entry.status || "no answer"),
    h("span", { class: "millis" }, `${entry.millis} ms`),
  );
  toggle.addEventListener("click", () => {
    detail.hidden = !detail.hidden;
    toggle.setAttribute("aria-expanded", String(!detail.hidden));
    if (!detail.hidden && !detail.hasChildNodes()) fillDetail(detail, entry);
  });
  return h("li", {}, toggle, detail);
}

function direction(entry) {
  const name = NAMES[entry.service] ?? entry.service;
  return entry.direction?.toUpperCase() === "SENT" ? `${name} → Tiller` : `Tiller → ${name}`;
}

function fillDetail(detail, entry) {
  detail.append(
    h("p", { class: "detail-line" }, `${clock(entry.at)} · `, h("span", { class: "full-path" }, `${entry.method} ${entry.path}`)),
    bodyElement("Request", entry.request),
    bodyElement("Response", entry.response),
  );
}

const TONES = { RUNNING: "working", CREATING: "working", FINISHED: "done", ERROR: "failed", EXPIRED: "failed", CANCELLED: "failed" };

function updateAgents(cursor) {
  const agents = cursor?.agents ?? [];
  byId("agents").hidden = agents.length === 0;
  syncList(byId("agents"), agents.slice(-4).reverse(), {
    key: ({ id }) => id,
    create: () => h("li"),
    update: (element, agent) =>
      whenChanged(element, JSON.stringify(agent), () =>
        element.replaceChildren(
          h("span", { class: `pill tone-${TONES[agent.status] ?? "neutral"}` }, agent.status.toLowerCase()),
          h("span", { class: "agent-name", title: agent.id }, agent.name || agent.id),
          h("span", { class: "agent-repository" }, (agent.repository ?? "").replace(/^(https?:\/\/)?github\.com\//, "")),
        ),
      ),
  });
}
