// Who speaks in a pane.

import { avatar } from "./avatar.js";
import { unreadDirect } from "./channels.js";
import { h, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { choose, selection } from "./state.js";

function label(name, news) {
  return news ? `${name} (${news} new)` : name;
}

/** @param current gives the moment's service */
export function createPersonSwitch(platformId, current) {
  const face = h("span", { class: "person-face" });
  const select = h("select", {
    "data-testid": `person-${platformId}`,
    onchange: () => choose(platformId, { person: select.value, channel: selection(current()).channel.id }),
  });
  const dot = h("span", { class: "person-news", hidden: true });
  const element = h(
    "label",
    { class: "person" },
    h("span", { class: "person-label" }, "Speaking as"),
    face,
    select,
    icon("chevron"),
    dot,
  );
  const update = (service, person) => {
    const news = service.people.map((it) => (it.id === person.id ? 0 : unreadDirect(service, it)));
    whenChanged(select, JSON.stringify([service.people, news]), () => {
      const options = service.people.map(({ id, name }, at) => h("option", { value: id }, label(name, news[at])));
      select.replaceChildren(...options);
    });
    const waiting = service.people.filter((_, at) => news[at] > 0).map(({ name }) => name);
    dot.hidden = waiting.length === 0;
    select.title = waiting.length ? `Tiller has written to ${waiting.join(" and ")} in private.` : "";
    select.value = person.id;
    whenChanged(face, person.id, () => face.replaceChildren(avatar(person, service.people, "small")));
  };
  return { element, update };
}
