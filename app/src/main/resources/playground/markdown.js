// The small Markdown that Teams draws in messages and TextBlocks, and Slack in its markdown block.

import { TEAMS_MOMENT, teamsMoment } from "./dates.js";
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./links.js";
import { scan } from "./scan.js";

const ENTITIES = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
};

export function unescapeHtml(text) {
  return text.replace(/&(?:lt|gt|amp|quot|#39|apos|nbsp);/g, (entity) => ENTITIES[entity]);
}

/** Nodes for a text of several lines. */
export function markdown(text, context) {
  return text.split(/(```[\s\S]*?```)/).flatMap((part) => {
    const code = /^```[^\n]*\n?([\s\S]*?)\n?```$/.exec(part);
    return code ? [h("pre", {}, unescapeHtml(code[1]))] : blocks(part, context);
  });
}

function blocks(text, context) {
  const nodes = [];
  let lines = [];
  const flush = () => {
    const paragraph = lines.join("\n").trim();
    if (paragraph) nodes.push(h("p", {}, inline(paragraph, context)));
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const special = item(line, context) ?? heading(line, context) ?? quote(line, context);
    if (special || !line.trim()) flush();
    if (special) addSpecial(nodes, special);
    else if (line.trim()) lines.push(line);
  }
  flush();
  return nodes;
}

/** Items that follow each other make one list. */
function addSpecial(nodes, element) {
  if (element.tagName !== "LI") return nodes.push(element);
  const tag = element.dataset.start ? "OL" : "UL";
  const last = nodes.at(-1);
  if (last?.tagName === tag) return last.append(element);
  return nodes.push(h(tag, { start: element.dataset.start }, element));
}

function item(line, context) {
  const match = /^\s*(?:[-*+•]|(\d{1,9})[.)])\s+(.*)$/.exec(line);
  return match && h("li", { "data-start": match[1] }, inline(match[2], context));
}

function heading(line, context) {
  const match = /^#{1,6}\s+(.*)$/.exec(line);
  return match && h("p", { class: "block-header" }, inline(match[1], context));
}

function quote(line, context) {
  const match = /^\s*(?:>|&gt;)\s?(.*)$/.exec(line);
  return match && h("blockquote", {}, inline(match[1], context));
}

const tokens = (context) => [
  [/\\([\\`*_{}[\]()#+\-.!~<>|])/, (match) => match[1]],
  [TEAMS_MOMENT, (match) => teamsMoment(match)],
  [/`([^`\n]+)`/, (match) => h("code", {}, unescapeHtml(match[1]))],
  [/<at(?:\s[^>]*)?>[\s\S]*?<\/at>/i, (match) => context.atTag(match[0])],
  [/\[((?:[^\]\\]|\\.)+)\]\(([^)\s]+)\)/, (match) => link(unescapeHtml(match[2]), inline(match[1], context))],
  [/\*\*(\S(?:[\s\S]*?\S)?)\*\*/, (match) => h("strong", {}, inline(match[1], context))],
  [/__(\S(?:[\s\S]*?\S)?)__/, (match) => h("strong", {}, inline(match[1], context))],
  [/~~(\S(?:[\s\S]*?\S)?)~~/, (match) => h("s", {}, inline(match[1], context))],
  [/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/, (match) => h("em", {}, inline(match[1], context))],
  [/(?<![\w_])_(\S(?:[^_]*\S)?)_(?![\w_])/, (match) => h("em", {}, inline(match[1], context))],
  [/<br\s*\/?>/i, () => h("br")],
  [/https?:\/\/[^\s<>()]+[^\s<>().,;:!?'"]/, (match) => link(unescapeHtml(match[0]), unescapeHtml(match[0]))],
];

/** Nodes for text within a line. */
export function inline(text, context) {
  return scan(text, tokens(context), (plain) => withEmoji(unescapeHtml(plain)));
}
