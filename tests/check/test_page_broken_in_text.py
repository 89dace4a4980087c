"""L305 finds a page break typed into the text, wherever it stands, and minds none that does no harm."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK

from gwformat import api
from tests.check.specimen import docx_of

LINE = "汛期各级各部门要落实防汛责任，加强值班值守。"


def said(folder: Path, behind: int, *, alone: bool = False, lines: int = 20) -> list[str]:
    """What L305 says of a page break behind so many lines of text."""
    path = folder / "分页.docx"
    path.write_bytes(docx_of("\n".join([LINE] * lines)))
    file = docx.Document(str(path))
    text = [paragraph for paragraph in file.paragraphs if paragraph.text == LINE]
    holder = text[behind].insert_paragraph_before() if alone else text[behind - 1]
    holder.add_run().add_break(WD_BREAK.PAGE)
    file.save(str(path))
    return [finding.severity.value for finding in api.check_file(path, api.CheckOptions(select=("L305",))).findings]


@pytest.mark.parametrize("alone", [False, True])
def test_a_page_break_that_leaves_much_of_a_page_empty_is_found(tmp_path: Path, *, alone: bool) -> None:
    assert said(tmp_path, 18, lines=40, alone=alone) == ["warning"]


def test_a_page_break_that_leaves_little_is_a_hint_or_nothing(tmp_path: Path) -> None:
    found = [said(tmp_path, behind) for behind in range(3, 12)]
    assert ["info"] in found
    assert [] in found


def test_a_page_break_behind_the_last_paragraph_of_the_text_is_not_meant(tmp_path: Path) -> None:
    assert said(tmp_path, 5, lines=5) == []


@pytest.mark.parametrize(
    ("kind", "turned", "expected"),
    [(WD_SECTION.NEW_PAGE, False, ["info"]), (WD_SECTION.CONTINUOUS, False, []), (WD_SECTION.NEW_PAGE, True, [])],
)
def test_a_section_that_begins_a_page_breaks_it_too(
    tmp_path: Path, kind: WD_SECTION, *, turned: bool, expected: list[str]
) -> None:
    path = tmp_path / "分节.docx"
    path.write_bytes(docx_of("\n".join([LINE] * 40)))
    file = docx.Document(str(path))
    before = next(paragraph for paragraph in file.paragraphs if paragraph.text == LINE)
    section = deepcopy(file.sections[0]._sectPr)
    before._p.get_or_add_pPr().append(section)
    file.sections[-1].start_type = kind
    if turned:
        file.sections[-1].orientation = WD_ORIENT.LANDSCAPE
    file.save(str(path))
    found = api.check_file(path, api.CheckOptions(select=("L305",))).findings
    assert [finding.severity.value for finding in found] == expected
