// Building and updating the page. Whatever is shown becomes a text node or an attribute, never markup.

/** An element with attributes, `on…` listeners and children; `null`, `undefined` and `false` are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  return append(element, children);
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** Adds children; arrays are flattened and text stays text. */
export function append(element, children) {
  const nodes = [children]
    .flat(Infinity)
    .filter((child) => child !== undefined && child !== null && child !== false);
  element.append(...nodes);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Text for screen readers only. */
export function hiddenText(text) {
  return h("span", { class: "visually-hidden" }, text);
}

/**
 * Makes the children of `parent` match `items` in order, keeping the elements of items that stay, so that
 * focus, half-typed text and scroll positions survive.
 */
export function syncList(parent, items, { key, create, update = () => {} }) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let position = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let element = known.get(name);
    known.delete(name);
    if (!element) {
      element = create(item);
      element.dataset.key = name;
    }
    if (element === position) position = position.nextElementSibling;
    else parent.insertBefore(element, position);
    update(element, item);
  }
  for (const gone of known.values()) gone.remove();
}

const signatures = new WeakMap();

/** Runs `rebuild` when `signature` differs from the last time, and keeps the focus on the same control. */
export function whenChanged(element, signature, rebuild) {
  if (signatures.get(element) === signature) return;
  signatures.set(element, signature);
  const active = document.activeElement;
  const focused = element.contains(active) && active !== element ? (active.dataset.focusKey ?? "") : null;
  rebuild(element);
  if (focused === null || element.contains(document.activeElement)) return;
  const same = focused && element.querySelector(`[data-focus-key="${CSS.escape(focused)}"]`);
  (same || element).focus({ preventScroll: true });
}
