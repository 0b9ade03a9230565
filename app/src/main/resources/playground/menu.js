// A menu that a button opens, above everything: the menu button pattern of the ARIA practices. It stays open
// though the message behind it is drawn anew, as a card is that tells of its progress.

import { append, h } from "./dom.js";

const ROOM = 8;

const popup = h("div", { class: "menu", role: "menu", popover: "manual", "data-testid": "menu-entries" });
document.body.append(popup);

/** The key of the button whose menu is open; null while none is. */
let openKey = null;

/**
 * @param key names the button among all of the page, also after it is drawn anew
 * @param props the button's attributes, with what names it
 * @param content what stands on the button
 * @param entries gives the entries: `{label, content?, danger?, href?, act}`; `act` is told the button
 * @param inRow whether the entries stand beside each other
 */
export function menuButton({ key, props, content, entries, inRow = false }) {
  return h(
    "button",
    {
      type: "button",
      ...props,
      "data-menu": key,
      "aria-haspopup": "menu",
      "aria-expanded": String(openKey === key),
      onclick: () => (openKey === key ? close() : open(key, entries(), inRow)),
      onkeydown: (event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        open(key, entries(), inRow, event.key === "ArrowUp" ? -1 : 0);
      },
    },
    content,
  );
}

function button(key) {
  return document.querySelector(`[data-menu="${CSS.escape(key)}"]`);
}

function open(key, entries, inRow, first = 0) {
  close();
  openKey = key;
  const opener = button(key);
  popup.className = `menu${inRow ? " in-row" : ""}`;
  popup.setAttribute("aria-label", opener.getAttribute("aria-label") ?? "Menu");
  popup.setAttribute("aria-orientation", inRow ? "horizontal" : "vertical");
  popup.replaceChildren();
  append(popup, entries.map(item));
  popup.showPopover();
  opener.setAttribute("aria-expanded", "true");
  place();
  popup.children[first < 0 ? popup.children.length - 1 : 0]?.focus();
}

function item(entry) {
  const choose = () => {
    const opener = button(openKey);
    close();
    opener?.focus({ preventScroll: true });
    entry.act?.(opener);
  };
  const props = {
    role: "menuitem",
    tabindex: -1,
    class: entry.danger ? "danger" : null,
    title: entry.title,
    "aria-label": entry.content ? entry.label : null,
    onclick: choose,
  };
  const content = entry.content ?? entry.label;
  if (!entry.href) return h("button", { type: "button", ...props }, content);
  const link = { href: entry.href, target: "_blank", rel: "noopener noreferrer" };
  return h("a", { ...props, ...link, "data-href": entry.address }, content);
}

function close() {
  if (!openKey) return;
  button(openKey)?.setAttribute("aria-expanded", "false");
  openKey = null;
  popup.hidePopover();
}

/** Under the button, or over it where there is more room; where the button has gone, it stays. */
function place() {
  const at = button(openKey)?.getBoundingClientRect();
  if (!at) return;
  const below = window.innerHeight - at.bottom - ROOM;
  const isBelow = below >= popup.offsetHeight || below >= at.top - ROOM;
  const left = Math.min(at.left, window.innerWidth - popup.offsetWidth - ROOM);
  popup.style.left = `${Math.max(ROOM, left)}px`;
  popup.style.top = isBelow ? `${at.bottom + 4}px` : "auto";
  popup.style.bottom = isBelow ? "auto" : `${window.innerHeight - at.top + 4}px`;
}

function leave() {
  const opener = button(openKey);
  close();
  opener?.focus({ preventScroll: true });
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

popup.addEventListener("keydown", (event) => {
  const items = [...popup.children];
  const at = items.indexOf(document.activeElement);
  if (event.key === "Escape") leave();
  else if (event.key === "Tab") return leave();
  else if (event.key in STEPS) items.at((at + STEPS[event.key]) % items.length).focus();
  else if (event.key === "Home") items[0].focus();
  else if (event.key === "End") items.at(-1).focus();
  else if (/^\S$/.test(event.key)) beginningWith(event.key, items, at)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
});

/** The next entry that begins with a letter. */
function beginningWith(letter, items, at) {
  const ordered = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return ordered.find((entry) => entry.textContent.toLowerCase().startsWith(letter.toLowerCase()));
}

window.addEventListener("pointerdown", (event) => {
  if (openKey && !popup.contains(event.target) && !event.target.closest?.("[data-menu]")) close();
});
for (const moved of ["scroll", "resize"]) window.addEventListener(moved, () => openKey && place(), true);
