// Where people write: Enter sends, Shift+Enter breaks the line.

import { ApiError, say } from "./api.js";
import { createAttachments } from "./attach.js";
import { h, whenChanged } from "./dom.js";
import { quoteElement } from "./gestures.js";
import { icon } from "./icons.js";
import { change } from "./state.js";

const MENTION = /(?<![\w.])@tiller(?![\w-])/i;

const CHATTER = "Without @tiller the bot takes this as chatter and stays silent.";
const OVERHEARD = "Without @tiller the bot only acts on this where it listens.";

function mentionButton(onclick) {
  const props = { type: "button", class: "mention-button", title: "Mention the bot", onclick };
  return h("button", props, "@tiller");
}

function mentionSwitch(onclick) {
  const props = {
    type: "button",
    class: "mention-button switch",
    title: "Whether the reply mentions the bot",
    "aria-label": "Mention @tiller",
    "data-testid": "mention-switch",
    onclick,
  };
  return h("button", props, icon("check"), "@tiller");
}

/** What is quoted, and how to leave it out again. */
function quotedParts(message) {
  const leaveOut = (event) => {
    change({ quoting: null });
    event.currentTarget.closest("form").querySelector("textarea").focus();
  };
  const props = { type: "button", class: "icon-button", "aria-label": "Do not quote", onclick: leaveOut };
  return [quoteElement(message), h("button", props, icon("close"))];
}

/**
 * @param testIds names of the text box and the send button
 * @param compact for replies: mentions the bot by itself, as long as that is switched on
 * @param destination gives the moment's `{platform, person, channel, thread?}`, and what is not sent: `needsMention`,
 *   whether a message without a mention is `overheard`, whether the bot `takesPart`, the message that is `quoted`
 */
export function createComposer({ testIds, label, compact = false, destination }) {
  const box = h("textarea", { rows: 1, "aria-label": label, placeholder: label, "data-testid": testIds.box });
  const sendButton = h(
    "button",
    { class: "send", "aria-label": "Send", title: "Send (Enter)", "data-testid": testIds.send },
    icon("send"),
  );
  const mention = compact ? mentionSwitch(switchMention) : mentionButton(addMention);
  const hint = h("p", { class: "composer-hint", role: "status" });
  const problem = h("p", { class: "error", role: "alert" });
  const attachments = createAttachments({
    testId: `${testIds.box}-files`,
    onProblem: (text) => (problem.textContent = text),
    onChange: () => refresh(),
  });
  const quote = h("div", { class: "quoting" });
  const form = h(
    "form",
    { class: `composer${compact ? " compact" : ""}` },
    quote,
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

  /** Whether replies mention the bot by themselves; null while nobody has said, and it takes part or not. */
  let isMentioning = null;

  function mentionsByItself() {
    const { needsMention, takesPart } = destination();
    return compact && needsMention && !MENTION.test(box.value) && (isMentioning ?? takesPart);
  }

  function switchMention() {
    isMentioning = !(isMentioning ?? destination().takesPart);
    box.focus();
    refresh();
  }

  function refresh() {
    const { needsMention, overheard, takesPart, quoted } = destination();
    const isWritten = box.value.trim() !== "";
    const chatter = needsMention && isWritten && !MENTION.test(box.value) && !mentionsByItself();
    const text = !chatter ? "" : overheard ? OVERHEARD : CHATTER;
    if (hint.textContent !== text) hint.textContent = text;
    mention.hidden = !needsMention || MENTION.test(box.value);
    if (compact) mention.setAttribute("aria-pressed", String(isMentioning ?? Boolean(takesPart)));
    whenChanged(quote, quoted?.id ?? "", () => quote.replaceChildren(...(quoted ? quotedParts(quoted) : [])));
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
    const { needsMention, overheard, takesPart, quoted, ...target } = destination();
    const said = mentionsByItself() ? `@tiller ${text}`.trim() : text;
    form.setAttribute("aria-busy", "true");
    problem.textContent = "";
    try {
      await say({ ...target, text: said, quoted: quoted?.id, files: await attachments.read() });
      attachments.clear();
      if (quoted) change({ quoting: null });
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
