// Draws a Teams activity from what the connector was sent: text with mentions, and Adaptive Cards.

import { append, h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { rawJson } from "./fallback.js";
import { fileElement } from "./files.js";
import { markdown, unescapeHtml } from "./markdown.js";
import { actionSet } from "./teams-actions.js";
import { elements } from "./teams-elements.js";
import { teamsXml } from "./teams-xml.js";

const DOWNLOAD = "application/vnd.microsoft.teams.file.download.info";
const CARD = "application/vnd.microsoft.card.adaptive";

/** Nodes for an activity. `context` knows names and does presses; see message-context.js. */
export function teamsMessage(wire, context) {
  const own = { ...context, atTag: atTags(wire.entities, context) };
  const attachments = (wire.attachments ?? []).map((attachment) =>
    attachment.contentType === CARD ? adaptiveCard(attachment.content, context) : otherAttachment(attachment),
  );
  return [text(wire, own), attachments];
}

/** Marks of what a message quotes; the page draws that itself. */
const QUOTED = /<quoted [^<>]*\/>/g;

function text(wire, context) {
  if (!wire.text) return null;
  if (wire.textFormat === "plain")
    return h("p", { class: "plain" }, plainWithMentions(wire.text.replace(QUOTED, ""), context));
  if (wire.textFormat === "xml") return teamsXml(wire.text, context);
  return h("div", { class: "rich-text" }, markdown(wire.text, context));
}

function plainWithMentions(text, context) {
  return text
    .split(/(<at(?:\s[^>]*)?>[\s\S]*?<\/at>)/i)
    .map((part) => (/^<at/i.test(part) ? context.atTag(part) : withEmoji(part)));
}

/** Teams repeats a person's message as HTML next to its text; the text says it all. */
function otherAttachment(attachment) {
  if (attachment.contentType === "text/html") return null;
  if (attachment.contentType === DOWNLOAD) return h("p", { class: "plain" }, `📎 ${attachment.name}`);
  return picture(attachment) ?? rawJson(attachment.contentType ?? "attachment", attachment);
}

/** A picture that Teams keeps; one on another host is not called from here. */
function picture(attachment) {
  const kept = /\/v3\/attachments\/([^/]+)\/views\/original$/.exec(attachment.contentUrl ?? "");
  if (!kept || !attachment.contentType?.startsWith("image/")) return null;
  return fileElement({
    address: `/api/files/teams/${kept[1]}`,
    mediaType: attachment.contentType === "image/*" ? "image/png" : attachment.contentType,
    description: attachment.name,
  });
}

/** A card with its actions at the end. */
export function adaptiveCard(card, context) {
  const own = { ...context, atTag: atTags(card.msteams?.entities, context) };
  const isFull = card.msteams?.width?.toLowerCase() === "full";
  const element = h("div", { class: `adaptive-card${isFull ? " ac-full" : ""}` });
  append(element, elements(card.body, own));
  if (card.actions?.length) append(element, [actionSet(card.actions, own)]);
  return element;
}

/**
 * What draws an `<at>` tag: highlighted when an entity says who is meant, else the text as it stands. With
 * `wholeOnly`, null for a text that is not one mention as a whole.
 */
function atTags(entities, context) {
  const mentions = new Map(
    (entities ?? [])
      .filter(({ type }) => type === "mention")
      .map((entity) => [entity.text, entity.mentioned]),
  );
  return (tag, wholeOnly = false) => {
    const mentioned = mentions.get(tag);
    if (!mentioned) return wholeOnly ? null : tag;
    const kind =
      mentioned.id === context.person.id
        ? " mention-me"
        : mentioned.id === context.bot.id
          ? " mention-bot"
          : "";
    return h(
      "span",
      { class: `mention${kind}` },
      mentioned.name ?? unescapeHtml(tag.replace(/<[^>]*>/g, "")),
    );
  };
}
