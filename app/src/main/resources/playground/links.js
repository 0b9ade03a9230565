// Links in messages. The hosts that runs link to are pretended by the playground itself.

import { h } from "./dom.js";

const PRETENDED = new Set([
  "github.com",
  "www.github.com",
  "gitlab.com",
  "bitbucket.org",
  "cursor.com",
  "www.cursor.com",
]);

/** The address as a URL when it is http or https, else null. */
export function webUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

/** Where a link leads on this page: to the pretend page of a known host, else to the real address. */
export function destination(url) {
  return PRETENDED.has(url.hostname)
    ? `/pretend/${url.hostname}${url.pathname}${url.search}${url.hash}`
    : url.href;
}

/** A link in a new tab; `data-href` keeps the real address. Anything but http(s) is shown as text. */
export function link(address, label, props = {}) {
  const url = webUrl(address);
  if (!url) return h("span", { title: address }, label);
  return h(
    "a",
    {
      href: destination(url),
      target: "_blank",
      rel: "noopener noreferrer",
      title: address,
      dataset: { href: address },
      ...props,
    },
    label,
  );
}
