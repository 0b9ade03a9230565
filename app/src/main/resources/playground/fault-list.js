// The rules that make calls go wrong, with what is left of them.

import { removeFault } from "./api.js";
import { byId, h, syncList, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { change, state } from "./state.js";

let wake = null;

/** Those that are not over. The server does not tell when one's time is up. */
export function activeFaults() {
  const now = Date.now();
  const faults = (state.server?.cursor?.faults ?? []).filter(({ until }) => !until || Date.parse(until) > now);
  const next = Math.min(...faults.filter(({ until }) => until).map(({ until }) => Date.parse(until)));
  clearTimeout(wake);
  if (Number.isFinite(next)) wake = setTimeout(() => change({}), next - now + 50);
  return faults;
}

export function updateFaultList(faults, attempt) {
  byId("no-faults").hidden = faults.length > 0;
  byId("clear-faults").hidden = faults.length === 0;
  byId("fault-status").textContent = faults.length === 0 ? "Nothing goes wrong." : `Going wrong now: ${faults.length}.`;
  const list = byId("fault-list");
  const before = list.childElementCount;
  const held = list.contains(document.activeElement);
  syncList(list, faults, {
    key: ({ id }) => id,
    create: () => h("li"),
    update: (row, fault) => whenChanged(row, JSON.stringify(fault), () => draw(row, fault, attempt)),
  });
  if (held && !list.contains(document.activeElement)) list.focus();
  if (list.childElementCount > before) list.lastElementChild.scrollIntoView({ block: "nearest" });
}

function draw(row, fault, attempt) {
  const remove = {
    type: "button",
    class: "icon-button",
    "aria-label": `Take back: ${fault.call}, ${fault.fault}`,
    "data-focus-key": "remove",
    onclick: () => attempt(() => removeFault(fault.id)),
  };
  row.replaceChildren(
    h(
      "div",
      {},
      h("strong", {}, fault.call),
      h("span", { class: "fault-text" }, fault.fault),
      h("span", { class: "hint" }, [fault.when, fault.agent && `agent ${fault.agent}`, tally(fault)].filter(Boolean).join(" · ")),
    ),
    h("button", remove, icon("close")),
  );
}

function tally({ hits, left, until }) {
  const done = hits === 0 ? "not hit yet" : `hit ${hits === 1 ? "once" : `${hits} times`}`;
  const rest = left === undefined ? null : `${left} left`;
  const end = until && `until ${new Date(until).toLocaleTimeString()}`;
  return [done, rest, end].filter(Boolean).join(", ");
}
