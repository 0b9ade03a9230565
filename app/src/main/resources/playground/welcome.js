// First steps: what an empty channel shows, and the row of suggestions above a composer.

import { LOGO } from "./avatar.js";
import { h } from "./dom.js";
import { SUGGESTIONS, suggestionText } from "./suggestions.js";

export function welcome(service, channel, composer) {
  if (service.enabled === false) {
    return h("p", { class: "switched-off" }, `No bot is connected to ${service.name} in this playground.`);
  }
  const choices = SUGGESTIONS.map((suggestion) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "suggestion",
          onclick: () => composer.fill(suggestionText(suggestion, channel)),
        },
        h("span", { class: "suggestion-label" }, suggestion.label, h("small", {}, suggestion.hint)),
        h("code", {}, suggestionText(suggestion, channel)),
      ),
    ),
  );
  return h(
    "div",
    { class: "welcome-inner" },
    h("img", { src: LOGO, alt: "", width: 56, height: 56 }),
    h("h4", {}, "Give Tiller a task"),
    h("p", {}, "Mention it with what you want done. It runs a coding agent and reports in the thread."),
    h("p", { class: "welcome-next" }, "Pick one to begin, then press Enter:"),
    h("ul", {}, choices),
  );
}

export function tries(channel, composer) {
  const chips = SUGGESTIONS.map((suggestion) => {
    const text = suggestionText(suggestion, channel);
    return h(
      "button",
      { type: "button", class: "chip", title: text, onclick: () => composer.fill(text) },
      suggestion.label,
    );
  });
  return [h("span", { class: "tries-label" }, "Try"), ...chips];
}
