// The forms of the page, one of which is open: what they offer, and what they say.

import { $, $$, made } from "./elements.js";

const FIELDS = ["kind", "system", "grid", "seal", "revisions", "comments", "to", "settled", "stripped", "allowed", "impose"];

const tabs = () => $$("#jobs [role=tab]");

export const chosen = () => tabs().find((tab) => tab.getAttribute("aria-selected") === "true")?.dataset.job;

export function choose(name) {
  for (const tab of tabs()) {
    tab.setAttribute("aria-selected", String(tab.dataset.job === name));
    tab.tabIndex = tab.dataset.job === name ? 0 : -1;
  }
  for (const form of document.forms) form.hidden = form.dataset.job !== name;
}

function moveAmongTabs(event) {
  const all = tabs();
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const at = { Home: 0, End: all.length - 1 }[event.key] ?? (all.indexOf(event.target) + step + all.length) % all.length;
  if (!(at >= 0)) return;
  event.preventDefault();
  choose(all[at].dataset.job);
  all[at].focus();
}

let elements = []; // that can be filled in

// `start(form, job, all)`: a button of a form was pressed.
export function prepare(choices, start) {
  elements = choices.elements;
  for (const form of document.forms) {
    for (const field of FIELDS) {
      const select = form.elements[field];
      if (select) select.append(...Object.entries(choices[field]).map(([value, label]) => made("option", { value }, label)));
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter;
      start(form, button?.dataset.job ?? form.dataset.job, button?.classList.contains("all") ?? false);
    });
  }
  for (const tab of tabs()) tab.addEventListener("click", () => choose(tab.dataset.job));
  $("#jobs").addEventListener("keydown", moveAmongTabs);
  $("#more").addEventListener("click", () => addValue().focus());
}

// What a form says, with what was filled in for the draft it is about.
export function said(form, name, values) {
  if (name === "compare" || name === "verify") return { other: Number(form.elements.other.value) };
  const fields = {};
  for (const field of FIELDS) if (form.elements[field]?.value) fields[field] = form.elements[field].value;
  if (name !== "format") return fields;
  const drawn = { pdf: form.elements.pdf.checked, ofd: form.elements.ofd.checked };
  return { ...fields, ...drawn, values: values.filter(([, text]) => text) };
}

// Elements that are filled in, as pairs of label and text.

export const valuesFilledIn = () => $$("#values .value").map((row) => [$("select", row).value, $("input", row).value.trim()]);

export function showValues(values) {
  for (const row of $$("#values .value")) row.remove();
  for (const [label, text] of values) addValue(label, text);
}

export function addValue(label = elements[0], text = "") {
  const options = elements.map((name) => made("option", { value: name, selected: name === label }, name));
  const field = made("input", { type: "text", "aria-label": "要素的文字", value: text });
  const row = made("div", { class: "value" }, made("select", { "aria-label": "要素" }, ...options), field,
    made("button", { type: "button", class: "drop", "aria-label": "不补这个要素", title: "不补", onclick: () => { row.remove(); $("#more").focus(); } }, "✕"));
  $("#more").before(row);
  return field;
}
