// The dialog that explains how a run is told to end.

import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { ENDINGS, FILES, REFUSALS } from "./suggestions.js";

export function wireHelp(button) {
  const dialog = byId("help");
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "help-title" }, "How to end a run"), closeButton(dialog)),
    h(
      "div",
      { class: "form-body" },
      h("p", {}, "No agent really runs here. Words in your message decide how the pretend one ends:"),
      table("How the run ends", ENDINGS),
      table("Which files it leaves", FILES),
      table("How Cursor refuses to start it", REFUSALS),
      h("p", { class: "hint" }, "Repositories: acme/web, acme/api, acme/mobile, acme/docs; others work too."),
      keys(),
    ),
  );
  button.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

function closeButton(dialog) {
  return h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => dialog.close() },
    icon("close"),
  );
}

function table(caption, rows) {
  const lines = rows.map(({ word, ending }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, word.startsWith("#") ? h("code", {}, word) : word),
      h("td", {}, ending),
    ),
  );
  return h("table", {}, h("caption", {}, caption), h("tbody", {}, lines));
}

function keys() {
  const key = (name) => h("kbd", {}, name);
  return h(
    "p",
    { class: "hint" },
    key("Enter"),
    " sends, ",
    key("Shift"),
    "+",
    key("Enter"),
    " breaks the line, arrow keys move in the channel list, ",
    key("Esc"),
    " closes a dialog.",
  );
}
