// Emoji by the short names that Slack uses. Those that mark a state are drawn, so that they look the same everywhere.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const DRAWN = {
  hourglass_flowing_sand: ["hourglass", "working"],
  hourglass: ["hourglass", "working"],
  white_check_mark: ["check", "done"],
  heavy_check_mark: ["check", "done"],
  x: ["cross", "failed"],
  octagonal_sign: ["stop", "failed"],
  no_entry: ["stop", "failed"],
  warning: ["warning", "waiting"],
  eyes: ["eye", "neutral"],
};

const GLYPHS = {
  arrows_counterclockwise: "🔄",
  bulb: "💡",
  heart: "❤️",
  information_source: "ℹ️",
  inbox_tray: "📥",
  large_blue_circle: "🔵",
  large_green_circle: "🟢",
  mag: "🔍",
  memo: "📝",
  pause_button: "⏸️",
  question: "❓",
  raised_hand: "✋",
  red_circle: "🔴",
  robot_face: "🤖",
  rocket: "🚀",
  sparkles: "✨",
  stopwatch: "⏱️",
  tada: "🎉",
  thumbsup: "👍",
  wave: "👋",
  zap: "⚡",
};

const NAMES_OF_GLYPHS = { "⏳": "hourglass_flowing_sand", "✅": "white_check_mark", "❌": "x", "⚠️": "warning", "⚠": "warning", "🛑": "octagonal_sign" };

/** An emoji by its short name; an unknown one is shown as `:name:`. */
export function emoji(name) {
  const plain = name.replace(/::skin-tone-\d$/, "");
  const label = plain.replaceAll("_", " ");
  if (DRAWN[plain]) {
    const [drawing, tone] = DRAWN[plain];
    return h("span", { class: `emoji drawn tone-${tone}`, role: "img", "aria-label": label, title: label }, icon(drawing));
  }
  if (GLYPHS[plain]) return h("span", { class: "emoji", role: "img", "aria-label": label }, GLYPHS[plain]);
  return h("span", { class: "emoji-name" }, `:${name}:`);
}

/** Text with the drawn ones among its emoji characters drawn. */
export function withEmoji(text) {
  return text.split(/(⏳|✅|❌|⚠️|⚠|🛑)/u).map((part) => (NAMES_OF_GLYPHS[part] ? emoji(NAMES_OF_GLYPHS[part]) : part));
}
