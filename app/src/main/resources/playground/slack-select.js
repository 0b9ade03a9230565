// Slack's select menus: in a message or in Home a choice is told at once, in a form it waits.
// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element (2026)

import { combobox, filtered } from "./combobox.js";

/** A menu of a message or of Home. */
export function selectMenu(element, block, context) {
  const own = { action_id: element.action_id, block_id: block.block_id };
  const name = element.placeholder?.text ?? "Choose";
  return combobox({
    props: {
      "aria-label": name,
      "data-focus-key": `menu ${element.action_id}`,
      "data-testid": "menu",
    },
    placeholder: name,
    initial: entry(element.initial_option),
    find: (typed) => found(element, own, context, typed),
    onChoose: (chosen) => chosen && context.press({ ...own, selected_option: { value: chosen.value } }),
  });
}

/** A field of a form. */
export function selectField(element, props, block, context) {
  const own = { action_id: element.action_id, block_id: block.block_id };
  return combobox({
    props,
    placeholder: element.placeholder?.text,
    initial: entry(element.initial_option),
    find: (typed) => found(element, own, context, typed),
  });
}

function found(element, own, context, typed) {
  return element.type === "external_select"
    ? context.search(own, typed)
    : Promise.resolve(filtered((element.options ?? []).map(entry), typed));
}

function entry(option) {
  return option ? { value: option.value, label: option.text?.text ?? option.value } : null;
}
