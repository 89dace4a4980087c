// The page of `gwformat web`: drafts go to the desk behind it, accounts come back and are shown.

import { $, $$, asked, made, trouble } from "./elements.js";
import { addValue, choose, chosen, prepare, said, showValues, valuesFilledIn } from "./forms.js";
import { chooseTwo, hasManifest, hasTwo, isFinished, isManifest, offerFiles, suits } from "./pairs.js";
import { article, stateOf } from "./results.js";

const ALIVE = 60_000; // milliseconds between two signs that the page is open

// number → { name, account, done: jobs done with it, values: what was filled in for it, taken: names of files fetched }
const papers = new Map();
let current = null;
let work = null; // what is being done: { number, paper, since, halted }
let choices;

const TAB_OF = { fix: "check", annotate: "check", proof: "print", impose: "print" };

// Drafts

async function take(files) {
  $("#troubles").replaceChildren();
  const came = [];
  for (const file of files) {
    if (file.size > choices.most_bytes) {
      complain({ message: `“${file.name}”超过 ${choices.most_bytes >> 20} MB`, advice: "压缩文中的图片，或者拆成几份。" });
      continue;
    }
    try {
      const { number, name } = await asked("POST", `/papers?name=${encodeURIComponent(file.name)}`, file);
      papers.set(number, paperNamed(name));
      came.push(papers.get(number));
      choosePaper(number);
    } catch (error) {
      complain(error);
    }
  }
  suggest(came);
}

const paperNamed = (name) => ({ name, account: null, done: 0, values: [], taken: new Set() });

// What can only be wanted of the files that came.
function suggest(came) {
  if (!came.length) return;
  if (came.some(isManifest) && current !== null) {
    const received = [...papers].find(([, paper]) => came.includes(paper) && !isManifest(paper));
    if (received) choosePaper(received[0]);
    choose("verify");
  }
}

function keepValues() {
  const paper = papers.get(current);
  if (paper) paper.values = valuesFilledIn();
}

// What is filled in belongs to one draft: a document number must never get into another.
function choosePaper(number) {
  keepValues();
  current = number;
  if (papers.has(current) && isFinished(papers.get(current)) && !["print", "compare"].includes(chosen())) choose("print");
  showValues(papers.get(current)?.values ?? []);
  list();
  show();
}

function list() {
  const focused = document.activeElement?.dataset.keep;
  const row = ([number, paper]) =>
    made("li", {},
      made("button", { type: "button", class: "name", title: paper.name, "aria-current": number === current ? "true" : null,
        "data-keep": `name${number}`, onclick: () => choosePaper(number) }, paper.name),
      made("span", { class: "state" }, paper.busy ? "……" : paper.account ? stateOf(paper.account) : ""),
      made("button", { type: "button", class: "drop", "aria-label": `移去 ${paper.name}`, title: "移去",
        "data-keep": `drop${number}`, onclick: () => forget(number) }, "✕"));
  $("#papers").replaceChildren(...[...papers].map(row));
  if (focused) ($(`[data-keep="${focused}"]`) ?? $("#papers .drop") ?? $("#pick")).focus();
  offerFiles(papers, current);
  allow();
}

// Which buttons can be pressed.
function allow() {
  const drafts = [...papers.values()].filter((paper) => !isManifest(paper));
  for (const button of $$("form button[type=submit]")) button.disabled = Boolean(work) || drafts.length === 0;
  $("#form-compare .main").disabled = Boolean(work) || !hasTwo();
  $("#form-verify .main").disabled = Boolean(work) || !hasManifest() || isManifest(papers.get(current) ?? { name: "" });
  for (const button of $$("button.all")) {
    const suitable = drafts.filter((paper) => suits(button.form.dataset.job, paper)).length;
    button.hidden = suitable < 2;
    button.textContent = `${suitable} 份都这样做`;
  }
}

async function forget(number) {
  if (work?.number === number) work.halted = true;
  try {
    await asked("DELETE", `/papers/${number}`);
  } catch (error) {
    return complain(error);
  }
  papers.delete(number);
  return choosePaper(current === number ? ([...papers.keys()].at(-1) ?? null) : current);
}

// What is here is known to the desk: after a reload it is shown again, and what came in another tab is too.
async function refresh() {
  const before = [...papers.keys()];
  const there = (await asked("GET", "/papers")).papers;
  let seen = false; // whether what is looked at has changed
  for (const { number, name, done, busy } of there) {
    if (!papers.has(number)) papers.set(number, paperNamed(name));
    const paper = papers.get(number);
    if (work?.paper !== paper) paper.busy = busy;
    if (done === paper.done || work?.paper === paper) continue;
    const account = await asked("GET", `/papers/${number}`);
    Object.assign(paper, { account: account.job ? account : null, done, taken: new Set() });
    if (!paper.values.length) paper.values = account.asked?.values ?? [];
    seen ||= number === current;
  }
  const known = new Set(there.map(({ number }) => number));
  for (const number of before) if (!known.has(number)) papers.delete(number);
  if (!papers.has(current)) choosePaper([...papers.keys()].at(-1) ?? null);
  else if (seen) show();
  list();
}

// Jobs

// One draft after the other, the one that is looked at first; each with what was filled in for it.
async function start(form, name, all) {
  if (work) return;
  keepValues();
  $("#troubles").replaceChildren();
  if (name === "compare") choosePaper(Number(form.elements.approved.value));
  const drafts = [...papers].filter(([, paper]) => suits(name, paper)).map(([number]) => number);
  const order = all ? [...drafts.filter((number) => number === current), ...drafts.filter((number) => number !== current)] : [current];
  work = { halted: false };
  for (const [index, number] of order.entries()) {
    const paper = papers.get(number);
    if (!paper) continue; // taken away meanwhile
    if (work.halted) break;
    Object.assign(work, { number, paper, since: Date.now(), left: order.length - index - 1 });
    paper.busy = true;
    list();
    tick();
    try {
      paper.account = await asked("POST", `/papers/${number}/${name}`, JSON.stringify(said(form, name, paper.values)));
      paper.taken = new Set();
    } catch (error) {
      paper.account = { job: name, name: paper.name, failed: error, files: [] };
    }
    paper.done += 1;
    paper.busy = false;
    if (number === current) reveal();
    const failed = paper.account.failed;
    $("#told").textContent = `${paper.name}：${stateOf(paper.account)}。${failed ? `${failed.message}。` : "结果已经显示。"}`;
  }
  work = null;
  list();
  tick();
}

function tick() {
  $("#work").hidden = !work?.paper;
  if (!work?.paper) return;
  const seconds = Math.round((Date.now() - work.since) / 1000);
  const left = work.left ? `，后面还有 ${work.left} 份` : "";
  $("#work span").textContent = `正在做：${work.paper.name}，${seconds} 秒${left}`;
}

async function halt() {
  if (!work) return;
  work.halted = true;
  await asked("DELETE", `/papers/${work.number}/work`).catch(complain);
}

// Results

function complain(error) {
  $("#troubles").append(trouble(error));
}

// In a narrow window what is to be read stands below what is to be pressed.
function reveal() {
  show();
  if (matchMedia("(max-width: 60em)").matches) $("#right").scrollIntoView();
}

function show() {
  const paper = papers.get(current);
  const act = {
    complete: (labels) => { choose("format"); labels.forEach((label) => addValue(label)); $("#values .value input")?.focus(); },
    taken: (name) => paper.taken.add(name),
  };
  $("#result").replaceChildren(paper ? article(current, paper, act) : made("p", { class: "note" }, "结果显示在这里。"));
}

// The end

function leave() {
  const left = [...papers.values()].reduce((count, { account, taken }) => count + (account?.files ?? []).filter((name) => !taken.has(name)).length, 0);
  if (!left && !work) return end();
  $("#leave-question").textContent = work ? "还有一份正在做，现在结束就没有结果了。" : `还有 ${left} 个成品没有取走，结束后就没有了。`;
  return $("#leave").showModal();
}

async function end() {
  $("#leave").close();
  await asked("DELETE", "/").catch(() => undefined);
  gone("已结束，副本已经删去。这一页可以关了。");
}

function gone(words) {
  clearInterval(alive);
  document.body.replaceChildren(made("p", { class: "note ended", role: "status" }, words));
}

// A page that is open says so now and then; the program ends when for long there has been none.
let alive;

async function look() {
  try {
    await refresh();
  } catch (error) {
    if (error.ended && !document.hidden) gone("程序已经结束，这里的副本已经删去。要再用，重新执行 gwformat web。");
  }
}

function dropping() {
  for (const type of ["dragover", "dragleave", "drop"])
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      $("#drop").classList.toggle("over", type === "dragover");
      if (type !== "drop") return;
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
      take([...event.dataTransfer.files].filter((file, index) => !entries[index]?.isDirectory));
      for (const entry of entries)
        if (entry?.isDirectory) complain({ message: `“${entry.name}”是文件夹`, advice: "打开它，把里面的文件拖进来。" });
    });
}

async function begin() {
  choices = await asked("GET", "/choices");
  prepare(choices, start);
  $("#pick").addEventListener("change", (event) => { take([...event.target.files]); event.target.value = ""; });
  $("#halt").addEventListener("click", halt);
  $("#stop").addEventListener("click", leave);
  $("#stay").addEventListener("click", () => $("#leave").close());
  $("#leave-now").addEventListener("click", end);
  chooseTwo(allow);
  dropping();
  choose("format");
  list();
  setInterval(tick, 1000);
  alive = setInterval(look, ALIVE);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  await refresh();
  const last = papers.get(current)?.account?.job;
  if (last) choose(TAB_OF[last] ?? last);
}

begin().catch(complain);
