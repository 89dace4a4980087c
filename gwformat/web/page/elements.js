// What the other scripts of the page are made of: elements, and requests. Nothing is ever inserted as HTML: words of a
// draft stay words.

export const $ = (query, within = document) => within.querySelector(query);
export const $$ = (query, within = document) => [...within.querySelectorAll(query)];

export function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

// A failed request is told like a failed job: what is wrong and what to do.
export async function asked(method, path, body) {
  let reply;
  try {
    reply = await fetch(path, { method, body, headers: { "X-Gwformat": "1" } });
  } catch {
    throw { message: "程序已经结束，或者没有回应", advice: "重新执行 gwformat web。", ended: true };
  }
  const said = reply.headers.get("Content-Type").startsWith("application/json") ? await reply.json() : await reply.text();
  if (!reply.ok) throw said;
  return said;
}

export function trouble(error) {
  return made("div", { class: "failed" },
    made("p", {}, `${error.message ?? "没有完成"}。`.replace(/。+$/, "。")), error.advice && made("p", {}, error.advice));
}

const MOST_ROWS = 300;

// Of very many rows the first; `left` says what the others are.
export function table(heads, rows, left) {
  const shown = rows.slice(0, MOST_ROWS);
  const body = made("table", {}, made("thead", {}, made("tr", {}, ...heads.map((head) => made("th", { scope: "col" }, head)))),
    made("tbody", {}, ...shown));
  const hidden = rows.length - shown.length;
  const wide = made("div", { class: "wide" }, body);
  return hidden ? made("div", {}, wide, made("p", { class: "note" }, `还有 ${hidden} ${left}`)) : wide;
}

export const section = (title, ...content) => [made("h3", {}, title), ...content];

// Things that say the same, together.
export function alike(all, key) {
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}
