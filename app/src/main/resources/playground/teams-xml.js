// Text in Teams' format `xml`: a subset of HTML. Known tags become elements; what is not known stays text.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./links.js";
import { unescapeHtml } from "./markdown.js";

const TAGS = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  s: "s",
  strike: "s",
  u: "u",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  p: "p",
  ul: "ul",
  ol: "ol",
  li: "li",
};

const TOKEN =
  /<at(?:\s[^>]*)?>[^<]*<\/at>|<br\s*\/?>|<a\s[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>|<(\/?)([a-z]+)>/gi;

/** Nodes for a text; the `context` draws mentions. */
export function teamsXml(text, context) {
  const root = h("div", { class: "rich-text xml" });
  const open = [root];
  const put = (node) => open.at(-1).append(...[node].flat(Infinity));
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    put(plain(text.slice(end, match.index)));
    end = match.index + match[0].length;
    const [whole, href, label, slash, name] = match;
    if (/^<at/i.test(whole)) put(context.atTag(whole));
    else if (/^<br/i.test(whole)) put(h("br"));
    else if (href !== undefined) put(link(unescapeHtml(href), unescapeHtml(label)));
    else if (slash) close(open, name, put, whole);
    else start(open, name, put, whole);
  }
  put(plain(text.slice(end)));
  return root;
}

function plain(text) {
  return text ? withEmoji(unescapeHtml(text)) : [];
}

function start(open, name, put, whole) {
  const tag = TAGS[name.toLowerCase()];
  if (!tag) return put(whole);
  const element = h(tag);
  put(element);
  open.push(element);
}

function close(open, name, put, whole) {
  const tag = TAGS[name.toLowerCase()];
  if (open.length > 1 && open.at(-1).tagName.toLowerCase() === tag) open.pop();
  else put(whole);
}
