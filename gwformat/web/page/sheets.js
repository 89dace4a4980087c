// The pictures of pages: drawn when they come near to the window, two at a time, so that other requests get their turn.

import { asked, made } from "./elements.js";

const AT_ONCE = 2;
const FEW = 12; // so many pages are shown whether anything was found on them or not

let waiting = [];
let drawing = 0;

function draw() {
  waiting = waiting.filter((picture) => picture.isConnected);
  while (drawing < AT_ONCE && waiting.length) {
    const picture = waiting.shift();
    near.unobserve(picture);
    drawing += 1;
    const drawn = () => { drawing -= 1; draw(); };
    picture.addEventListener("load", drawn, { once: true });
    picture.addEventListener("error", () => {
      picture.closest("figure").classList.add("undrawn");
      picture.replaceWith(made("span", { class: "note" }, "这一页画不出来"));
      drawn();
    }, { once: true });
    picture.src = picture.dataset.src;
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    waiting = waiting.filter((picture) => picture !== target);
    if (isIntersecting) waiting.push(target);
  }
  draw();
}, { rootMargin: "400px" });

// `found`: what stands on pages, each with its page, its words and where on the page it is seen.
export async function showSheets(place, number, job, found = []) {
  let shown;
  try {
    shown = await asked("GET", `/papers/${number}/${job}/pages`);
  } catch (error) {
    return place.append(made("p", { class: "note" }, `${error.message}，再做一次就有了。`));
  }
  const { sizes, note } = shown;
  if (!sizes.length) return place.append(made("p", { class: "note" }, "装上组件 pdf 以后，这里显示各页的样子。"));
  const marked = new Set(found.map(({ page }) => page).filter((page) => page >= 1 && page <= sizes.length));
  const sheets = made("div", { class: "sheets" });
  const all = sizes.map((size, index) => index + 1);
  const lay = (pages) => sheets.replaceChildren(
    ...pages.map((page) => sheet(`/papers/${number}/${job}/pages/${page}`, page, sizes, found.filter((one) => one.page === page))));
  place.append(...choice(marked, all, lay), ...(note ? [made("p", { class: "note" }, note)] : []), sheets);
  place.addEventListener("wanted", ({ detail }) => {
    if (!place.querySelector(`[data-page="${detail}"]`)) place.querySelector("button[data-all]")?.click();
    const button = place.querySelector(`[data-page="${detail}"] button`);
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
  });
  return undefined;
}

// Of many pages first those on which something was found.
function choice(marked, all, lay) {
  if (!marked.size || all.length <= FEW) {
    lay(all);
    return [];
  }
  const some = all.filter((page) => marked.has(page));
  const pressed = (button, pages) => {
    for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
    lay(pages);
  };
  const fewer = made("button", { type: "button", "aria-pressed": "true", onclick: () => pressed(fewer, some) }, `有问题的 ${some.length} 页`);
  const every = made("button", { type: "button", "data-all": true, "aria-pressed": "false", onclick: () => pressed(every, all) }, `全部 ${all.length} 页`);
  lay(some);
  return [made("p", { class: "which", role: "group", "aria-label": "看哪些页" }, fewer, every)];
}

function sheet(source, page, sizes, found) {
  const [width, height] = sizes[page - 1];
  const label = `第 ${page} 页，共 ${sizes.length} 页`;
  const picture = made("img", { "data-src": source, alt: label });
  const larger = () => {
    const whole = button.closest(".sheets");
    button.title = whole.classList.toggle("large") ? "缩小" : "放大";
    button.scrollIntoView({ block: "nearest" });
  };
  const button = made("button", { type: "button", class: "sheet", title: "放大", onclick: larger }, picture);
  button.style.aspectRatio = `${width} / ${height}`;
  for (const { marks, said, severity } of found)
    for (const [left, top, wide, high] of marks ?? []) {
      const mark = made("span", { class: `mark ${severity}`, title: said });
      Object.assign(mark.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${wide * 100}%`, height: `${high * 100}%` });
      button.append(mark);
    }
  near.observe(picture);
  const lines = found.map(({ said, severity }) => made("span", { class: severity }, said));
  return made("figure", { "data-page": page }, button, made("figcaption", {}, label, ...lines));
}

export const wantPage = (place, page) => place.dispatchEvent(new CustomEvent("wanted", { detail: page }));
