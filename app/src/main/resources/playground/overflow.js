// The menu of a card, for what is wanted less often.

import { icon } from "./icons.js";
import { destination, webUrl } from "./links.js";
import { menuButton } from "./menu.js";

/**
 * @param entries `{label, address?, act}`: those with an address also open it
 * @param key names the menu among those of its message
 */
export function overflowButton(entries, key, context) {
  return menuButton({
    key: context.menuKey(key),
    props: {
      class: "card-button overflow",
      "aria-label": "More for this card",
      title: "More",
      "data-focus-key": key,
      "data-testid": "card-menu",
    },
    content: icon("more"),
    entries: () =>
      entries.map((entry) => {
        const url = entry.address ? webUrl(entry.address) : null;
        return url ? { ...entry, href: destination(url), title: entry.address } : entry;
      }),
  });
}
