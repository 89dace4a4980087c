"""A PDF of hundreds of pages is compiled in portions; nobody who reads it can tell."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from gwformat.errors import ConfigurationInvalid
from gwformat.layout.boxes import Page, Pages, Placed, Stroke
from gwformat.model import Carrier, CarrierKind, Role
from gwformat.profiles.schema import Slot
from gwformat.units import Mm
from gwformat.writers.typst import write_pdf, write_svg
from gwformat.writers.typst.joining import joined
from tests.drawings import png
from tests.standin.fonts import build_all
from tests.writers.sheets import SYSTEM, glyphs, line, row_line, sheet

# As bookmarks hang: below the last one before that is higher, on whichever page it stands.
_ROLES = (Role.TITLE, Role.HEADING1, Role.HEADING3, Role.HEADING2, Role.HEADING4, Role.ATTACHMENT_LABEL, Role.HEADING1)
_PICTURE = Carrier(CarrierKind.IMAGE, "某图", data=png())


def _sheet(number: int) -> Page:
    """A heading, a paragraph in two faces, a rule, a page number, on some pages a picture; each third is empty."""
    if number % 3 == 2:
        return sheet(number=number)
    role = _ROLES[number % len(_ROLES)]
    return sheet(
        row_line(f"标题{number}", 0, role=role, block=10 * number),
        row_line("某市", 2, block=10 * number + 1),
        row_line("某局abc", 3, slot=Slot.KAITI, block=10 * number + 1),
        line(glyphs(f"— {number} —", Mm(90)), top=Mm(270)),
        number=number,
        strokes=(Stroke(Mm(28), Mm(110), Mm(156), Mm(1)),),
        carriers=(Placed(_PICTURE, Mm(40), Mm(60), Mm(50), Mm(30)),) if number % 4 == 0 else (),
    )


def _pdf(sheets: list[Page], **said: Any) -> bytes:
    return write_pdf(Pages(tuple(sheets)), SYSTEM, font_dirs=[build_all()], **said).data


def _structure(reader: PdfReader) -> list[object]:
    """Every element with what it says, its pages by their order, and which elements the content of a page is of."""
    order = {_number(page): place for place, page in enumerate(reader.pages)}
    tree: Any = reader.root_object["/StructTreeRoot"]

    def said(element: Any) -> object:
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        inner = [said(kid.get_object()) if isinstance(kid.get_object(), dict) else int(kid) for kid in kids]
        page = order[element.raw_get("/Pg").idnum] if "/Pg" in element else None
        return element.get("/S"), element.get("/T"), element.get("/Alt"), page, inner

    numbers = tree["/ParentTree"]["/Nums"]
    named = [(key, [one.get_object()["/S"] for one in of.get_object()]) for key, of in _pairs(numbers)]
    parents = [page.get("/StructParents") for page in reader.pages]
    return [said(tree["/K"][0]), named, parents, tree["/ParentTreeNextKey"], tree["/RoleMap"]]


def _pairs(numbers: Any) -> Iterator[tuple[int, Any]]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _number(page: Any) -> int:
    return int(page.indirect_reference.idnum)


def _outline(reader: PdfReader) -> list[object]:
    """Every bookmark with its depth, where it leads to, and how many are below it."""
    order = {_number(page): place for place, page in enumerate(reader.pages)}

    def below(node: Any, depth: int) -> Iterator[object]:
        item, before = node.get("/First"), None
        while item is not None:
            item = item.get_object()
            target = item["/Dest"].get_object()
            assert item["/Parent"].get("/Title") == node.get("/Title")
            assert (item["/Prev"]["/Title"] if "/Prev" in item else None) == before
            yield depth, item["/Title"], order[target[0].idnum], [*map(str, target[1:])], item.get("/Count")
            yield from below(item, depth + 1)
            before, item = item["/Title"], item.get("/Next")
        assert before is None or node["/Last"]["/Title"] == before

    outline: Any = reader.root_object["/Outlines"]
    return [outline["/Count"], *below(outline, 0)]


def _about(reader: PdfReader) -> list[object]:
    """What the file says of itself; which file it is, is in all places the same."""
    identity, again = (one.original_bytes for one in reader.trailer["/ID"])  # type: ignore[union-attr]
    assert identity == again
    root: Any = reader.root_object
    said: bytes = root["/Metadata"].get_data()
    about = dict(reader.trailer["/Info"])  # type: ignore[call-overload]
    return [reader.pdf_header, {*root}, about, root.get("/Lang"), said.replace(identity, b"")]


@pytest.mark.parametrize("standard", [None, "1.4", "1.7", "a-1b", "a-1a", "a-2b", "a-2u", "a-2a", "a-3b"])
def test_parts_that_are_joined_say_what_one_file_would_say(standard: str | None) -> None:
    parts = [[_sheet(number) for number in numbers] for numbers in ((0, 1, 2, 3, 4), (6, 5), (7, 8, 9, 10))]
    whole = PdfReader(io.BytesIO(_pdf([one for part in parts for one in part], standard=standard)))
    made = PdfReader(io.BytesIO(joined([_pdf(part, standard=standard) for part in parts])))
    assert _structure(made) == _structure(whole)
    assert _outline(made) == _outline(whole)
    assert _about(made) == _about(whole)
    assert [page.extract_text() for page in made.pages] == [page.extract_text() for page in whole.pages]
    assert [page.mediabox for page in made.pages] == [page.mediabox for page in whole.pages]


def test_a_heading_without_words_of_its_own_does_not_shift_the_others() -> None:
    parts = [[sheet(row_line("。", 0, role=Role.HEADING1, block=1))], [_sheet(1)]]
    whole = PdfReader(io.BytesIO(_pdf([one for part in parts for one in part])))
    assert _outline(PdfReader(io.BytesIO(joined([_pdf(part) for part in parts])))) == _outline(whole)


def test_parts_without_bookmarks_have_none_together() -> None:
    plain = [_pdf([sheet(row_line(text, 0, block=1))]) for text in "某局"]
    reader = PdfReader(io.BytesIO(joined(plain)))
    assert [page.extract_text() for page in reader.pages] == ["某", "局"]
    assert reader.outline == []


def test_bookmarks_that_only_a_later_part_has_are_there() -> None:
    reader = PdfReader(io.BytesIO(joined([_pdf([sheet(row_line("某", 0, block=1))]), _pdf([_sheet(1)])])))
    assert [(mark["/Title"], reader.get_destination_page_number(mark)) for mark in reader.outline] == [("标题1", 1)]


def test_a_file_of_more_than_a_thousand_pages_has_them_all_in_order_and_is_the_same_every_time() -> None:
    sheets = [_sheet(number) for number in range(1, 1203)]
    written = _pdf(sheets)
    assert written == _pdf(sheets)
    reader = PdfReader(io.BytesIO(written))
    assert len(reader.pages) == len(sheets)
    for number in (1, 199, 202, 1201):
        assert reader.pages[number - 1].extract_text().startswith(f"标题{number}\n")
    assert len(_outline(reader)) == 1 + sum(bool(one.lines) for one in sheets)


def test_drawings_of_more_than_a_thousand_pages_are_one_file_each() -> None:
    drawn = write_svg(Pages(tuple(_sheet(number) for number in range(1, 1202))), SYSTEM, font_dirs=[build_all()])
    assert len(drawn.files) == 1201


def test_without_pypdf_a_long_file_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ConfigurationInvalid, match="pypdf") as refused:
        joined([b"", b""])
    assert "[pdf]" in str(refused.value.advice)
