// A list that stays at its end while the reader is there, and offers the way back when not.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const NEAR = 60;

export function createScroller(label) {
  const content = h("div", { class: "scroll-content" });
  const viewport = h(
    "div",
    { class: "scroll-viewport", tabindex: 0, role: "region", "aria-label": label },
    content,
  );
  const jump = h(
    "button",
    { type: "button", class: "jump", hidden: true, onclick: toEnd },
    icon("down"),
    "New messages",
  );
  const element = h("div", { class: "scroller" }, viewport, jump);
  let place = null;
  let height = 0;
  let following = true;

  viewport.addEventListener("scroll", () => {
    following = distance() < NEAR;
    if (following) jump.hidden = true;
  });
  // Growth that no update caused, such as a window made narrower, keeps the end in sight too.
  new ResizeObserver(() => following && toEnd()).observe(content);
  new ResizeObserver(() => following && toEnd()).observe(viewport);

  function distance() {
    return viewport.scrollHeight - viewport.clientHeight - viewport.scrollTop;
  }

  function toEnd() {
    following = true;
    viewport.scrollTop = viewport.scrollHeight;
    jump.hidden = true;
  }

  /** Runs `draw`. Under a new `name` it starts at the end, or at the top where there is nothing to follow. */
  function keepPlace(name, startsAtEnd, draw) {
    const isNew = name !== place;
    place = name;
    if (isNew) following = startsAtEnd;
    draw();
    const grown = viewport.scrollHeight > height + 8;
    height = viewport.scrollHeight;
    if (following) toEnd();
    else if (isNew) viewport.scrollTop = 0;
    else if (grown && startsAtEnd) jump.hidden = false;
  }

  return { element, content, keepPlace, toEnd };
}
