"""Where words after a tab begin: at the stops of the draft, which the docx keeps; in rows, below each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Emu, Mm
from tests.build import make_docx, p

TABBED = "<w:p><w:r><w:t>合计</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>14个</w:t></w:r></w:p>"


def formatted(folder: Path, settings: str) -> FormatResult:
    body = p("关于某某工作的通知") + p("各区人民政府：") + TABBED
    (folder / "草稿.docx").write_bytes(make_docx(body, {"word/settings.xml": settings}))
    return format_file(folder / "草稿.docx", folder / "成品.docx", FormatOptions(force=True))


@pytest.mark.parametrize(("said", "twips"), [(None, 720), (420, 420), (662, 662), (0, 720), (-5, 720)])
def test_the_stops_are_as_far_apart_as_the_draft_says(tmp_path: Path, said: int | None, twips: int) -> None:
    result = formatted(tmp_path, "" if said is None else f'<w:defaultTabStop w:val="{said}"/>')
    (begin,) = [
        glyphs.x - Mm(28)
        for line in result.pages.pages[0].lines
        for glyphs in line.glyphs
        if line.text.startswith("合计\t") and glyphs.text == "14"
    ]
    before = 2 * 15.7 + 2 * 15.7  # points: two columns of indent and two characters
    every = twips / 20
    assert Emu(begin).pt == pytest.approx((before // every + 1) * every, abs=0.1)
    settings = Package.open(result.output).tree("word/settings.xml").find(w("defaultTabStop"))
    assert (None if settings is None else settings.get(w("val"))) == (None if said is None else str(said))


ROWS = (("日期", "带班领导", "电话"), ("10月1日", "赵某", "888"), ("10月2日", "欧阳某某", "999"))


def test_the_columns_of_rows_typed_with_tabs_stand_below_each_other(tmp_path: Path) -> None:
    tab = "</w:t><w:tab/><w:t>"
    typed = [p((tab * (1 + number)).join(row)) for number, row in enumerate(ROWS)]  # one, two, three tabs
    body = p("关于某某工作的通知") + p("各区人民政府：") + "".join(typed)
    (tmp_path / "草稿.docx").write_bytes(make_docx(body))
    result = format_file(tmp_path / "草稿.docx", tmp_path / "成品.docx", FormatOptions(force=True))
    lines = [line for line in result.pages.pages[0].lines if "\t" in line.text]
    assert [line.text.split("\t") for line in lines] == [list(row) for row in ROWS]
    begins = [
        [next(g.x for g in line.glyphs if g.text.startswith(cell[:1])) for cell in row[1:]]
        for line, row in zip(lines, ROWS, strict=True)
    ]
    assert begins[0] == begins[1] == begins[2]
    again = format_file(result.output, tmp_path / "再排.docx", FormatOptions(force=True))
    part = "word/document.xml"
    assert Package.open(again.output).parts[part] == Package.open(result.output).parts[part]
