// The elements of an Adaptive Card body.
// https://adaptivecards.io/explorer (schema 1.5)

import { TEAMS_MOMENT, teamsMoment } from "./dates.js";
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { rawJson } from "./fallback.js";
import { link } from "./links.js";
import { inline, markdown } from "./markdown.js";
import { scan } from "./scan.js";
import { actionSet } from "./teams-actions.js";
import { inputElement } from "./teams-inputs.js";

export function elements(items, context) {
  return (items ?? []).filter((item) => item.isVisible !== false).map((item) => placed(item, context));
}

function placed(item, context) {
  const node = (ELEMENTS[item.type] ?? unknown)(item, context);
  if (item.separator) node.classList.add("ac-separator");
  if (item.spacing && item.spacing !== "default") node.classList.add(`ac-spacing-${word(item.spacing)}`);
  return node;
}

const ELEMENTS = {
  TextBlock: textBlock,
  RichTextBlock: richTextBlock,
  Container: (item, context) =>
    h(
      "div",
      { class: `ac-container ${containerStyle(item)}${item.bleed ? " ac-bleed" : ""}` },
      elements(item.items, context),
    ),
  ColumnSet: columnSet,
  FactSet: factSet,
  ActionSet: (item, context) => actionSet(item.actions, context),
  Image: (item) => h("span", { class: "image-stand-in", title: item.url }, item.altText || "Image"),
  "Input.Text": inputElement,
  "Input.ChoiceSet": inputElement,
  "Input.Number": inputElement,
  "Input.Date": inputElement,
  "Input.Time": inputElement,
  "Input.Toggle": inputElement,
};

/** The card's own substitute when it has one, else the element as it came. */
function unknown(item, context) {
  if (item.fallback && typeof item.fallback === "object")
    return (ELEMENTS[item.fallback.type] ?? unknown)(item.fallback, context);
  return rawJson(item.type ?? "element without a type", item);
}

function textBlock(item, context) {
  const heading = item.style === "heading";
  const props = {
    class: `ac-text ${look(item)} ${alignment(item)}`,
    role: heading ? "heading" : null,
    "aria-level": heading ? 4 : null,
  };
  return h(
    "div",
    props,
    item.wrap === false ? h("p", {}, inline(item.text ?? "", context)) : markdown(item.text ?? "", context),
  );
}

/** A line that is code as a whole needs no frame around its words. */
function richTextBlock(item, context) {
  const runs = item.inlines ?? [];
  const isCode = runs.length === 1 && isMonospace(runs[0]);
  const props = { class: `ac-text ${alignment(item)}${isCode ? " ac-code-line" : ""}` };
  return h(
    "p",
    props,
    runs.map((run) => textRun(run, context)),
  );
}

function isMonospace(item) {
  return word(item.fontType ?? "") === "monospace";
}

function textRun(run, context) {
  if (typeof run === "string") return withEmoji(run);
  if (run.type && run.type !== "TextRun") return rawJson(run.type, run);
  const text = run.text ?? "";
  const marks = ["italic", "strikethrough", "underline", "highlight"]
    .filter((mark) => run[mark])
    .map((mark) => `ac-${mark}`);
  const props = { class: `${look(run)} ${marks.join(" ")}` };
  const mention = context.atTag(text, true);
  if (mention) return mention;
  if (run.selectAction?.type === "Action.OpenUrl") return link(run.selectAction.url, text, props);
  return h(isMonospace(run) ? "code" : "span", props, scan(text, MOMENTS, withEmoji));
}

const MOMENTS = [[TEAMS_MOMENT, (match) => teamsMoment(match)]];

function columnSet(item, context) {
  const columns = (item.columns ?? []).map((column) => {
    const element = h("div", {
      class: `ac-column ${containerStyle(column)} ac-valign-${word(column.verticalContentAlignment ?? "top")}`,
    });
    element.append(...elements(column.items, context));
    const width = column.width ?? "stretch";
    if (width === "auto") element.classList.add("ac-auto");
    else if (/^\d+px$/.test(width)) element.style.flex = `0 0 ${width}`;
    else if (Number(width) > 0) element.style.flexGrow = String(Number(width));
    return element;
  });
  return h("div", { class: `ac-columns ${containerStyle(item)}` }, columns);
}

function factSet(item, context) {
  const facts = (item.facts ?? []).flatMap((fact) => [
    h("dt", {}, inline(fact.title ?? "", context)),
    h("dd", {}, inline(fact.value ?? "", context)),
  ]);
  return h("dl", { class: "ac-facts" }, facts);
}

function look(item) {
  const names = [
    `ac-size-${word(item.size ?? "default")}`,
    `ac-weight-${word(item.weight ?? "default")}`,
    `ac-color-${word(item.color ?? "default")}`,
  ];
  if (item.isSubtle) names.push("ac-subtle");
  if (isMonospace(item)) names.push("ac-mono");
  return names.join(" ");
}

function alignment(item) {
  return item.horizontalAlignment ? `ac-align-${word(item.horizontalAlignment)}` : "";
}

function containerStyle(item) {
  return item.style && item.style !== "default" ? `ac-style-${word(item.style)}` : "";
}

/** Schema values are not case-sensitive; as part of a class name only letters count. */
export function word(value) {
  return String(value)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}
