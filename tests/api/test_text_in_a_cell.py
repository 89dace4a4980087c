"""Drafts whose text stands in a table of one cell, as pages of the net and office systems have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.model import Role
from tests.build import make_docx, p

RULED = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right")
)
WHOLE = (
    p("关于做好防汛工作的通知")
    + p("各乡镇人民政府：")
    + p("现将有关事项通知如下。")
    + p("某某县人民政府")
    + p("2026年5月6日")
)
PART = p("第一，备足物资。") + p("第二，加强值守。")


def cell(inside: str, ruled: bool = False) -> str:
    borders = f"{RULED}</w:tblBorders>" if ruled else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/>{borders}</w:tblPr><w:tblGrid><w:gridCol w:w="8000"/>'
        f'</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>{inside}</w:tc></w:tr></w:tbl>'
    )


def formatted(folder: Path, body: str) -> api.FormatResult:
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(body))
    result = api.format_file(path, folder / "成品.docx")
    assert result.ledger.balanced
    return result


def roles(result: api.FormatResult) -> list[Role]:
    return [block.role for block in result.document.blocks if block.carrier or block.text.strip()]


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("below", ["", p("抄送：县委办公室，县人大常委会办公室。")])
def test_a_whole_document_comes_out_of_its_cell(tmp_path: Path, ruled: bool, below: str) -> None:
    result = formatted(tmp_path, cell(WHOLE, ruled) + "<w:p/>" + below)
    wanted = [Role.TITLE, Role.ADDRESSEE, Role.BODY, Role.SIGNATURE, Role.DATE, *[Role.COPY_TO] * bool(below)]
    assert roles(result) == wanted
    assert any("只有一格" in change.reason for change in result.document.changes)


@pytest.mark.parametrize(("ruled", "tables"), [(False, 0), (True, 1)])
def test_a_frame_that_is_seen_stays_around_its_words(tmp_path: Path, ruled: bool, tables: int) -> None:
    text = p("关于做好防汛工作的通知") + p("各乡镇人民政府：") + p("现将要点摘录如下。")
    result = formatted(tmp_path, text + cell(PART, ruled) + p("某某县人民政府") + p("2026年5月6日"))
    assert sum(block.carrier is not None for block in result.document.blocks) == tables


def test_a_document_in_a_frame_among_text_is_a_specimen_and_stays(tmp_path: Path) -> None:
    text = p("关于统一公文样式的通知") + p("各乡镇人民政府：") + p("公文样式见下框，请遵照执行。")
    result = formatted(tmp_path, text + cell(WHOLE, ruled=True) + p("某某县人民政府") + p("2026年5月6日"))
    assert [block.role for block in result.document.blocks if block.carrier] == [Role.BODY]


def test_a_cell_with_a_table_in_it_stays_and_is_told(tmp_path: Path) -> None:
    result = formatted(tmp_path, cell(WHOLE + cell(PART, ruled=True) + "<w:p/>") + "<w:p/>")
    assert any(block.carrier for block in result.document.blocks)
    assert any("只有一格的表格里" in notice for notice in result.document.notices)
