// Which jobs a file can be had for, and which two files go together.

import { $, made } from "./elements.js";

export const isManifest = (paper) => /\.json$/i.test(paper.name);
export const isFinished = (paper) => /\.(pdf|ofd)$/i.test(paper.name);

// What can be done with several files at once is done with those it can be done with.
export const suits = (name, paper) => !isManifest(paper) && (name === "print" || !isFinished(paper));

const compared = () => $("#form-compare").elements;
const received = () => $("#form-verify").elements;

export function hasTwo() {
  const { approved, other } = compared();
  return Boolean(approved.value && other.value && approved.value !== other.value);
}

export const hasManifest = () => Boolean(received().other.value);

// The second file of a job is one of those that are here: the one that was chosen, else the one it can only be.
export function offerFiles(papers, current) {
  const all = [...papers];
  const named = (some) => some.map(([number, paper]) => made("option", { value: number }, paper.name));
  const fill = (select, some, likely) => {
    const before = select.value;
    select.replaceChildren(...(some.length ? named(some) : [made("option", { value: "" }, "（还没有拖进来）")]));
    select.value = some.some(([number]) => String(number) === before) && select.dataset.chosen ? before : String(likely?.[0] ?? "");
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  };
  const manifests = all.filter(([, paper]) => isManifest(paper));
  const own = `${papers.get(current)?.name}.json`;
  fill(received().other, manifests, manifests.find(([, paper]) => paper.name === own) ?? manifests.at(-1));
  const drafts = all.filter(([, paper]) => !isManifest(paper));
  const { approved, other } = compared();
  const finished = drafts.findLast(([, paper]) => isFinished(paper)) ?? drafts.at(-1);
  fill(other, drafts, finished);
  const rest = drafts.filter(([number]) => String(number) !== other.value);
  const stem = (entry) => entry?.[1].name.replace(/(-(排版|发出|付印))?\.\w+$/, "");
  const written = rest.filter(([, paper]) => !isFinished(paper));
  fill(approved, drafts, written.find((entry) => stem(entry) === stem(finished)) ?? written.at(-1) ?? rest.at(-1));
}

// Whoever chooses a file keeps it; `changed` is told.
export function chooseTwo(changed) {
  const { approved, other } = compared();
  for (const select of [approved, other, received().other])
    select.addEventListener("change", () => { select.dataset.chosen = "true"; changed(); });
  $("#swap").addEventListener("click", () => {
    [approved.value, other.value] = [other.value, approved.value];
    approved.dataset.chosen = other.dataset.chosen = "true";
  });
}
