// A field to choose from by typing: the combobox pattern of the ARIA practices, with a list that lies above
// everything, also above dialogs.

import { ApiError } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { afterPress } from "./state.js";

const PAUSE_MILLIS = 120;
const ROOM = 8;

let count = 0;

/** Labels of the entries that were seen, by value: a field that is drawn anew has only the value. */
const labels = new Map();

/**
 * @param props what ties the input to its label, hint and error
 * @param placeholder what stands in it while nothing is chosen
 * @param initial the entry chosen at first, `{value, label}`; absent for none
 * @param find promises the entries for what was typed
 * @param onChoose called with the entry, or null when the choice was cleared
 */
export function combobox({ props = {}, placeholder, initial, find, onChoose = () => {} }) {
  const listId = `choices-${++count}`;
  const input = h("input", {
    ...props,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: placeholder || "Search…",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
  });
  const list = h("ul", { role: "listbox", id: listId, "aria-label": "Entries" });
  const word = h("p", { class: "combobox-word", role: "status" });
  const popup = h("div", { class: "combobox-list", popover: "manual" }, list, word);
  const clear = h(
    "button",
    { type: "button", class: "combobox-clear", "aria-label": "Clear the choice", tabindex: -1 },
    icon("close"),
  );
  const element = h("div", { class: "combobox" }, input, clear, icon("chevron", "combobox-sign"), popup);
  const box = {
    element,
    input,
    list,
    word,
    popup,
    clear,
    find,
    onChoose,
    active: -1,
    entries: [],
    asked: 0,
    pause: null,
    stale: false, // the entries were found for other words
    entered: false, // Enter came before the entries for these words
  };
  show(box, initial ?? null);
  listen(box);
  return element;
}

function listen(box) {
  const { input, list, clear } = box;
  input.addEventListener("input", () => {
    clearTimeout(box.pause);
    box.asked++;
    box.stale = true;
    box.entered = false;
    box.pause = setTimeout(() => open(box), PAUSE_MILLIS);
  });
  input.addEventListener("click", () => open(box, ""));
  input.addEventListener("keydown", (event) => onKey(box, event));
  input.addEventListener("blur", () => {
    close(box);
    show(box, chosen(input));
  });
  input.addEventListener("restore", ({ detail: value }) =>
    show(box, value ? { value, label: labels.get(value) ?? value } : null),
  );
  // The input keeps the focus, and with it the list stays open.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(box, box.entries[[...list.children].indexOf(item)]);
  });
  clear.addEventListener("mousedown", (event) => event.preventDefault());
  clear.addEventListener("click", () => choose(box, null));
}

/** What is chosen in a combobox's input; null for nothing. */
function chosen(input) {
  const { value } = input.dataset;
  return value ? { value, label: labels.get(value) ?? value } : null;
}

function show(box, entry) {
  if (entry) labels.set(entry.value, entry.label);
  box.input.dataset.value = entry?.value ?? "";
  box.input.value = entry?.label ?? "";
  box.clear.hidden = !entry;
}

async function open(box, typed = box.input.value.trim()) {
  const turn = ++box.asked;
  unfold(box);
  box.word.textContent = box.entries.length ? "" : "Searching…";
  try {
    const entries = await box.find(typed);
    // Not under a pressed pointer, so that a click chooses the entry that it began on.
    afterPress(() => turn === box.asked && fill(box, entries));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (turn !== box.asked) return;
    fill(box, []);
    box.word.textContent = error.message;
  }
}

function fill(box, entries) {
  box.entries = entries;
  box.stale = false;
  entries.forEach(({ value, label }) => labels.set(value, label));
  const { value } = box.input.dataset;
  box.list.replaceChildren(
    ...entries.map((entry, at) =>
      h(
        "li",
        { role: "option", id: `${box.list.id}-${at}`, "aria-selected": String(entry.value === value) },
        h("span", {}, entry.label),
        entry.value === value && icon("check"),
      ),
    ),
  );
  box.word.textContent = entries.length ? "" : "Nothing matches.";
  move(
    box,
    entries.length
      ? Math.max(
          0,
          entries.findIndex((entry) => entry.value === value),
        )
      : -1,
  );
  place(box);
  if (box.entered) chooseActive(box);
}

function unfold(box) {
  if (box.popup.matches(":popover-open")) return;
  box.popup.showPopover();
  box.input.setAttribute("aria-expanded", "true");
  box.fold = (event) => {
    if (!box.popup.contains(event.target)) close(box);
  };
  window.addEventListener("scroll", box.fold, true);
  window.addEventListener("resize", box.fold);
  place(box);
}

function close(box) {
  clearTimeout(box.pause); // what was typed last must not open it again
  box.asked++;
  box.stale = false;
  box.entered = false;
  if (!box.popup.matches(":popover-open")) return;
  box.popup.hidePopover();
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  window.removeEventListener("scroll", box.fold, true);
  window.removeEventListener("resize", box.fold);
}

/** Under the input, or over it where there is more room. */
function place({ input, popup }) {
  const at = input.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - ROOM;
  const above = at.top - ROOM;
  const isBelow = below >= Math.min(popup.scrollHeight, 240) || below >= above;
  popup.style.left = `${at.left}px`;
  popup.style.width = `${at.width}px`;
  popup.style.maxHeight = `${Math.min(300, isBelow ? below : above)}px`;
  popup.style.top = isBelow ? `${at.bottom + 4}px` : "auto";
  popup.style.bottom = isBelow ? "auto" : `${window.innerHeight - at.top + 4}px`;
}

function move(box, to) {
  box.list.children[box.active]?.classList.remove("active");
  box.active = to;
  const item = box.list.children[to];
  if (!item) return box.input.removeAttribute("aria-activedescendant");
  item.classList.add("active");
  box.input.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function choose(box, entry) {
  show(box, entry);
  close(box);
  box.input.dispatchEvent(new Event("chosen"));
  box.onChoose(entry);
}

function chooseActive(box) {
  box.entered = false;
  if (box.entries[box.active]) choose(box, box.entries[box.active]);
}

function onKey(box, event) {
  const isOpen = box.popup.matches(":popover-open");
  const last = box.entries.length - 1;
  const steps = {
    ArrowDown: () => (isOpen ? move(box, box.active >= last ? 0 : box.active + 1) : open(box, "")),
    ArrowUp: () => (isOpen ? move(box, box.active <= 0 ? last : box.active - 1) : open(box, "")),
    PageDown: () => isOpen && move(box, Math.min(last, box.active + 8)),
    PageUp: () => isOpen && move(box, Math.max(0, box.active - 8)),
    Enter: () => {
      if (box.stale) box.entered = true;
      else if (isOpen) chooseActive(box);
      else open(box, "");
    },
    Escape: () => isOpen && (close(box), show(box, chosen(box.input)), true),
  };
  const step = steps[event.key];
  if (!step || step() === false) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Entries that have the words, those that begin with them first. */
export function filtered(entries, typed) {
  const words = typed.toLowerCase();
  const begins = ({ label }) => label.toLowerCase().startsWith(words);
  const matching = entries.filter(({ label }) => label.toLowerCase().includes(words));
  return [...matching.filter(begins), ...matching.filter((entry) => !begins(entry))];
}
