// Files that go with a message: chosen with the paper clip, pasted, or dropped.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const LARGEST = 10 * 1024 * 1024;

/**
 * @param testId names the file input
 * @param onProblem says why a file is not taken; "" when all is well
 */
export function createAttachments({ testId, onProblem, onChange }) {
  let files = [];
  const input = h("input", { type: "file", multiple: true, hidden: true, "data-testid": testId });
  const button = h(
    "button",
    {
      type: "button",
      class: "attach",
      "aria-label": "Attach files",
      title: "Attach files",
      onclick: () => input.click(),
    },
    icon("clip"),
  );
  const list = h("ul", { class: "attached", "aria-label": "Attached files" });

  function add(chosen) {
    onProblem("");
    for (const file of chosen) {
      if (file.size > LARGEST) onProblem(`${file.name} is larger than 10 MB, which is all this page sends.`);
      else files.push(file);
    }
    draw();
  }

  function clear() {
    files = [];
    draw();
  }

  function draw() {
    list.replaceChildren(...files.map((file) => h("li", {}, h("span", {}, file.name), removal(file))));
    onChange();
  }

  function removal(file) {
    const onclick = () => {
      files = files.filter((other) => other !== file);
      draw();
    };
    return h("button", { type: "button", "aria-label": `Remove ${file.name}`, onclick }, icon("close"));
  }

  input.addEventListener("change", () => {
    add([...input.files]);
    input.value = "";
  });
  return { input, button, list, add, clear, count: () => files.length, read: () => Promise.all(files.map(readFile)) };
}

function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve({ name: file.name, type: file.type, data: reader.result.slice(reader.result.indexOf(",") + 1) });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
