// Where people write: Enter sends, Shift+Enter breaks the line.

import { ApiError, say } from "./api.js";
import { createAttachments } from "./attach.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";

const MENTION = /(?<![\w.])@tiller(?![\w-])/i;

/**
 * @param testIds names of the text box and the send button
 * @param destination gives the moment's `{platform, person, channel, thread?}` and `needsMention`
 */
export function createComposer({ testIds, label, compact = false, destination }) {
  const box = h("textarea", { rows: 1, "aria-label": label, placeholder: label, "data-testid": testIds.box });
  const sendButton = h(
    "button",
    { class: "send", "aria-label": "Send", title: "Send (Enter)", "data-testid": testIds.send },
    icon("send"),
  );
  const mention = h(
    "button",
    { type: "button", class: "mention-button", title: "Mention the bot", onclick: addMention },
    "@tiller",
  );
  const hint = h("p", { class: "composer-hint", role: "status" });
  const problem = h("p", { class: "error", role: "alert" });
  const attachments = createAttachments({
    testId: `${testIds.box}-files`,
    onProblem: (text) => (problem.textContent = text),
    onChange: () => refresh(),
  });
  const form = h(
    "form",
    { class: `composer${compact ? " compact" : ""}` },
    h("div", { class: "composer-box" }, box, attachments.input, attachments.button, mention, sendButton),
    attachments.list,
    hint,
    problem,
  );

  function addMention() {
    fill(MENTION.test(box.value) ? box.value : `@tiller ${box.value}`);
  }

  function fill(text) {
    box.value = text;
    box.focus();
    box.setSelectionRange(text.length, text.length);
    refresh();
  }

  function refresh() {
    const { needsMention } = destination();
    const chatter = needsMention && box.value.trim() !== "" && !MENTION.test(box.value);
    const text = chatter ? "Without @tiller the bot takes this as chatter and stays silent." : "";
    if (hint.textContent !== text) hint.textContent = text;
    mention.hidden = !needsMention || MENTION.test(box.value);
    form.classList.toggle("filled", box.value !== "" || attachments.count() > 0);
  }

  /** Whether what was written after a message on its way is to follow it. */
  let isNextWanted = false;

  async function send() {
    const text = box.value;
    const empty = !text.trim() && attachments.count() === 0;
    if (empty || box.disabled) return;
    if (form.hasAttribute("aria-busy")) {
      isNextWanted = true;
      return;
    }
    const { needsMention, ...target } = destination();
    form.setAttribute("aria-busy", "true");
    problem.textContent = "";
    try {
      await say({ ...target, text, files: await attachments.read() });
      attachments.clear();
      if (box.value === text) box.value = "";
      form.dispatchEvent(new CustomEvent("said", { bubbles: true }));
    } catch (error) {
      if (error instanceof DOMException) {
        problem.textContent = "A file could not be read. Remove it, or attach it again.";
      } else if (error instanceof ApiError) {
        problem.textContent = error.message;
      } else throw error;
    } finally {
      form.removeAttribute("aria-busy");
      refresh();
    }
    const next = isNextWanted && box.value !== text;
    isNextWanted = false;
    if (next) send();
  }

  box.addEventListener("input", () => {
    problem.textContent = "";
    refresh();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  box.addEventListener("paste", (event) => {
    if (event.clipboardData?.files.length) attachments.add([...event.clipboardData.files]);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    attachments.add([...event.dataTransfer.files]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  refresh();

  const setLabel = (text) => {
    if (box.placeholder === text) return;
    box.placeholder = text;
    box.setAttribute("aria-label", text);
  };
  /** Nothing can be written while nobody knows where it would go. */
  const enable = (known) => {
    box.disabled = !known;
    sendButton.disabled = !known;
  };
  const drafts = new Map();
  let place = null;
  /** Keeps what was begun in one place out of another, and gives it back there. */
  const moveTo = (name) => {
    if (name === place) return;
    if (place === null) {
      place = name;
      return;
    }
    drafts.set(place, box.value);
    place = name;
    box.value = drafts.get(name) ?? "";
    attachments.clear();
    problem.textContent = "";
  };
  return { element: form, fill, refresh, setLabel, enable, moveTo };
}
