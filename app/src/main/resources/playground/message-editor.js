// Editing one's own message, in its place.

import { edit } from "./api.js";
import { h } from "./dom.js";
import { change, selection } from "./state.js";

/** Takes the place of the message's text. */
export function editor(service, message) {
  const { person } = selection(service);
  const stop = () => change({ editing: null });
  const box = h(
    "textarea",
    { rows: 3, "aria-label": "Edit message", dataset: { focusKey: "editor" } },
    message.text,
  );
  const problem = h("p", { class: "error", role: "alert" });
  const onsubmit = async (event) => {
    event.preventDefault();
    try {
      await edit({
        platform: service.id,
        person: person.id,
        channel: message.channel,
        message: message.id,
        text: box.value,
      });
      stop();
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const onkeydown = (event) => {
    if (event.key === "Escape") stop();
  };
  setTimeout(() => box.focus());
  return h(
    "form",
    { class: "editor", onsubmit, onkeydown },
    box,
    problem,
    h(
      "div",
      { class: "editor-buttons" },
      h("button", { type: "button", class: "button", onclick: stop }, "Cancel"),
      h("button", { class: "button primary" }, "Save"),
    ),
  );
}
