// The playground's JSON API, on the same origin as this page.

/** Says in a plain sentence why a call failed. */
export class ApiError extends Error {}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError("The playground does not answer. Is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error ?? `The playground answered ${response.status}.`);
  return body;
}

function post(name, body, keepalive = true) {
  return call(`/api/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    keepalive, // a link button's press outlives a page that is being left
  });
}

export const say = (message) => post("say", message, !message.files?.length); // what outlives a page is small
export const edit = (message) => post("edit", message);
export const press = (click) => post("press", click);
export const react = (reaction) => post("react", reaction);
export const choose = (entry) => post("choose", entry);
export const stopSession = (session) => post("stop", session);
export const letRead = (permission) => post("reading", permission);
export const addBot = (place) => post("bot/add", place);
export const removeBot = (place) => post("bot/remove", place);
export const search = (query) => post("search", query).then(({ entries }) => entries);
export const openHome = (visit) => post("home/open", visit);
export const pressHome = (click) => post("home/press", click);
export const submit = (form) => post("submit", form);
export const dismiss = (form) => post("dismiss", form);
export const redeliver = (message) => post("redeliver", message);
export const faultChoices = () => call("/api/faults");
export const addFault = (fault) => post("faults/add", fault);
export const addScenario = (scenario) => post("faults/scenario", { scenario });
export const removeFault = (id) => post("faults/remove", { id });
export const clearFaults = () => post("faults/clear", {});
export const traffic = (after) => call(`/api/traffic?after=${after}`);

/**
 * Follows the state for as long as the page is open. The browser reconnects by itself, except after an
 * answer that it takes as final; then we do.
 */
export function followState({ onState, onConnected, onLost }) {
  const source = new EventSource("/api/events");
  source.addEventListener("open", onConnected);
  source.addEventListener("state", (event) => onState(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    onLost();
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => followState({ onState, onConnected, onLost }), 2000);
    }
  });
}
