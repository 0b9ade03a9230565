// What an admin grants the bot, where a platform leaves that to one: to read what does not mention it.

import { ApiError, letRead } from "./api.js";
import { announce } from "./announce.js";
import { h } from "./dom.js";

const HINT =
  "With the permission that the app asks for on installation (resource-specific consent) Teams tells the bot of every message; without it, only of those that mention it.";

export function createPermission(platformId) {
  const box = h("input", {
    type: "checkbox",
    role: "switch",
    "data-testid": `reading-${platformId}`,
    onchange: () => grant(platformId, box.checked),
  });
  const element = h("label", { class: "permission", title: HINT }, box, h("span", {}, "Bot reads all messages"));
  const update = (service) => {
    element.hidden = service.habits.reading === undefined;
    box.checked = service.habits.reading === true;
  };
  return { element, update };
}

async function grant(platform, granted) {
  try {
    await letRead({ platform, granted });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    announce(error.message);
  }
}
