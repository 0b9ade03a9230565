// Who speaks in a pane.

import { avatar } from "./avatar.js";
import { h, whenChanged } from "./dom.js";
import { icon } from "./icons.js";
import { choose, selection } from "./state.js";

/** @param current gives the moment's service */
export function createPersonSwitch(platformId, current) {
  const face = h("span", { class: "person-face" });
  const select = h("select", {
    "data-testid": `person-${platformId}`,
    onchange: () => choose(platformId, { person: select.value, channel: selection(current()).channel.id }),
  });
  const element = h(
    "label",
    { class: "person" },
    h("span", { class: "person-label" }, "Speaking as"),
    face,
    select,
    icon("chevron"),
  );
  const update = (service, person) => {
    whenChanged(select, JSON.stringify(service.people), () => {
      select.replaceChildren(...service.people.map(({ id, name }) => h("option", { value: id }, name)));
    });
    select.value = person.id;
    whenChanged(face, person.id, () => face.replaceChildren(avatar(person, service.people, "small")));
  };
  return { element, update };
}
