"""A summary comes in; one self-contained page goes out: a table to sort, with links to results and reports."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from gwformat.batch.outcomes import Outcome, State
from gwformat.batch.summary import Summary, counted, told
from gwformat.report import page
from gwformat.text.names import shown

_TITLES = {"format": "排版", "check": "检查", "fonts-map": "字体转换", "exchange": "交换", "render": "出图"}
_CLASSES = {State.FAILED: "error", State.DONE: "pass", State.UNCHANGED: "info"}
_HEAD = ("文件", "结果", "状态", "情况", "秒")
_STYLE = """
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
th[aria-sort="ascending"] button::after { content: " ▲"; } th[aria-sort="descending"] button::after { content: " ▼"; }
td:last-child { text-align: right; } td:first-child, td:nth-child(2) { overflow-wrap: anywhere; }
"""
_SORT = """
const heads = [...document.querySelectorAll("th")];
heads.forEach((head, column) => head.firstChild.addEventListener("click", () => {
  const body = document.querySelector("tbody"), down = head.ariaSort !== "ascending";
  heads.forEach(one => one.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "ascending" : "descending");
  const key = row => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const compare = (a, b) => key(a).localeCompare(key(b), "zh-CN", { numeric: true });
  [...body.rows].sort((a, b) => down ? compare(a, b) : compare(b, a)).forEach(row => body.append(row));
}));
"""


def index(summary: Summary) -> bytes:
    """The page, to stand in the folder of the journal."""
    title = f"成批{_TITLES[summary.run.do]}"
    unfinished = "" if summary.finished else '<p class="badge warning">没有做完，可用 --resume 接着做。</p>'
    total = "；".join(filter(None, (told(summary.states), counted(summary.counts))))
    heads = (f'<button type="button">{head}</button>' for head in _HEAD)
    body = [
        f"<h1>{title}</h1>{unfinished}",
        f"<p>{escape(summary.run.began)} 开始，共 {len(summary.outcomes)} 份：{total}。点表头可以排序。</p>",
        *page.table(heads, _rows(summary)),
    ]
    return page.html(title, "\n".join(body), script=_SORT, style=_STYLE).encode("utf-8", "replace")


def _rows(summary: Summary) -> Iterator[str]:
    for number, one in enumerate(summary.outcomes):
        said = escape("；".join(filter(None, (one.message, one.advice, counted(one.counts)))))
        links = [_link(f"../{name}", shown(name.rpartition("/")[2])) for name in one.outputs]
        links += [_link(f"../{one.report}", "说明")] if one.report else []
        yield (
            f'<tr class="{_CLASSES[one.state]}"><td data-key="{number}">{escape(shown(one.name))}</td>'
            f"<td>{'<br>'.join(links)}</td><td>{_state(one)}</td><td>{said}</td><td>{one.seconds:.2f}</td></tr>"
        )


def _state(one: Outcome) -> str:
    return one.state.label if one.state is not State.FAILED else f"{one.state.label}（{one.code}）"


def _link(target: str, text: str) -> str:
    return f'<a href="{quote(os.fsencode(target))}">{escape(text)}</a>'
