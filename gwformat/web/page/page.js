// The page of `gwformat web`: drafts go to the desk behind it, accounts come back and are shown. Nothing is ever
// inserted as HTML: words of a draft stay words.

const $ = (query, within = document) => within.querySelector(query);
const SEVERITIES = { error: "错误", warning: "警告", info: "提示", unverified: "未核实" };
const FIELDS = ["kind", "system", "grid", "seal", "revisions", "comments", "to", "settled", "stripped"];
const MOST_ROWS = 300;

const papers = new Map(); // number → { name, state, account, values: what was filled in for it }
let current = null;
let job = "format";
let busy = false;
let choices;

function made(tag, attributes = {}, ...children) {
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
async function asked(method, path, body) {
  let reply;
  try {
    reply = await fetch(path, { method, body, headers: { "X-Gwformat": "1" } });
  } catch {
    throw { message: "程序已经结束，或者没有回应", advice: "重新执行 gwformat web。" };
  }
  const said = reply.headers.get("Content-Type").startsWith("application/json") ? await reply.json() : await reply.text();
  if (!reply.ok) throw said;
  return said;
}

// Drafts

async function take(files) {
  for (const file of files) {
    if (file.size > choices.most_bytes) {
      failed({ message: `“${file.name}”超过 ${choices.most_bytes >> 20} MB`, advice: "压缩文中的图片，或者拆成几份。" });
      continue;
    }
    try {
      const { number, name } = await asked("POST", `/papers?name=${encodeURIComponent(file.name)}`, file);
      papers.set(number, { name, state: "", values: [] });
      choosePaper(number);
    } catch (error) {
      failed(error);
    }
  }
}

// What is filled in belongs to one draft: a document number must never get into another.
function choosePaper(number) {
  keepValues();
  current = number;
  for (const row of document.querySelectorAll("#values .value")) row.remove();
  for (const [label, text] of papers.get(current)?.values ?? []) addValue(label, text);
  list();
  show();
}

function keepValues() {
  const paper = papers.get(current);
  if (!paper) return;
  paper.values = [...document.querySelectorAll("#values .value")]
    .map((row) => [$("select", row).value, $("input", row).value.trim()]);
}

function list() {
  const row = ([number, paper]) =>
    made("li", {},
      made("button", { type: "button", class: "name", title: paper.name, "aria-current": number === current,
        onclick: () => choosePaper(number) }, paper.name),
      made("span", { class: "state" }, paper.state),
      made("button", { type: "button", class: "drop", "aria-label": `移去 ${paper.name}`, title: "移去",
        onclick: () => forget(number) }, "✕"));
  $("#papers").replaceChildren(...[...papers].map(row));
  for (const button of document.querySelectorAll("form button[type=submit]")) button.disabled = busy || papers.size === 0;
  for (const button of document.querySelectorAll("button.all")) {
    button.hidden = papers.size < 2;
    button.textContent = `${papers.size} 份都这样做`;
  }
}

async function forget(number) {
  await asked("DELETE", `/papers/${number}`).catch(failed);
  papers.delete(number);
  choosePaper(current === number ? ([...papers.keys()].at(-1) ?? null) : current);
}

// Jobs

function choose(name) {
  job = name;
  for (const tab of document.querySelectorAll("#jobs button"))
    tab.setAttribute("aria-selected", tab.dataset.job === name);
  for (const form of document.forms) form.hidden = form.dataset.job !== name;
}

function said(form, paper) {
  const values = {};
  for (const field of FIELDS) if (form.elements[field]?.value) values[field] = form.elements[field].value;
  if (form.dataset.job !== "format") return values;
  const drawn = { pdf: form.elements.pdf.checked, ofd: form.elements.ofd.checked };
  return { ...values, ...drawn, values: paper.values.filter(([, text]) => text) };
}

// One draft after the other, the one that is looked at first; each with what was filled in for it.
async function work(form, name, all) {
  keepValues();
  const order = [current, ...(all ? [...papers.keys()].filter((number) => number !== current) : [])];
  busy = true;
  for (const number of order) {
    const paper = papers.get(number);
    if (!paper) continue; // taken away meanwhile
    paper.state = "……";
    list();
    try {
      paper.account = await asked("POST", `/papers/${number}/${name}`, JSON.stringify(said(form, paper)));
      paper.state = stateOf(paper.account);
    } catch (error) {
      paper.account = { job: name, name: paper.name, failed: error };
      paper.state = "未完成";
    }
    if (number === current) show();
  }
  busy = false;
  list();
}

function stateOf(account) {
  if (account.job === "format") return account.missing.length ? `缺 ${account.missing.length} 项` : "完成";
  if (account.job === "send") return "完成";
  const { error, warning } = account.check.summary;
  return error ? `${error} 处错误` : warning ? `${warning} 处警告` : "没有问题";
}

// Results

function failed(error) {
  $("#right").replaceChildren(made("article", {}, trouble(error)));
}

function trouble(error) {
  return made("div", { class: "failed", role: "alert" },
    made("p", {}, `${error.message ?? "没有完成"}。`.replace(/。+$/, "。")), error.advice && made("p", {}, error.advice));
}

function show() {
  const paper = papers.get(current);
  if (!paper) return $("#right").replaceChildren(made("p", { class: "note" }, "结果显示在这里。"));
  const account = paper.account;
  const article = made("article", {}, made("h2", {}, paper.name));
  $("#right").replaceChildren(article);
  if (!account) return article.append(made("p", { class: "note" }, "选好要做的事，按红色的按钮。"));
  if (account.failed) return article.append(trouble(account.failed));
  article.append(filesOf(account));
  if (account.job === "format") formatted(article, account);
  else if (account.job === "send") article.append(made("pre", {}, account.lines.join("\n")));
  if (account.fixed) article.append(...section(`改正了 ${account.fixed.length} 处`, findings(account.fixed)));
  if (account.check) article.append(...checked(account));
  return undefined;
}

function filesOf(account) {
  const link = (name) => made("a", { href: `/papers/${current}/files/${encodeURIComponent(name)}`, download: name }, `取走 ${name}`);
  return made("p", { class: "files" }, ...account.files.map(link));
}

const section = (title, ...content) => [made("h3", {}, title), ...content];

function formatted(article, account) {
  if (account.missing.length) {
    const more = made("button", { type: "button", onclick: () => account.missing.forEach(({ label }) => addValue(label)) }, "在左边补上");
    article.append(...section("缺少", made("p", { class: "error" }, account.missing.map(({ label }) => label).join("、")), more));
  }
  if (account.notices.length) article.append(...section("提示", ...account.notices.map((line) => made("p", {}, line))));
  article.append(...section("核对", made("pre", { class: "good" }, account.ledger_text)));
  const sheets = made("div", { id: "sheets" });
  article.append(...section("各页的样子", sheets));
  pictures(sheets);
  const changed = account.changes.length;
  article.append(...section(changed ? `改动 ${changed} 处` : "没有改动", ...(changed ? [changes(account.changes)] : [])));
  if (account.suggestions.length)
    article.append(...section(`建议 ${account.suggestions.length} 处（涉及文字，没有改）`, changes(account.suggestions)));
  article.append(...section("认出的要素", elements(account.elements)));
}

async function pictures(sheets) {
  const number = current;
  const { pages } = await asked("GET", `/papers/${number}/pages`).catch(() => ({ pages: 0 }));
  if (!pages) return sheets.append(made("p", { class: "note" }, "装上组件 pdf 以后，这里显示各页的样子。"));
  const bigger = () => sheets.classList.toggle("large");
  for (let page = 1; page <= pages; page += 1) {
    const picture = made("img", { src: `/papers/${number}/pages/${page}.png`, alt: `第 ${page} 页`, loading: "lazy", onclick: bigger });
    sheets.append(made("figure", {}, picture, made("figcaption", {}, `第 ${page} 页，共 ${pages} 页`)));
  }
  return undefined;
}

function table(heads, rows, left) {
  const shown = rows.slice(0, MOST_ROWS);
  const body = made("table", {}, made("thead", {}, made("tr", {}, ...heads.map((head) => made("th", { scope: "col" }, head)))),
    made("tbody", {}, ...shown));
  const hidden = rows.length - shown.length;
  return hidden ? made("div", {}, body, made("p", { class: "note" }, `还有 ${hidden} ${left}`)) : body;
}

// Changes that say the same stand in one row, with all their places.
function changes(all) {
  const alike = new Map();
  for (const change of all) {
    const key = JSON.stringify([change.step, change.before, change.after, change.reason]);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  const row = ([change, ...others]) => made("tr", {},
    made("td", { class: "short" }, change.step),
    made("td", {}, change.before && made("del", {}, visible(change.before)), change.before && change.after && " → ",
      change.after && made("ins", {}, visible(change.after)), others.length > 0 && ` ${others.length + 1} 处`),
    made("td", {}, change.reason),
    made("td", {}, places([change, ...others])));
  return table(["做了什么", "改动", "为什么", "草稿中"], [...alike.values()].map(row), "种。");
}

// “第 3、8～10 段”: paragraphs that follow each other as one stretch.
function places(all) {
  const numbers = [...new Set(all.filter(({ source }) => source).map(({ source }) => source.paragraphs[0]))];
  const stretches = [];
  for (const number of numbers.sort((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches.length ? `第 ${stretches.map(([from, to]) => (from === to ? from : `${from}～${to}`)).join("、")} 段` : "";
}

// What would not be seen in a list of changes: blanks, tabs, line ends.
const SIGNS = { " ": "␣", "\u3000": "□", "\u00a0": "␣", "\t": "⇥", "\n": "⏎", "\ufffc": "▢" };
const visible = (text) => [...text].map((char) => SIGNS[char] ?? char).join("");

function elements(all) {
  const row = (element) => made("tr", { title: element.reason },
    made("td", { class: "short" }, element.label), made("td", {}, element.text), made("td", { class: "clause" }, element.reason));
  return table(["要素", "文字", "为什么"], all.map(row), "段。");
}

function checked(account) {
  const { summary, findings: found } = account.check;
  const counts = Object.entries(SEVERITIES).filter(([name]) => summary[name]).map(([name, label]) => `${label} ${summary[name]}`);
  const title = account.job === "format" ? "检查成品" : account.job === "fix" ? "改正以后还有" : "检查";
  if (!found.length) return section(title, made("p", { class: "good" }, "没有发现问题。"));
  return section(`${title}：${counts.join("，")}`, findings(found));
}

function findings(found) {
  const row = (finding) => {
    const cell = made("td", {}, finding.message, figures(finding), made("div", { class: "clause" }, finding.clause));
    const code = made("button", { type: "button", class: "code", title: "这条规则的依据和例子", onclick: () => explain(finding.code, cell) }, finding.code);
    return made("tr", {}, made("td", { class: `short ${finding.severity}` }, finding.waived ? "已放行" : SEVERITIES[finding.severity]),
      made("td", { class: "short" }, code), cell, made("td", { class: "short" }, where(finding.location)));
  };
  return table(["级别", "规则", "问题", "位置"], found.map(row), "处，见检查报告。");
}

function figures({ expected, measured, fix }) {
  const parts = [expected && `应为 ${expected}`, measured && `实为 ${measured}`, fix?.text && `可改为：${fix.text}`].filter(Boolean);
  return parts.length > 0 && made("div", { class: "figures" }, parts.join("，"));
}

function where({ page, line, paragraph }) {
  if (page != null) return line != null ? `第 ${page} 页第 ${line} 行` : `第 ${page} 页`;
  return paragraph != null ? `第 ${paragraph} 段` : "";
}

async function explain(code, cell) {
  const shown = $("pre", cell);
  if (shown) return shown.remove();
  return cell.append(made("pre", {}, await asked("GET", `/rules/${code}`).catch((error) => error.message)));
}

// Forms

function addValue(label = choices.elements[0], text = "") {
  const options = choices.elements.map((name) => made("option", { value: name, selected: name === label }, name));
  const field = made("input", { type: "text", "aria-label": "要素的文字", value: text });
  $("#more").before(made("div", { class: "value" }, made("select", { "aria-label": "要素" }, ...options), field));
  field.focus();
}

function fill(form) {
  for (const field of FIELDS) {
    const select = form.elements[field];
    if (select) select.append(...Object.entries(choices[field]).map(([value, label]) => made("option", { value }, label)));
  }
}

async function begin() {
  choices = await asked("GET", "/choices");
  for (const form of document.forms) {
    fill(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter;
      work(form, button?.dataset.job ?? form.dataset.job, button?.classList.contains("all") ?? false);
    });
  }
  for (const tab of document.querySelectorAll("#jobs button")) tab.addEventListener("click", () => choose(tab.dataset.job));
  $("#more").addEventListener("click", () => addValue());
  $("#pick").addEventListener("change", (event) => { take([...event.target.files]); event.target.value = ""; });
  $("#stop").addEventListener("click", async () => {
    await asked("DELETE", "/").catch(() => undefined);
    document.body.replaceChildren(made("p", { class: "note" }, "已结束，副本已经删去。这一页可以关了。"));
  });
  for (const type of ["dragover", "dragleave", "drop"])
    document.addEventListener(type, (event) => {
      event.preventDefault();
      $("#drop").classList.toggle("over", type === "dragover");
      if (type === "drop") take([...event.dataTransfer.files]);
    });
  choose(job);
  list();
}

begin().catch(failed);
