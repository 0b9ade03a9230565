// What this page cannot draw is shown as it came, so that nothing is hidden.

import { h } from "./dom.js";

export function rawJson(label, value) {
  return h(
    "details",
    { class: "raw", open: true },
    h("summary", {}, `Not drawn here: ${label}`),
    h("pre", {}, JSON.stringify(value, null, 2)),
  );
}
