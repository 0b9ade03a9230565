// A Slack modal's input blocks.
// https://docs.slack.dev/reference/views/modal-views (2026)

import { h } from "./dom.js";
import { field } from "./field.js";
import { rawJson } from "./fallback.js";
import { selectField } from "./slack-select.js";
import { renderBlocks } from "./slack-render.js";

/** The words around a form's fields. */
export function slackFormFrame(view) {
  return {
    title: view.title?.text ?? "",
    submit: view.submit?.text ?? "Submit",
    cancel: view.close?.text ?? "Cancel",
  };
}

export function slackFormFields(view, context) {
  return (view.blocks ?? []).flatMap((block) =>
    block.type === "input" ? input(block, context) : renderBlocks([block], context),
  );
}

function input(block, context) {
  const build = CONTROLS[block.element?.type];
  if (!build) return rawJson(`${block.element?.type} input`, block);
  return field({
    id: block.block_id,
    label: block.label?.text ?? block.block_id,
    hint: block.hint?.text,
    required: block.optional !== true,
    error: context.errors?.[block.block_id],
    control: (props) => build(block.element, props, block, context),
  });
}

const CONTROLS = {
  plain_text_input: textInput,
  url_text_input: textInput,
  email_text_input: textInput,
  number_input: textInput,
  static_select: select,
  external_select: selectField,
  radio_buttons: select,
};

function textInput(element, props) {
  const common = {
    ...props,
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    minlength: element.min_length,
  };
  if (element.multiline) return h("textarea", { ...common, rows: 5 }, element.initial_value ?? "");
  return h("input", { ...common, type: "text", value: element.initial_value });
}

function select(element, props) {
  const initial = element.initial_option?.value;
  const empty =
    initial === undefined ? h("option", { value: "" }, element.placeholder?.text ?? "Choose…") : null;
  const options = (element.options ?? []).map(({ text, value }) =>
    h("option", { value, selected: value === initial }, text.text),
  );
  return h("select", props, empty, options);
}
