// Draws a Slack message from what Slack holds: blocks, attachments, and the text when there are none.
// https://docs.slack.dev/reference/block-kit/blocks (2026)

import { append, h } from "./dom.js";
import { rawJson } from "./fallback.js";
import { fileElement } from "./files.js";
import { icon } from "./icons.js";
import { overflowButton } from "./overflow.js";
import { destination, webUrl } from "./links.js";
import { markdown } from "./markdown.js";
import { mrkdwn, textObject } from "./slack-mrkdwn.js";
import { richText } from "./slack-rich-text.js";
import { selectMenu } from "./slack-select.js";

/** Nodes for a message. `context` knows names and does presses; see message-context.js. */
export function slackMessage(wire, context) {
  const blocks = wire.blocks ?? [];
  const attachments = (wire.attachments ?? []).map((attachment) => renderAttachment(attachment, context));
  const added = [attachments, slackFiles(wire.files)];
  if (blocks.length > 0) return [h("div", { class: "blocks" }, renderBlocks(blocks, context)), added];
  if (added.flat().length > 0 && !wire.text) return added;
  return [h("p", { class: "plain" }, mrkdwn(wire.text ?? "", context)), added];
}

function slackFiles(files) {
  return (files ?? []).map((file) =>
    fileElement({
      address: `/api/files/slack/${encodeURIComponent(file.id)}`,
      name: file.title || file.name,
      mediaType: file.mimetype,
      description: file.alt_txt,
      size: file.size,
    }),
  );
}

function renderAttachment(attachment, context) {
  const children = attachment.blocks
    ? renderBlocks(attachment.blocks, context)
    : [h("p", { class: "plain" }, mrkdwn(attachment.text ?? attachment.fallback ?? "", context))];
  const element = h("div", { class: "attachment blocks" }, children);
  if (/^#?[0-9a-f]{6}$/i.test(attachment.color ?? "")) {
    element.style.setProperty("--bar", `#${attachment.color.replace("#", "")}`);
  }
  return element;
}

export function renderBlocks(blocks, context) {
  return blocks.map((block) => (BLOCKS[block.type] ?? unknown)(block, context));
}

const BLOCKS = {
  header: (block, context) =>
    h("p", { class: "block-header", role: "heading", "aria-level": 4 }, textObject(block.text, context)),
  section,
  context: (block, context) =>
    h(
      "div",
      { class: "block-context" },
      block.elements.map((part) => contextPart(part, context)),
    ),
  actions: (block, context) =>
    h(
      "div",
      { class: "block-actions" },
      block.elements.map((part) => actionElement(part, block, context)),
    ),
  divider: () => h("hr"),
  rich_text: richText,
  markdown: (block, context) => h("div", { class: "rich-text" }, markdown(block.text, context)),
  image: (block) => imageElement(block),
};

function unknown(block) {
  return rawJson(`${block.type} block`, block);
}

function section(block, context) {
  const element = h("div", { class: "block-section" });
  if (block.text) append(element, [h("p", {}, textObject(block.text, context))]);
  if (block.fields) {
    const fields = block.fields.map((field) => h("p", {}, textObject(field, context)));
    append(element, [h("div", { class: "block-fields" }, fields)]);
  }
  if (block.accessory)
    append(element, [h("div", { class: "accessory" }, actionElement(block.accessory, block, context))]);
  return element;
}

function contextPart(part, context) {
  return part.type === "image" ? imageElement(part) : h("span", {}, textObject(part, context));
}

/** Images live on other hosts, which this page never calls: their description stands for them. */
function imageElement(part) {
  return h("span", { class: "image-stand-in", title: part.image_url }, part.alt_text ?? "Image");
}

const SELECTS = new Set(["static_select", "external_select"]);

function actionElement(part, block, context) {
  if (part.type === "image") return imageElement(part);
  if (SELECTS.has(part.type)) return selectMenu(part, block, context);
  if (part.type === "overflow") return overflow(part, block, context);
  if (part.type !== "button") return rawJson(`${part.type} element`, part);
  const action = { action_id: part.action_id, block_id: block.block_id, value: part.value };
  // Slack gives blocks new ids with each edit; a button stays itself by what it does and says.
  const key = JSON.stringify([part.action_id, part.value, part.text?.text]);
  const props = {
    class: `card-button ${part.style ?? "default"}`,
    "aria-label": part.accessibility_label,
    dataset: { focusKey: key },
  };
  const url = part.url ? webUrl(part.url) : null;
  if (!url) return context.pressButton(key, action, props, textObject(part.text, context));
  props.dataset.href = part.url;
  const link = {
    ...props,
    href: destination(url),
    target: "_blank",
    rel: "noopener noreferrer",
    title: part.url,
  };
  return h(
    "a",
    { ...link, onclick: () => context.pressLink(action) },
    textObject(part.text, context),
    icon("outward"),
  );
}

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element (2026) */
function overflow(part, block, context) {
  const own = { action_id: part.action_id, block_id: block.block_id };
  const key = `menu ${part.action_id}`;
  const entries = part.options.map((option) => ({
    label: option.text.text,
    address: option.url,
    act: () => context.pressEntry({ ...own, selected_option: { value: option.value } }, key),
  }));
  return overflowButton(entries, key, context);
}
