// Things to try, and the words that decide how a pretend run ends.

export const SUGGESTIONS = [
  { label: "Fix a bug", hint: "ends with a pull request", text: "@tiller repo=acme/web fix the login bug" },
  {
    label: "Branch only",
    hint: "pushes a branch, no pull request",
    text: "@tiller repo=acme/api cache searches #branch-only",
  },
  {
    label: "A run that fails",
    hint: "shows the cause and a Retry button",
    text: "@tiller repo=acme/web upgrade the router #error",
  },
  {
    label: "A slow run",
    hint: "time to follow up, or to stop it",
    text: "@tiller repo=acme/mobile add a dark theme #slow",
  },
  {
    label: "Who am I?",
    hint: "and whose key Tiller uses",
    text: "@tiller whoami",
  },
  { label: "Help", hint: "what else Tiller understands", text: "@tiller help" },
];

export const ENDINGS = [
  { word: "no word", ending: "The run finishes and opens a pull request." },
  { word: "#branch-only", ending: "The run finishes and pushes a branch, without a pull request." },
  { word: "#nothing", ending: "The run finishes without changing anything." },
  { word: "#error", ending: "The run ends with an error." },
  { word: "#expire", ending: "The run expires before it is done." },
  { word: "#slow", ending: "Everything takes six times longer. Goes with any other word." },
];

export const FILES = [
  { word: "no word", ending: "A finished run leaves a screenshot, a short video, a log and a report." },
  { word: "#no-artifacts", ending: "It leaves none." },
  { word: "#only-screenshot", ending: "It leaves just that; also #only-video, #only-log and #only-report." },
  { word: "#large-artifact", ending: "It leaves a log of 12 MB." },
  { word: "#many-artifacts", ending: "It leaves more files than Cursor lists." },
];

export const REFUSALS = [
  { word: "#no-access", ending: "Cursor has no access to the repository." },
  { word: "#plan", ending: "The plan does not include cloud agents." },
  { word: "#limit", ending: "The usage limit has been reached." },
];

/** A suggestion as it is written in a channel; a direct message needs no mention. */
export function suggestionText(suggestion, channel) {
  return channel.kind === "direct" ? suggestion.text.replace(/^@tiller /, "") : suggestion.text;
}
