"""A file after edits reads as they say, paragraph by paragraph, and holds what it held."""

from __future__ import annotations

import io
import zipfile

import pytest

from gwformat.ledger.amended import check_amended
from gwformat.ledger.entries import ObjectKind
from tests.build import make_docx, p

MAIN = "word/document.xml"
PAGE_END = '<w:r><w:br w:type="page"/></w:r>'
BEFORE = p("关于防汛的通知") + p("各县局，请照办。")


def problems(before: str, after: str, *edits: tuple[int, int, str], added: ObjectKind | None = None) -> list[str]:
    """What is wrong with the second paragraph of `after`, which is to be that of `before` with `edits`."""
    with zipfile.ZipFile(io.BytesIO(make_docx(before))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return check_amended(parts, make_docx(after), {(MAIN, 2): edits}, added)


def test_all_edits_of_a_paragraph_are_made_at_places_of_the_old_text() -> None:
    end = f"<w:p>{PAGE_END}</w:p>"
    after = p("关于防汛的通知") + p("各县（区）局：请遵照执行。") + end
    assert problems(BEFORE + end, after, (2, 2, "（区）"), (3, 4, "："), (5, 7, "遵照执行")) == []


def test_a_paragraph_that_reads_otherwise_is_named() -> None:
    (problem,) = problems(BEFORE, BEFORE, (3, 4, "："))
    assert problem.startswith(f"{MAIN} 第 2 段与应有的不同")


def test_a_header_that_was_not_there_is_a_problem() -> None:
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    with zipfile.ZipFile(io.BytesIO(make_docx(BEFORE))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    after = make_docx(BEFORE + reference, {"word/header1.xml": p("内部资料")})
    assert check_amended(parts, after, {}) == ["多出页眉页脚 word/header1.xml"]


def test_a_paragraph_less_is_a_problem() -> None:
    assert problems(BEFORE, p("关于防汛的通知")) == [f"{MAIN} 的段落数由 2 变为 1"]


@pytest.mark.parametrize(("before", "after"), [("", PAGE_END), (PAGE_END, "")], ids=["more", "less"])
def test_an_object_more_or_less_is_a_problem(before: str, after: str) -> None:
    found = problems(BEFORE + f"<w:p>{before}</w:p>", BEFORE + f"<w:p>{after}</w:p>")
    assert f"{ObjectKind.BREAK}变了" in found


def test_objects_that_are_to_be_added_may_be_more_and_not_less() -> None:
    control = "<w:sdt><w:sdtContent><w:r><w:t>照办</w:t></w:r></w:sdtContent></w:sdt>"
    plain, wrapped = (f"{p('甲')}<w:p>{inside}</w:p>" for inside in ("<w:r><w:t>照办</w:t></w:r>", control))
    assert problems(plain, wrapped, added=ObjectKind.CONTENT_CONTROL) == []
    assert problems(wrapped, plain, added=ObjectKind.CONTENT_CONTROL) == [f"{ObjectKind.CONTENT_CONTROL}变了"]
