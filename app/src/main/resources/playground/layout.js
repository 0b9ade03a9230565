// What is on the screen: both panes or one, the side panel, the theme, the connection's banner.

import { byId } from "./dom.js";
import { icon } from "./icons.js";
import { change, state } from "./state.js";

const DARK = window.matchMedia("(prefers-color-scheme: dark)");

export function wireLayout() {
  for (const button of document.querySelectorAll("[data-view-choice]")) {
    button.addEventListener("click", () => change({ view: button.dataset.viewChoice }));
  }
  for (const button of document.querySelectorAll("[data-tab-choice]")) {
    button.addEventListener("click", () => change({ tab: button.dataset.tabChoice }));
  }
  for (const link of document.querySelectorAll(".skip-links a")) link.addEventListener("click", skip);
  byId("traffic-button").prepend(icon("traffic"));
  byId("traffic-button").addEventListener("click", () => change({ trafficOpen: !state.trafficOpen }));
  byId("help-button").prepend(icon("help"));
  byId("theme-button").addEventListener("click", switchTheme);
  DARK.addEventListener("change", () => change({}));
  window.addEventListener("resize", () => change({}));
}

/** Shows the part that a skip link names, whatever was hidden, and goes there. */
function skip(event) {
  event.preventDefault();
  const target = event.currentTarget.hash.slice(1);
  const isHiddenPane = target !== "traffic" && state.view !== "both" && state.view !== target;
  change({
    tab: target,
    view: isHiddenPane ? "both" : state.view,
    trafficOpen: state.trafficOpen || target === "traffic",
  });
  updateLayout();
  byId(target).focus();
}

export function updateLayout() {
  const { dataset } = document.body;
  dataset.view = state.view;
  dataset.tab = state.tab;
  dataset.traffic = state.trafficOpen ? "open" : "closed";
  press("[data-view-choice]", (button) => button.dataset.viewChoice === state.view);
  press("[data-tab-choice]", (button) => button.dataset.tabChoice === state.tab);
  byId("traffic-button").setAttribute("aria-expanded", String(state.trafficOpen));
  byId("connection").hidden = state.connected;
  updateThemeButton();
}

function press(selector, isPressed) {
  for (const button of document.querySelectorAll(selector))
    button.setAttribute("aria-pressed", String(isPressed(button)));
}

function theme() {
  return document.documentElement.dataset.theme ?? (DARK.matches ? "dark" : "light");
}

function switchTheme() {
  const next = theme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("tiller.theme", next);
  } catch {
    // Then the choice lasts as long as the page.
  }
  updateThemeButton();
}

function updateThemeButton() {
  const next = theme() === "dark" ? "light" : "dark";
  const button = byId("theme-button");
  if (button.dataset.next === next) return;
  button.dataset.next = next;
  button.setAttribute("aria-label", `Switch to ${next} theme`);
  button.title = `Switch to ${next} theme`;
  button.replaceChildren(icon(next === "dark" ? "moon" : "sun"));
}
