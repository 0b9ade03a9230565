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
  double_vertical_bar: ["pause", "waiting"],
  pause_button: ["pause", "waiting"],
  raised_hand: ["hand", "waiting"],
  eyes: ["eye", "neutral"],
  thumbsup: ["thumb", "waiting"],
  heart: ["heart", "failed"],
  laughing: ["smile", "waiting"],
};

const GLYPHS = {
  arrows_counterclockwise: "🔄",
  bulb: "💡",
  information_source: "ℹ️",
  inbox_tray: "📥",
  large_blue_circle: "🔵",
  large_green_circle: "🟢",
  mag: "🔍",
  memo: "📝",
  question: "❓",
  red_circle: "🔴",
  robot_face: "🤖",
  rocket: "🚀",
  sparkles: "✨",
  stopwatch: "⏱️",
  tada: "🎉",
  wave: "👋",
  zap: "⚡",
};

const DRAWN_GLYPHS = {
  "⏳": "hourglass_flowing_sand",
  "✅": "white_check_mark",
  "❌": "x",
  "⚠️": "warning",
  "⚠": "warning",
  "🛑": "octagonal_sign",
  "⏸️": "pause_button",
  "⏸": "pause_button",
  "✋": "raised_hand",
};

const DRAWN_GLYPH = new RegExp(`(${Object.keys(DRAWN_GLYPHS).join("|")})`, "u");

/** Teams' reactions by the ids of its "reactions reference"; others are shown by their own words. */
const TEAMS = {
  "274c_crossmark": "x",
  "1f440_eyes": "eyes",
  "2705_whiteheavycheckmark": "white_check_mark",
  like: "thumbsup",
  laugh: "laughing",
};

/** The short name of a reaction of either platform. */
export function reactionName(id) {
  return TEAMS[id] ?? id;
}

/** An emoji by its short name; an unknown one is shown as `:name:`. */
export function emoji(name) {
  const plain = name.replace(/::skin-tone-\d$/, "");
  const label = plain.replaceAll("_", " ");
  if (DRAWN[plain]) {
    const [drawing, tone] = DRAWN[plain];
    return h(
      "span",
      { class: `emoji drawn tone-${tone}`, role: "img", "aria-label": label, title: label },
      icon(drawing),
    );
  }
  if (GLYPHS[plain]) return h("span", { class: "emoji", role: "img", "aria-label": label }, GLYPHS[plain]);
  return h("span", { class: "emoji-name" }, `:${name}:`);
}

/** Text with the drawn ones among its emoji characters drawn. */
export function withEmoji(text) {
  return text.split(DRAWN_GLYPH).map((part) => (DRAWN_GLYPHS[part] ? emoji(DRAWN_GLYPHS[part]) : part));
}
