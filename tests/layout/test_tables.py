"""Tables and pictures on the pages: known where the draft is plain text, estimated where a docx has its own layout."""

from __future__ import annotations

import dataclasses

from gwformat.model import Block, Carrier, CarrierKind, Document, Paragraph, Role, Run, Source
from gwformat.units import Mm
from tests.layout.papers import document, pages, paragraph, texts, words


def with_carrier(carrier: Carrier, *, lines_before: int = 2) -> Document:
    text = document((Role.BODY, paragraph(lines_before)), (Role.BODY, paragraph(2)))
    block = Block(Role.BODY, carrier=carrier)
    return dataclasses.replace(text, blocks=(text.blocks[0], block, text.blocks[1]))


def table(rows: int) -> Carrier:
    cells = (("序号", "事项"), *((str(number), f"某某事项{number}") for number in range(1, rows)))
    return Carrier(CarrierKind.TABLE, rows=cells)


def test_the_cells_of_a_row_stand_side_by_side_in_equal_columns():
    page = pages(with_carrier(table(2))).pages[0]
    left, right = (line for line in page.lines if line.text in ("序号", "事项"))
    assert left.top == right.top
    assert abs(right.x - left.x - Mm(78)) < Mm(0.3)
    assert len([stroke for stroke in page.strokes if stroke.height]) == 2 * 3


def test_a_table_that_goes_on_repeats_its_first_row():
    laid = pages(with_carrier(table(30)))
    assert len(laid.pages) == 2
    assert texts(laid.pages[1])[:2] == ["序号", "事项"]
    assert laid.estimated_from is None


def test_of_a_table_in_a_docx_the_columns_are_a_guess():
    inner = Paragraph((Run("序号"),), Source("word/document.xml", 3, 3))
    known = dataclasses.replace(table(30), source=Source("word/document.xml", 3, 62), paragraphs=(inner,))
    laid = pages(with_carrier(known, lines_before=30))
    assert laid.estimated_from == 2
    assert any("第 2 页起" in notice for notice in laid.notices)


def test_a_picture_takes_its_height_and_goes_to_the_next_page_where_it_does_not_fit():
    picture = Carrier(CarrierKind.IMAGE, size=(Mm(100), Mm(80)), data=b"\x89PNG")
    here = pages(with_carrier(picture)).pages[0]
    (placed,) = here.carriers
    assert (placed.width, placed.height) == (Mm(100), Mm(80))
    assert abs(placed.x - Mm(28 + 28)) < Mm(0.1)
    assert words(here)[2].top > placed.y + placed.height
    moved = pages(with_carrier(picture, lines_before=20))
    assert not moved.pages[0].carriers and moved.pages[1].carriers


def test_a_picture_wider_than_the_type_area_is_scaled():
    (placed,) = pages(with_carrier(Carrier(CarrierKind.IMAGE, size=(Mm(312), Mm(100))))).pages[0].carriers
    assert abs(placed.width - Mm(156)) < Mm(0.1) and abs(placed.height - Mm(50)) < Mm(0.1)
