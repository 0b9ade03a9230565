// Block Kit's rich_text block: sections, lists, preformatted text and quotes with styled runs in them.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block (2026)

import { slackDate } from "./dates.js";
import { h } from "./dom.js";
import { emoji, withEmoji } from "./emoji.js";
import { rawJson } from "./fallback.js";
import { link } from "./links.js";
import { mention } from "./slack-mrkdwn.js";

export function richText(block, context) {
  return h(
    "div",
    { class: "rich-text" },
    (block.elements ?? []).map((element) => part(element, context)),
  );
}

function part(element, context) {
  const runs = () => (element.elements ?? []).map((run) => styledRun(run, context));
  switch (element.type) {
    case "rich_text_section":
      return h("p", {}, runs());
    case "rich_text_preformatted":
      return h("pre", {}, (element.elements ?? []).map(plainRun));
    case "rich_text_quote":
      return h("blockquote", {}, runs());
    case "rich_text_list":
      return list(element, context);
    default:
      return rawJson(element.type, element);
  }
}

function plainRun(run) {
  return run.text ?? run.url ?? "";
}

function list(element, context) {
  const ordered = element.style === "ordered";
  const props = {
    class: `indent-${Math.min(element.indent ?? 0, 4)}`,
    start: ordered ? (element.offset ?? 0) + 1 : null,
  };
  const items = (element.elements ?? []).map((item) =>
    h(
      "li",
      {},
      (item.elements ?? []).map((run) => styledRun(run, context)),
    ),
  );
  return h(ordered ? "ol" : "ul", props, items);
}

const WRAPPERS = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

function styledRun(run, context) {
  let node = runContent(run, context);
  for (const [style, tag] of Object.entries(WRAPPERS)) {
    if (run.style?.[style]) node = h(tag, {}, node);
  }
  return node;
}

function runContent(run, context) {
  switch (run.type) {
    case "text":
      return run.style?.code ? run.text : withEmoji(run.text);
    case "link":
      return link(run.url, run.text ?? run.url);
    case "user":
      return mention(run.user_id, context);
    case "channel":
      return h("span", { class: "mention" }, `#${context.channelName(run.channel_id)}`);
    case "broadcast":
      return h("span", { class: "mention mention-me" }, `@${run.range}`);
    case "usergroup":
      return h("span", { class: "mention" }, `@${run.usergroup_id}`);
    case "emoji":
      return emoji(run.name);
    case "date":
      return slackDate(run.timestamp, run.format, run.fallback);
    case "color":
      return h("code", {}, run.value);
    default:
      return rawJson(run.type, run);
  }
}
