// Slack's mrkdwn: the markup of `text` fields and of `mrkdwn` text objects.
// https://docs.slack.dev/messaging/formatting-message-text (2026)

import { slackDate } from "./dates.js";
import { h } from "./dom.js";
import { emoji, withEmoji } from "./emoji.js";
import { link } from "./links.js";
import { scan } from "./scan.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

export function unescape(text) {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);
}

/** A text object: `plain_text` literally, `mrkdwn` with its markup. */
export function textObject(text, context) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text ?? "", context) : plainText(text);
}

function plainText(text) {
  if (text.emoji === false) return [text.text];
  return text.text
    .split(/(:[a-z0-9_+-]+:)/)
    .map((part) => (/^:[a-z0-9_+-]+:$/.test(part) ? emoji(part.slice(1, -1)) : withEmoji(part)));
}

/** Nodes for a text with mrkdwn in it. */
export function mrkdwn(text, context) {
  return text.split(/(```[\s\S]+?```)/).map((part) => {
    const code = /^```\n?([\s\S]+?)\n?```$/.exec(part);
    return code ? h("pre", {}, unescape(code[1])) : quotes(part, context);
  });
}

function quotes(text, context) {
  const nodes = [];
  for (const part of text.split(/((?:^|\n)(?:(?:&gt;|>) ?.*(?:\n|$))+)/)) {
    if (/^\n?(?:&gt;|>)/.test(part)) {
      const lines = part
        .trim()
        .split("\n")
        .map((line) => line.replace(/^(?:&gt;|>) ?/, ""));
      nodes.push(h("blockquote", {}, inline(lines.join("\n"), context)));
    } else {
      nodes.push(inline(part, context));
    }
  }
  return nodes;
}

const tokens = (context) => [
  [/`([^`\n]+)`/, (match) => h("code", {}, unescape(match[1]))],
  [/<([^<>\n]+)>/, (match) => reference(match[1], context)],
  [/(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])/, (match) => h("strong", {}, inline(match[1], context))],
  [/(?<![\w_])_(\S(?:[^_\n]*\S)?)_(?![\w_])/, (match) => h("em", {}, inline(match[1], context))],
  [/(?<![\w~])~(\S(?:[^~\n]*\S)?)~(?![\w~])/, (match) => h("s", {}, inline(match[1], context))],
  [/:([a-z0-9_+-]+(?:::skin-tone-\d)?):/, (match) => emoji(match[1])],
];

function inline(text, context) {
  return scan(text, tokens(context), (plain) => withEmoji(unescape(plain)));
}

/** What stands between angle brackets: a mention, a channel, a date or a link. */
function reference(body, context) {
  const [target, label] = body.split("|", 2);
  if (target.startsWith("@")) return mention(target.slice(1), context, label);
  if (target.startsWith("#"))
    return h("span", { class: "mention" }, `#${label || context.channelName(target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!"))
    return h("span", { class: "mention" }, `@${label?.replace(/^@/, "") || target.slice(1)}`);
  return link(unescape(target), unescape(label ?? target));
}

function date(target, label) {
  const [, seconds, format] = target.split("^");
  return slackDate(Number(seconds), unescape(format ?? ""), label);
}

/** A highlighted name; stronger when it names the viewer or the bot. */
export function mention(id, context, label) {
  const kind = id === context.person.id ? " mention-me" : id === context.bot.id ? " mention-bot" : "";
  return h("span", { class: `mention${kind}` }, `@${context.personName(id) ?? label ?? id}`);
}
