// One exchange in the side panel: a line to open, with both bodies under it.

import { h } from "./dom.js";
import { clock } from "./time.js";
import { bodyElement } from "./traffic-body.js";

export const SERVICES = { cursor: "Cursor", slack: "Slack", teams: "Teams" };

/** The bodies are drawn when they are first looked at. */
export function trafficRow(entry) {
  const detail = h("div", { class: "detail", id: `traffic-${entry.n}`, hidden: true });
  const toggle = h(
    "button",
    {
      type: "button",
      class: "row",
      "data-testid": "traffic-row",
      "data-service": entry.service,
      "aria-expanded": "false",
      "aria-controls": detail.id,
    },
    h("span", { class: `service service-${entry.service}` }, direction(entry)),
    h(
      "span",
      { class: "call" },
      h("span", { class: "method" }, entry.method),
      h("span", { class: "path", title: entry.path }, entry.path),
    ),
    h(
      "span",
      { class: `status ${entry.status >= 400 || !entry.status ? "bad" : ""}` },
      entry.status || "no answer",
    ),
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
  const name = SERVICES[entry.service] ?? entry.service;
  return entry.direction?.toUpperCase() === "SENT" ? `${name} → Tiller` : `Tiller → ${name}`;
}

function fillDetail(detail, entry) {
  detail.append(
    h(
      "p",
      { class: "detail-line" },
      `${clock(entry.at)} · `,
      h("span", { class: "full-path" }, `${entry.method} ${entry.path}`),
    ),
    bodyElement("Request", entry.request),
    bodyElement("Response", entry.response),
  );
}
