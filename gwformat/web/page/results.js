// What was told of a job comes in; what is to be read on the right goes out.

import { $, alike, asked, made, section, table, trouble } from "./elements.js";
import { showSheets, wantPage } from "./sheets.js";

const SEVERITIES = { error: "错误", warning: "警告", info: "提示", unverified: "未核实" };
const KINDS = { deleted: "少了", inserted: "多了", replaced: "不同", moved: "移动" };
const WITH_PAGES = { format: "各页的样子", print: "各页", proof: "校样各页", impose: "印张各面" };

// What stands beside the name of a draft.
export function stateOf(account) {
  if (account.failed) return account.failed.message.startsWith("已经停下") ? "停下了" : "未完成";
  if (account.job === "format") return account.missing.length ? `缺 ${account.missing.length} 项` : "完成";
  if (account.job === "print") return account.passed ? "可以印制" : "不可印制";
  if (account.job === "verify") return account.passed ? "核对一致" : "不一致";
  if (account.job === "compare") return account.passed ? "一致" : "不一致";
  if (!account.check) return "完成";
  const { error, warning } = account.check.summary;
  return error ? `${error} 处错误` : warning ? `${warning} 处警告` : "没有问题";
}

// `act.complete(labels)`: fields for elements that are missing; `act.taken(name)`: a file is fetched.
export function article(number, paper, act) {
  const { account } = paper;
  const title = account?.job === "compare" && account.printed ? `${account.approved} → ${account.printed}` : paper.name;
  const whole = made("article", {}, made("h2", {}, title));
  const next = /\.json$/i.test(paper.name) ? "这是清单：在上面点选和它一起收到的 docx，再核对。" : "选好要做的事，按红色的按钮。";
  if (!account) whole.append(made("p", { class: "note" }, next));
  else if (account.failed) whole.append(trouble(account.failed));
  else whole.append(...told(number, account, act));
  return whole;
}

function told(number, account, act) {
  const sheets = made("div", {});
  const parts = [];
  if (account.verdict) parts.push(made("p", { class: `verdict ${account.passed ? "passed" : "refused"}` }, account.verdict));
  if (account.counted) parts.push(made("p", {}, account.counted));
  if (account.files.length) parts.push(filesOf(number, account, act));
  if (account.lines?.length) parts.push(made("pre", {}, account.lines.join("\n")));
  if (account.missing?.length) parts.push(...missing(account.missing, act));
  if (account.notices?.length) parts.push(...section("提示", ...account.notices.map((line) => made("p", {}, line))));
  if (account.ledger_text) parts.push(...section("核对", made("pre", { class: "good" }, account.ledger_text)));
  if (account.job === "compare") parts.push(...compared(account));
  if (account.job === "print") parts.push(...checked(account, sheets), ...measured(account.measured));
  if (WITH_PAGES[account.job] && !(account.job === "print" && /^打不开/.test(account.counted))) {
    parts.push(...section(WITH_PAGES[account.job], sheets));
    showSheets(sheets, number, account.job, account.job === "print" ? onPages(account.check.findings) : []);
  }
  if (account.job === "format") parts.push(...formatted(account));
  if (account.fixed) parts.push(...section(`改正了 ${account.fixed.length} 处`, findings(account.fixed)));
  if (account.check && account.job !== "print") parts.push(...checked(account));
  return parts;
}

function filesOf(number, account, act) {
  const link = (name) => made("a", { href: `/papers/${number}/files/${encodeURIComponent(name)}`, download: name,
    onclick: () => act.taken(name) }, `取走 ${name}`);
  return made("p", { class: "files" }, ...account.files.map(link));
}

function missing(all, act) {
  const labels = all.map(({ label }) => label);
  const more = made("button", { type: "button", onclick: () => act.complete(labels) }, "在左边补上");
  return section("缺少", made("p", { class: "error" }, labels.join("、")), more);
}

function formatted(account) {
  const parts = [];
  const changed = account.changes.length;
  parts.push(...section(changed ? `改动 ${changed} 处` : "没有改动", ...(changed ? [changes(account.changes)] : [])));
  if (account.suggestions.length)
    parts.push(...section(`建议 ${account.suggestions.length} 处（涉及文字，没有改）`, changes(account.suggestions)));
  parts.push(...section("认出的要素", elements(account.elements)));
  return parts;
}

// Changes that say the same stand in one row, with all their places.
function changes(all) {
  const row = ([change, ...others]) => made("tr", {},
    made("td", { class: "short" }, change.step),
    made("td", {}, change.before && made("del", {}, visible(change.before)), change.before && change.after && " → ",
      change.after && made("ins", {}, visible(change.after)), others.length > 0 && ` ${others.length + 1} 处`),
    made("td", {}, change.reason),
    made("td", {}, places([change, ...others])));
  const groups = alike(all, (change) => JSON.stringify([change.step, change.before, change.after, change.reason]));
  return table(["做了什么", "改动", "为什么", "草稿中"], groups.map(row), "种。");
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

function checked(account, sheets) {
  const { summary, findings: found } = account.check;
  const counts = Object.entries(SEVERITIES).filter(([name]) => summary[name]).map(([name, label]) => `${label} ${summary[name]}`);
  const title = { format: "检查成品", fix: "改正以后还有" }[account.job] ?? "检查";
  if (!found.length) return section(title, made("p", { class: "good" }, "没有发现问题。"));
  return section(`${title}：${counts.join("，")}`, findings(found, sheets));
}

// With `sheets`, what says the same of several pages stands in one row, and a page leads to its picture.
function findings(found, sheets) {
  const row = (group) => {
    const [finding] = group;
    const said = [...new Set(group.map(figures).filter(Boolean))];
    const shown = said.length > 3 ? [...said.slice(0, 3), `等 ${said.length} 种`] : said;
    const cell = made("td", {}, finding.message, ...shown.map((text) => made("div", { class: "figures" }, text)),
      made("div", { class: "clause" }, finding.clause));
    const code = made("button", { type: "button", class: "code", title: "这条规则的依据和例子", "aria-expanded": "false",
      onclick: () => explain(code, finding.code, cell) }, finding.code);
    return made("tr", {}, made("td", { class: `short ${finding.severity}` }, finding.waived ? "已放行" : SEVERITIES[finding.severity]),
      made("td", { class: "short" }, code), cell, made("td", { class: sheets ? "pages" : "short" }, ...(sheets ? pagesOf(group, sheets) : [where(finding.location)])));
  };
  const groups = sheets ? alike(found, ({ code, severity, message }) => `${code} ${severity} ${message}`) : found.map((one) => [one]);
  return table(["级别", "规则", "问题", "位置"], groups.map(row), "处，见取走的报告。");
}

const MOST_PAGES = 20;

function pagesOf(group, sheets) {
  const pages = [...new Set(group.map(({ location }) => location.page).filter(Boolean))];
  if (!pages.length) return [where(group[0].location) || "全文"];
  const link = (page) => made("button", { type: "button", class: "code", onclick: () => wantPage(sheets, page) }, `第 ${page} 页`);
  const shown = pages.slice(0, MOST_PAGES).flatMap((page) => [link(page), " "]);
  return pages.length > MOST_PAGES ? [...shown, `等 ${pages.length} 页`] : shown;
}

const onPages = (found) => found.filter(({ location }) => location.page)
  .map(({ location, code, message, severity, marks }) => ({ page: location.page, said: `${code} ${message}`, severity, marks }));

function measured(all) {
  if (!all.length) return [];
  const row = ({ what, expected, value }) => made("tr", {}, made("td", {}, what), made("td", {}, value), made("td", {}, expected));
  return [made("details", {}, made("summary", {}, `量得 ${all.length} 项`), table(["量的是", "实为", "应为"], all.map(row), "项，见取走的报告。"))];
}

function figures({ message, expected, measured: value, fix }) {
  const unsaid = (figure) => figure && !message.includes(figure);
  return [unsaid(expected) && `应为 ${expected}`, unsaid(value) && `实为 ${value}`, fix?.text && `可改为：${fix.text}`].filter(Boolean).join("，");
}

function where(location) {
  const { page, line, paragraph } = location ?? {};
  if (page != null) return line != null ? `第 ${page} 页第 ${line} 行` : `第 ${page} 页`;
  return paragraph != null ? `第 ${paragraph} 段` : "";
}

function compared({ differences, elements: lacking, count }) {
  const parts = [];
  if (lacking.length) parts.push(...section("要素", ...lacking.map((line) => made("p", {}, line))));
  if (!differences.length) return parts;
  const around = (words) => made("span", { class: "around" }, words);
  const place = (...words) => made("div", { class: "clause" }, words.filter(Boolean).join("，"));
  // What stands around the words is known of the approved version alone.
  const row = (one, index) => made("tr", {}, made("td", { class: "short" }, index + 1), made("td", { class: "short" }, KINDS[one.kind]),
    made("td", {}, place(one.element, where(one.place) || "文中"),
      made("div", {}, around(one.before), ...(one.words ? marked("del", visible(one.words)) : [around("‸")]), around(one.after))),
    made("td", {}, place(where(one.other_place) || "文中"),
      made("div", {}, ...(one.others ? marked("ins", visible(one.others)) : [around("没有")]))));
  return [...parts, ...section(`不同 ${count} 处`, halves(["序号", "怎样", "定稿", "清样"], differences.map(row), "处，见取走的比对结果。"))];
}

// Both versions have the same room.
function halves(...said) {
  const whole = table(...said);
  whole.classList.add("halves");
  return whole;
}

const LONG = 200;

// Of very many words the first and the last, the others on demand.
function marked(mark, words) {
  if (words.length <= LONG) return [made(mark, {}, words)];
  const whole = made(mark, {}, words);
  const more = made("button", { type: "button", class: "code", onclick: () => { short.replaceWith(whole); more.remove(); } }, `共 ${words.length} 字，全部列出`);
  const short = made(mark, {}, `${words.slice(0, LONG / 2)}……${words.slice(-LONG / 4)}`);
  return [short, " ", more];
}

async function explain(button, code, cell) {
  const shown = $("pre", cell);
  button.setAttribute("aria-expanded", String(!shown));
  if (shown) return shown.remove();
  return cell.append(made("pre", {}, await asked("GET", `/rules/${code}`).catch((error) => error.message)));
}
