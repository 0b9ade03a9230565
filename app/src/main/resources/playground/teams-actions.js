// The buttons of an Adaptive Card.

import { h } from "./dom.js";
import { rawJson } from "./fallback.js";
import { icon } from "./icons.js";
import { destination, webUrl } from "./links.js";
import { overflowButton } from "./overflow.js";
import { inputValues, isComplete } from "./teams-inputs.js";

export function actionSet(actions, context) {
  const shown = (actions ?? []).filter((action) => !isSecondary(action));
  const more = (actions ?? []).filter(isSecondary);
  return h(
    "div",
    { class: "block-actions" },
    shown.map((action) => button(action, context)),
    more.length > 0 && overflow(more, context),
  );
}

function isSecondary(action) {
  return action.mode?.toLowerCase() === "secondary";
}

/** Actions with the mode `secondary` stand behind three dots (Adaptive Cards 1.5). */
function overflow(actions, context) {
  const key = `menu ${actions[0].title}`;
  const entries = actions.map((action) => ({
    label: action.title ?? action.type,
    danger: action.style?.toLowerCase() === "destructive",
    address: action.type === "Action.OpenUrl" ? action.url : null,
    act: (opener) => {
      const sent = action.type === "Action.OpenUrl" ? null : withInputs(action, opener);
      if (sent) context.pressEntry(sent, key);
    },
  }));
  return overflowButton(entries, key, context);
}

const STYLES = { positive: "primary", destructive: "danger" };

function button(action, context) {
  const label = action.title ?? action.type;
  const key = JSON.stringify([action.type, action.verb, action.data, label]);
  const props = {
    class: `card-button ${STYLES[action.style?.toLowerCase()] ?? "default"}`,
    title: action.tooltip,
    dataset: { focusKey: key },
  };
  switch (action.type) {
    case "Action.OpenUrl":
      return openUrl(action, label, props);
    case "Action.Execute":
    case "Action.Submit":
      return context.submitButton
        ? context.submitButton(action, props, label)
        : context.pressButton(key, (element) => withInputs(action, element), props, label);
    default:
      return rawJson(action.type ?? "action without a type", action);
  }
}

function openUrl(action, label, props) {
  const url = webUrl(action.url);
  if (!url) return h("span", { title: action.url }, label);
  props.dataset.href = action.url;
  return h(
    "a",
    { ...props, href: destination(url), target: "_blank", rel: "noopener noreferrer", title: action.url },
    label,
    icon("outward"),
  );
}

/**
 * As Teams does: the card's inputs are merged into the data of the action, unless it wants none. Null while a
 * required one is empty.
 */
function withInputs(action, element) {
  if (action.associatedInputs?.toLowerCase() === "none") return action;
  const card = element?.closest(".adaptive-card");
  if (!isComplete(card)) return null;
  const values = inputValues(card);
  if (Object.keys(values).length === 0 || typeof action.data === "string") return action;
  return { ...action, data: { ...action.data, ...values } };
}
