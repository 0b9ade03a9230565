// Where the platform itself says in a thread that the bot is at work, with the platform's own stop.

import { ApiError, stopSession } from "./api.js";
import { announce } from "./announce.js";
import { h, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { selection } from "./state.js";

/** Brings the line of a thread up to date. */
export function showSession(line, service, thread) {
  const { channel } = selection(service);
  const session = service.sessions.find((it) => it.channel === channel.id && it.thread === thread.id);
  line.hidden = !session;
  whenChanged(line, JSON.stringify(session ?? null), () => {
    line.replaceChildren(...(session ? parts(service, session) : []));
  });
}

function parts(service, session) {
  const stop = h(
    "button",
    {
      type: "button",
      class: "session-stop",
      title: `${service.name}’s own stop button`,
      "data-testid": "session-stop",
      "data-focus-key": "session stop",
      onclick: () => press(service, session),
    },
    icon("stop"),
    "Stop",
  );
  return [
    h("span", { class: "session-sign", "aria-hidden": "true" }),
    h("span", {}, `${service.bot.name} is working…`),
    ...(session.canStop ? [stop] : []),
  ];
}

/** The platform only tells the bot, which says what becomes of it. */
async function press(service, { channel, thread }) {
  const { person } = selection(service);
  try {
    await stopSession({ platform: service.id, person: person.id, channel, thread });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    announce(error.message);
  }
}
