"""Pages as text pictures and as plain values."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.layout.boxes import Page, Pages, Placed, Stroke
from gwformat.model import Carrier, CarrierKind, Role
from gwformat.profiles.schema import Slot
from gwformat.units import Emu, Mm, Pt
from gwformat.writers.grid import picture, pictures
from gwformat.writers.pages_json import to_json
from tests.writers.sheets import GRID, glyphs, line, row_line, sheet

RULE = "━" * 28


def rows(page: Page) -> list[str]:
    return picture(page, GRID).split("\n")


def test_a_page_is_twenty_two_rows_of_twenty_eight_cells() -> None:
    full = "某" * 28
    assert rows(sheet(*(row_line(full, row) for row in range(22)))) == [full] * 22
    assert rows(sheet()) == [""] * 22


def test_text_stands_in_its_cells_and_latin_takes_half_of_one() -> None:
    found = rows(sheet(row_line("一、总体要求", 0, 2), row_line("增长5.3%，好", 1), row_line("2024年5月6日", 3, 17.5)))
    assert found[0] == "　　一、总体要求"
    assert found[1] == "增长5.3%，好"
    assert found[3] == "　" * 17 + " 2024年5月6日"


def test_a_change_of_face_opens_no_gap_and_a_real_gap_stays() -> None:
    top = row_line("某", 0).top
    near = line(glyphs("增长", Mm(28)), glyphs("iii", Emu(Mm(28) + 2 * Pt(16))), top=top)
    far = line(glyphs("某政发〔2026〕5号", Mm(28)), glyphs("签发人：某某", Emu(Mm(28) + 20 * Pt(15.75))), top=top)
    assert rows(sheet(near))[0] == "增长iii"
    assert rows(sheet(far))[0] == "某政发〔2026〕5号" + " " + "　" * 11 + "签发人：某某"


def test_large_text_is_centred_on_its_place() -> None:
    title = line(glyphs("某某", Mm(28), Slot.XIAOBIAOSONG, Pt(63)), top=Mm(37))
    assert "　　　某某" in rows(sheet(title))


@pytest.mark.parametrize("far", [Emu(0), Emu(-(10**13)), Emu(10**13)])
def test_what_is_far_larger_than_the_sheet_or_far_off_it_is_shown_as_far_as_that_goes(far: Emu) -> None:
    huge = Emu(2 * 10**13)
    picture_of = Placed(Carrier(CarrierKind.IMAGE), far, far, huge, huge)
    upright = Stroke(far, far, Emu(0), Pt(1), height=huge)
    found = rows(sheet(row_line("某", 0), carriers=(picture_of,), strokes=(upright, Stroke(far, far, huge, Pt(1)))))
    assert any("某" in row for row in found)
    assert len(found) < 40 and max(map(len, found)) < 80


def test_rules_are_shown_in_blank_rows_and_get_their_own_where_there_is_none() -> None:
    page = sheet(
        *(row_line("某", row) for row in (0, 20, 21)),
        strokes=(
            Stroke(GRID.left, Emu(GRID.top + 2 * GRID.pitch), Mm(156), Pt(1.5), "FF0000"),
            Stroke(GRID.left, Emu(GRID.top + 21 * GRID.pitch), Mm(156), Mm(0.25)),
        ),
    )
    found = rows(page)
    assert RULE in found[1:3]
    assert found[20:] == ["某", "─" * 28, "某"]


def test_an_upright_rule_takes_a_cell_of_each_row_where_no_words_are() -> None:
    upright = Stroke(Emu(GRID.left + 2 * Pt(15.75)), GRID.top, Emu(0), Pt(0.5), height=Emu(3 * GRID.pitch))
    assert rows(sheet(row_line("某市政府", 1), strokes=(upright,)))[:4] == ["　　│", "某市政府", "　　│", ""]


def test_the_page_number_stands_below_the_rows() -> None:
    number = line(glyphs("— 1 —", Mm(165), Slot.SONGTI, Pt(14)), top=Mm(267), role=Role.OTHER)
    found = rows(sheet(row_line("某", 21), number))
    assert found[21:] == ["某", "　" * 24 + " — 1 —"]


def test_a_picture_is_a_shaded_area() -> None:
    placed = Placed(Carrier(CarrierKind.IMAGE), GRID.left, GRID.top, Emu(4 * Pt(15.75)), Emu(2 * GRID.pitch))
    assert rows(sheet(row_line("某", 2), carriers=(placed,)))[:3] == ["░░░░", "░░░░", "某"]


def test_all_pages_follow_each_other_below_their_numbers() -> None:
    found = pictures(Pages((sheet(row_line("某", 0)), sheet(row_line("市", 0), number=2))), GRID).split("\n")
    assert found[:2] == ["〔第1页〕", "某"]
    assert found[23:25] == ["〔第2页〕", "市"]


WORDS = st.text(st.sampled_from("某市a1，（ “"), min_size=1, max_size=20).filter(str.strip)
PLACES = st.tuples(WORDS, st.integers(0, 21), st.integers(0, 27))


@given(st.lists(PLACES, max_size=12))
def test_no_words_are_lost_even_where_they_overlap(places: list[tuple[str, int, int]]) -> None:
    shown = picture(sheet(*(row_line(text, row, column) for text, row, column in places)), GRID)
    ink = "".join(char for char in shown if not unicodedata.category(char).startswith(("Z", "C")))
    assert sorted(ink) == sorted(char for text, _, _ in places for char in text if char != " ")


def test_json_says_where_a_line_read_from_above_stands_on_the_landscape_sheet() -> None:
    """The number of a landscape page, 28 mm from the left and 25 mm from the foot once the sheet is bound."""
    number = line(glyphs("—3—", Mm(28), Slot.SONGTI, Pt(14)), top=Emu(Mm(272) - Pt(14)), role=Role.OTHER)
    (said,) = to_json(Pages((sheet(turned=(number,), width=Mm(297), height=Mm(210)),)))["pages"][0]["lines"]
    assert said["turned"] is True
    assert (said["x_mm"], said["top_mm"]) == (25.0, 28.0)
    assert (said["width_mm"], said["bottom_mm"]) == (round(Pt(14).mm, 3), round(Emu(Mm(28) + number.width).mm, 3))


def test_json_says_every_line_and_stroke_in_millimetres() -> None:
    page = sheet(
        line(glyphs("通知", Mm(28), Slot.XIAOBIAOSONG, Pt(22)), top=Mm(100), role=Role.TITLE),
        strokes=(
            Stroke(Mm(28), Mm(96), Mm(156), Mm(0.5), "FF0000"),
            Stroke(Mm(28), Mm(96), Emu(0), Mm(1), height=Mm(9)),
        ),
    )
    title = {"text": "通知", "role": "title", "x_mm": 28.0, "top_mm": 100.0, "bottom_mm": 107.761, "width_mm": 15.522}
    red = {"x_mm": 28.0, "y_mm": 96.0, "width_mm": 156.0, "weight_mm": 0.5, "color": "FF0000"}
    upright = {"x_mm": 28.0, "y_mm": 96.0, "width_mm": 0.0, "height_mm": 9.0, "weight_mm": 1.0, "color": "000000"}
    assert to_json(Pages((page,))) == {
        "page_count": 1,
        "pages": [{"number": 1, "printed_number": 1, "lines": [title], "strokes": [red, upright]}],
    }
