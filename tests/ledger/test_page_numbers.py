"""Headers that had a page number among their words: without it they are whole, without anything else they are not."""

from __future__ import annotations

import pytest

from gwformat.ledger.evidence import Evidence, gather
from gwformat.ledger.parts import Parts
from gwformat.ledger.stories import compare
from tests.build import make_docx, p

SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'


def evidence(inside: str) -> Evidence:
    return gather(Parts.of_zip(make_docx(p("正文") + SECTION, {"word/header1.xml": f"<w:p>{inside}</w:p>"})))


def said(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{said(result)}{marks[2]}"


BEFORE = said("某某局 第") + field(" PAGE ", "iv") + said("页　内部") + field(" SAVEDATE ", "2026")


@pytest.mark.parametrize(
    "after",
    [
        said("某某局 第iv页　内部2026"),
        said("某某局") + said("内部") + field(" SAVEDATE ", "2026"),
    ],
)
def test_a_header_may_lose_the_page_number_among_its_words(after):
    _, problems = compare(evidence(BEFORE), evidence(after), ())
    assert [problem for problem in problems if "的字" in problem or "多出" in problem] == []


@pytest.mark.parametrize("after", [said("某某 内部2026"), said("某某局2026"), said("某某局绝密内部2026"), ""])
def test_a_header_may_lose_or_gain_nothing_else(after):
    _, problems = compare(evidence(BEFORE), evidence(after), ())
    assert any("的字" in problem or "多出" in problem for problem in problems)
