// Moments in the viewer's own time zone, as each platform's cards write them.

import { h } from "./dom.js";

const STYLES = {
  clock: { hour: "numeric", minute: "2-digit" },
  seconds: { hour: "numeric", minute: "2-digit", second: "2-digit" },
  number: { year: "numeric", month: "2-digit", day: "2-digit" },
  month: { month: "short", day: "numeric", year: "numeric" },
  long: { month: "long", day: "numeric", year: "numeric" },
  weekday: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  weekdayShort: { weekday: "short", month: "short", day: "numeric", year: "numeric" },
};

function said(moment, style) {
  return new Intl.DateTimeFormat("en-US", STYLES[style]).format(moment);
}

/** The same, or today, yesterday, tomorrow. */
function pretty(moment, style) {
  const day = (days) => {
    const date = new Date();
    date.setDate(date.getDate() + days);
    return date.toDateString();
  };
  if (moment.toDateString() === day(0)) return "today";
  if (moment.toDateString() === day(-1)) return "yesterday";
  return moment.toDateString() === day(1) ? "tomorrow" : said(moment, style);
}

const SLACK = {
  "{time}": (it) => said(it, "clock"),
  "{time_secs}": (it) => said(it, "seconds"),
  "{date_num}": (it) => said(it, "number"),
  "{date}": (it) => said(it, "long"),
  "{date_short}": (it) => said(it, "month"),
  "{date_long}": (it) => said(it, "weekday"),
  "{date_pretty}": (it) => pretty(it, "long"),
  "{date_short_pretty}": (it) => pretty(it, "month"),
  "{date_long_pretty}": (it) => pretty(it, "weekday"),
  "{ago}": (it) => ago(it),
};

function ago(moment) {
  const minutes = Math.round((Date.now() - moment) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 60 * 24 ? `${Math.round(minutes / 60)} h ago` : said(moment, "month");
}

/**
 * Slack's dates (`<!date^…>` and the `date` element of rich_text).
 * https://docs.slack.dev/messaging/formatting-message-text (2026)
 */
export function slackDate(seconds, format, fallback) {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return fallback ?? "";
  const text = (format || "{date_short_pretty} at {time}").replace(/\{[a-z_]+\}/g, (part) =>
    SLACK[part] ? SLACK[part](moment) : part,
  );
  return element(moment, text);
}

const TEAMS_DATES = { COMPACT: "number", SHORT: "weekdayShort", LONG: "weekday" };

/** Adaptive Cards' functions for dates and times; https://learn.microsoft.com/adaptive-cards (text features). */
export const TEAMS_MOMENT =
  /\{\{(DATE|TIME)\(\s*([0-9T:.+\-]+Z?)\s*(?:,\s*(COMPACT|SHORT|LONG)\s*)?\)\}\}/;

/** @param match of `TEAMS_MOMENT` */
export function teamsMoment([whole, kind, at, style]) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return whole;
  return element(moment, said(moment, kind === "TIME" ? "clock" : TEAMS_DATES[style ?? "COMPACT"]));
}

function element(moment, text) {
  const exact = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeStyle: "long" }).format(moment);
  return h("time", { class: "moment", "data-moment": moment.toISOString(), title: exact }, text);
}
