// The cloud agents that Cursor's stand-in runs.

import { h, syncList, whenChanged } from "./dom.js";

const TONES = {
  RUNNING: "working",
  CREATING: "working",
  FINISHED: "done",
  ERROR: "failed",
  EXPIRED: "failed",
  CANCELLED: "failed",
};

/** Shows the newest agents of those that Cursor has, which come oldest first. */
export function updateAgents(list, agents) {
  list.hidden = agents.length === 0;
  syncList(list, agents.slice(-4).reverse(), {
    key: ({ id }) => id,
    create: () => h("li"),
    update: (element, agent) =>
      whenChanged(element, JSON.stringify(agent), () =>
        element.replaceChildren(
          h("span", { class: `pill tone-${TONES[agent.status] ?? "neutral"}` }, agent.status.toLowerCase()),
          h("span", { class: "agent-name", title: agent.id }, agent.name || agent.id),
          h(
            "span",
            { class: "agent-repository" },
            (agent.repository ?? "").replace(/^(https?:\/\/)?github\.com\//, ""),
          ),
        ),
      ),
  });
}
