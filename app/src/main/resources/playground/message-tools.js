// What people can do with a message: edit their own, or have the platform deliver one again.

import { ApiError, edit, redeliver } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { setNote } from "./message-context.js";
import { change, noteKey, selection } from "./state.js";

/** People may edit their own messages; anybody may have the platform deliver one again. */
export function tools(service, message, person) {
  if (message.author.bot) return null;
  const own = message.author.id === person.id;
  const again = () => deliverAgain(service, message);
  return h(
    "div",
    { class: "tools" },
    own && tool("edit", "Edit", () => change({ editing: { platform: service.id, id: message.id } })),
    tool(
      "again",
      "Deliver again",
      again,
      `Deliver this message to the bot once more, as ${service.name} does after a time-out`,
    ),
  );
}

function tool(name, label, onclick, title = label) {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title,
      onclick,
      dataset: { focusKey: label },
    },
    icon(name),
  );
}

async function deliverAgain(service, message) {
  const { person } = selection(service);
  const key = noteKey(service.id, message.channel, message.id, person.id);
  try {
    await redeliver({ platform: service.id, channel: message.channel, message: message.id });
    setNote(key, {
      label: "Playground",
      text: `${service.name} delivered this message to the bot once more. Nothing should happen twice.`,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    setNote(key, { text: error.message, failed: true });
  }
}

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
