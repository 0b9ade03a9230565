// The messages of a channel: each thread with its replies under it and a place to reply.

import { createComposer } from "./composer.js";
import { h, syncList } from "./dom.js";
import { createMessage, updateMessage } from "./message.js";
import { showSession } from "./session.js";
import { selection } from "./state.js";

/** Groups messages, oldest first, by thread; where a channel has no threads each stands alone. */
export function threadsOf(messages, channel) {
  const threads = new Map();
  for (const message of messages) {
    const flat = !message.thread || message.thread === channel.id || isAlone(message);
    const id = flat ? message.id : message.thread;
    if (!threads.has(id)) threads.set(id, { id, flat, messages: [] });
    threads.get(id).messages.push(message);
  }
  return [...threads.values()];
}

/** A note for one person's eyes that began no conversation cannot be replied to. */
function isAlone(message) {
  return message.onlyFor && message.thread === message.id;
}

/** Brings the list of a channel up to date. `current` gives the moment's service. */
export function syncThreads(list, service, messages, current) {
  const { channel } = selection(service);
  syncList(list, threadsOf(messages, channel), {
    key: (thread) => `${channel.id} ${thread.id}`,
    create: (thread) => createThread(thread, channel, current),
    update: (element, thread) => updateThread(element, thread, service),
  });
}

const composers = new WeakMap();

function createThread(thread, channel, current) {
  const element = h("li", {
    class: `thread${thread.flat ? " flat" : ""}`,
    "data-testid": thread.flat ? null : `thread-${thread.id}`,
  });
  const root = h("div", { class: "thread-root" });
  const replies = h("div", { class: "replies" });
  const session = h("div", { class: "session", role: "status", hidden: true });
  element.append(root, replies, session);
  if (!thread.flat) {
    const composer = createComposer({
      testIds: { box: "thread-composer", send: "thread-send" },
      label: "Reply in thread",
      compact: true,
      destination: () => {
        const { person } = selection(current());
        return {
          platform: current().id,
          person: person.id,
          channel: channel.id,
          thread: thread.id,
          needsMention: channel.kind !== "direct",
          overheard: true,
          takesPart: botTakesPart(current(), thread.id),
        };
      },
    });
    composers.set(element, composer);
    element.append(composer.element);
  }
  return element;
}

function updateThread(element, thread, service) {
  const [first, ...rest] = thread.messages;
  // A thread may begin with a message that this person cannot see; then all are replies.
  const root = thread.flat || first.id === thread.id ? [first] : [];
  const [rootList, replyList, session] = element.children;
  syncMessages(rootList, root, service);
  syncMessages(replyList, root.length ? rest : thread.messages, service);
  showSession(session, service, thread);
  const author = root[0]?.author.name;
  composers.get(element)?.setLabel(author ? `Reply to ${author}` : "Reply in thread");
  composers.get(element)?.refresh();
}

/** Whether a reply is likely to be for the bot: it was mentioned here, or has said something. */
function botTakesPart(service, threadId) {
  return service.messages.some(
    ({ thread, author, text }) => thread === threadId && (author.bot || /@tiller\b/i.test(text ?? "")),
  );
}

function syncMessages(parent, messages, service) {
  syncList(parent, messages, {
    key: (message) => message.id,
    create: createMessage,
    update: (element, message) => updateMessage(element, service, message),
  });
}
