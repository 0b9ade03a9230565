// Where the bot is added to a channel or chat, as a member does, and greets; or taken away again.

import { addBot, ApiError, removeBot } from "./api.js";
import { announce } from "./announce.js";
import { h } from "./dom.js";

const ADD = "Tells the bot that it was added here, as the platform does. It greets each place once.";
const REMOVE = "Tells the bot that it was removed from here, as Teams does.";

export function createArrival(platformId, place) {
  const add = button(`add-${platformId}`, "Add the bot here", ADD, () => addBot(place()));
  const remove = button(`remove-${platformId}`, "Remove it", REMOVE, () => removeBot(place()));
  remove.hidden = platformId !== "teams"; // Slack tells an app of that only where it asks to be told
  return { element: h("p", { class: "arrival" }, add, remove) };
}

function button(testId, label, title, act) {
  return h("button", { type: "button", class: "quiet", title, "data-testid": testId, onclick: () => tell(act) }, label);
}

async function tell(act) {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    announce(error.message);
  }
}
