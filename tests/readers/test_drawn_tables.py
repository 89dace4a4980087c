"""Tables that a text file draws with characters, and those of HTML in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.model import Carrier, Draft
from gwformat.readers import read

HEAD, FOOT = "关于做好统计工作的通知\n各单位：\n任务如下。\n", "某某市统计局\n2026年5月6日\n"
BOXED = """\
┌────┬────┬───┐
│单位    │任务    │数量  │
├────┼────┼───┤
│某某局  │统计    │12    │
│        │汇总    │      │
│某某办  │核对    │3     │
└────┴────┴───┘
"""
PLUS = """\
+------+------------+
| 姓名 | 职务       |
+======+============+
| 张某 | 某某局     |
|      | 办公室主任 |
+------+------------+
| 李某 | 科员       |
+------+------------+
"""
UNEVEN = """\
┌────┬────┐
│单位    │任务    │
├────┴────┤
│某某局统计工作组  │
└─────────┘
"""


def read_as(folder: Path, name: str, text: str) -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    result = api.format_file(path, folder / "成品.docx")
    assert result.ledger.balanced
    return read(path)


def tables(draft: Draft) -> list[Carrier]:
    return [block for block in draft.blocks if isinstance(block, Carrier)]


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (BOXED, (("单位", "任务", "数量"), ("某某局", "统计汇总", "12"), ("某某办", "核对", "3"))),
        (PLUS, (("姓名", "职务"), ("张某", "某某局办公室主任"), ("李某", "科员"))),
        ("|单位|数量|\n|---|---|\n|某某局|-2|\n", (("单位", "数量"), ("某某局", "-2"))),
    ],
)
def test_lines_that_draw_a_table_are_one(tmp_path: Path, drawn: str, rows: tuple[tuple[str, ...], ...]) -> None:
    draft = read_as(tmp_path, "草稿.txt", HEAD + drawn + FOOT)
    assert [table.rows for table in tables(draft)] == [rows]
    assert any("第 4～" in notice and "读作表格" in notice for notice in draft.notices)


def test_a_table_whose_cells_cannot_be_told_stays_as_lines_and_is_told(tmp_path: Path) -> None:
    draft = read_as(tmp_path, "草稿.txt", HEAD + UNEVEN + FOOT)
    assert tables(draft) == []
    assert any("读不成表格" in notice for notice in draft.notices)


@pytest.mark.parametrize("lines", ["————————————\n", "+86 0000\n-----\n", "|\n|\n|\n", "--------\n上接\n--------\n"])
def test_lines_across_and_marks_draw_no_table(tmp_path: Path, lines: str) -> None:
    draft = read_as(tmp_path, "草稿.txt", HEAD + lines + FOOT)
    assert tables(draft) == [] and not any("表格" in notice for notice in draft.notices)


HTML = (
    "<table><caption>表1 分工</caption><thead><tr><th>单位</th><th colspan=2>任务</th></tr></thead>"
    '<tr><td rowspan="2">某某局</td><td>甲<br>乙</td><td>1</td></tr><tr><td>丙&amp;丁</td><td>2</td></tr></table>\n'
)


def test_a_table_of_html_keeps_the_cells_that_span_others(tmp_path: Path) -> None:
    draft = read_as(tmp_path, "草稿.md", f"# 关于做好统计工作的通知\n\n{HTML}\n某某市统计局\n")
    (table,) = tables(draft)
    assert table.rows == (("单位", "任务"), ("某某局", "甲\n乙", "1"), ("丙&丁", "2"))
    assert table.spans == (((1, 1), (2, 1)), ((1, 2), (1, 1), (1, 1)), ((1, 1), (1, 1)))
    assert [block.text for block in draft.blocks if not isinstance(block, Carrier)][1] == "表1 分工"
    (again,) = tables(read(tmp_path / "成品.docx"))
    assert again.table is not None
    found = [[(cell.column, cell.span, cell.rows) for cell in row.cells] for row in again.table.rows]
    assert found == [[(0, 1, 1), (1, 2, 1)], [(0, 1, 2), (1, 1, 1), (2, 1, 1)], [(0, 1, 0), (1, 1, 1), (2, 1, 1)]]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table>",
        "<table>散字<tr><td>甲</td></tr></table>",
        '<table><tr><td rowspan="9">甲</td><td>乙</td></tr></table>',
    ],
)
def test_one_that_is_no_rows_of_cells_is_read_as_words(tmp_path: Path, html: str) -> None:
    draft = read_as(tmp_path, "草稿.md", f"# 关于做好统计工作的通知\n\n{html}\n")
    assert tables(draft) == []
    assert "甲" in "".join(paragraph.text for paragraph in draft.paragraphs())
