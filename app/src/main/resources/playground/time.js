// Moments as people say them, with the exact time one hover away.

import { h } from "./dom.js";

const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** A `<time>` element that `refreshTimes` keeps current. */
export function timeElement(at) {
  const moment = new Date(at);
  return h("time", { datetime: at, title: EXACT.format(moment) }, relative(moment, new Date()));
}

export function clock(at) {
  return CLOCK.format(new Date(at));
}

export function relative(moment, now) {
  const seconds = Math.round((now - moment) / 1000);
  if (seconds < 10) return "now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (moment.toDateString() === now.toDateString()) return CLOCK.format(moment);
  return `${DAY.format(moment)}, ${CLOCK.format(moment)}`;
}

/** Brings all times on the page up to date. */
export function refreshTimes() {
  const now = new Date();
  for (const element of document.querySelectorAll("time[datetime]")) {
    const text = relative(new Date(element.dateTime), now);
    if (element.textContent !== text) element.textContent = text;
  }
}
