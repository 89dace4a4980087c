"""What the ledger's own eye sees in a package: objects with the paragraph they stand in and the pieces around them."""

from __future__ import annotations

import pytest

from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.evidence import Evidence, gather
from gwformat.ledger.parts import Parts
from tests.build import make_docx, p

FIRST = p("第一段。")
PAGE_END = '<w:r><w:br w:type="page"/></w:r>'


def evidence(body: str) -> Evidence:
    return gather(Parts.of_zip(make_docx(body)))


def control(inside: str, name: str = "") -> str:
    named = f'<w:alias w:val="{name}"/>' if name else ""
    return f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (f"<w:p>{control(words('某某市'))}</w:p>", [(2, "某某市")]),
        (f"<w:p>{control(words('　'))}</w:p>", []),  # nobody can see it, nor fill it in
        (f"<w:p>{control(words('　'), '标题')}</w:p>", [(2, "　")]),
        (f"<w:p>{control(PAGE_END)}</w:p>", [(2, "￼")]),
        (control("<w:p/>"), [(2, "")]),
        (control(p("甲。") + p("乙。")), [(2, "甲。乙。")]),
    ],
    ids=["words", "blanks", "blanks with a name", "an object", "an empty paragraph", "paragraphs"],
)
def test_a_content_control_is_kept_where_it_can_be_seen_or_filled_in(body: str, seen: list[tuple[int, str]]) -> None:
    found = [thing for thing in evidence(FIRST + body).things if thing.kind is ObjectKind.CONTENT_CONTROL]
    assert [(thing.paragraph, thing.around) for thing in found] == seen


def test_objects_are_counted_anew_in_each_paragraph() -> None:
    body = f"{FIRST}<w:p>{PAGE_END}{words('中间')}{PAGE_END}</w:p><w:p>{PAGE_END}</w:p>"
    breaks = [thing for thing in evidence(body).things if thing.kind is ObjectKind.BREAK]
    assert [thing.anchors for thing in breaks] == [
        (("inline", 2, 0),),
        (("inline", 2, 1),),
        (("inline", 3, 0),),
    ]


def test_an_object_in_a_table_stands_in_the_table_and_in_its_paragraph() -> None:
    cell = f"<w:tc><w:p>{PAGE_END}</w:p></w:tc>"
    body = f"{FIRST}<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>{p('完。')}"
    (found,) = (thing for thing in evidence(body).things if thing.kind is ObjectKind.BREAK)
    assert (found.paragraph, found.anchors) == (2, (("table", 2, 0), ("inline", 2, 0)))
