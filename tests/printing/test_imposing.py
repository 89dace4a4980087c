"""Pages on sheets: folded, cut and turned as a print room would, they read from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.printing.imposing import Flip, Form, Imposition, Order, figures, impose, pages_per_sheet, with_blanks
from gwformat.printing.marks import Marks
from gwformat.printing.sheets import A4, Placement, Ring, Rule, Side, Size
from gwformat.units import Emu, Mm

COUNTS = range(1, 101)


def ordered(pages: int, form: Form, imprint: bool = True) -> Order:
    return with_blanks(pages, pages_per_sheet(form), imprint=imprint)


def halves(side: Side, behind: Flip | None = None) -> dict[str, int | None]:
    """What lies on the left and on the right of a side; of a back as seen through the sheet from its front."""
    found: dict[str, int | None] = {"left": None, "right": None}
    for one in side.placements:
        x = one.x + one.room.width // 2
        if behind is Flip.SHORT:  # turned over like the page of a book: left and right change places
            x = side.size.width - x
        assert one.turn == (180 if behind is Flip.LONG else 0)  # so it stands upright behind its front
        found["left" if x < side.size.width // 2 else "right"] = one.page
    return found


def folded(sides: tuple[Side, ...], flip: Flip = Flip.SHORT) -> Iterator[int | None]:
    """The pages of folded sheets lying in each other, as a reader turns them."""
    fronts = [halves(side) for side in sides[::2]]
    backs = [halves(side, flip) for side in sides[1::2]]
    for front, back in zip(fronts, backs, strict=True):
        yield from (front["right"], back["right"])
    for front, back in reversed(list(zip(fronts, backs, strict=True))):
        yield from (back["left"], front["left"])


@pytest.mark.parametrize("flip", list(Flip))
@pytest.mark.parametrize("pages", COUNTS)
def test_a_folded_booklet_reads_from_first_to_last_with_blanks_before_the_imprint(pages: int, flip: Flip) -> None:
    sides = impose(ordered(pages, Form.BOOKLET), Imposition(Form.BOOKLET, flip=flip))
    read = list(folded(sides, flip))
    blanks = [None] * (-pages % 4)
    assert read == [*range(pages - 1), *blanks, pages - 1]
    assert len(sides) == 2 * -(-pages // 4)


@pytest.mark.parametrize("pages", COUNTS)
def test_a_document_without_imprint_has_its_blanks_at_the_end(pages: int) -> None:
    assert list(ordered(pages, Form.BOOKLET, imprint=False)) == [*range(pages), *[None] * (-pages % 4)]


@pytest.mark.parametrize("pages", COUNTS)
def test_cut_sheets_piled_left_on_right_read_from_first_to_last(pages: int) -> None:
    order = ordered(pages, Form.TWO_UP)
    sides = impose(order, Imposition(Form.TWO_UP))
    fronts = [halves(side) for side in sides[::2]]
    backs = [halves(side, Flip.SHORT) for side in sides[1::2]]
    leaves = [
        (front[half], back[half]) for half in ("left", "right") for front, back in zip(fronts, backs, strict=True)
    ]
    read = [page for leaf in leaves for page in leaf]
    assert read[: len(order)] == list(order)
    assert read[len(order) :] in ([], [None, None])  # half a sheet is left over


@pytest.mark.parametrize("pages", COUNTS)
def test_single_leaves_have_two_pages_each(pages: int) -> None:
    order = ordered(pages, Form.DUPLEX)
    sides = impose(order, Imposition(Form.DUPLEX))
    assert [side.placements[0].page if side.placements else None for side in sides] == list(order)
    assert len(sides) % 2 == 0


def test_the_front_of_the_outer_sheet_of_eight_pages_shows_the_last_and_the_first() -> None:
    first, *_ = impose(range(8), Imposition(Form.BOOKLET, thickness=Emu(0)))
    assert first.size == Size(Mm(420), Mm(297))
    assert first.placements == (Placement(7, Emu(0), Emu(0), A4), Placement(0, Mm(210), Emu(0), A4))


@given(st.integers(1, 200), st.integers(0, 3))
def test_pages_of_inner_sheets_move_to_the_fold_by_a_sheet_each(quarters: int, tenths: int) -> None:
    thickness = Mm(tenths / 10)
    sides = impose(range(4 * quarters), Imposition(Form.BOOKLET, thickness=thickness))
    for number, side in enumerate(sides):
        left, right = side.placements
        creep = number // 2 * thickness
        assert (left.x, right.x) == (creep, Mm(210) - creep)


def test_mirrored_pages_cover_each_other_through_the_paper() -> None:
    front, back = impose(range(2), Imposition(Form.DUPLEX, mirror=True))
    left_edges = [side.placements[0].x + Mm(28) for side in (front, back)]  # of the type area
    assert left_edges[0] == Mm(210) - (left_edges[1] + Mm(156))


def test_a_gutter_moves_pages_away_from_the_spine() -> None:
    front, back = impose(range(2), Imposition(Form.DUPLEX, gutter=Mm(3)))
    assert (front.placements[0].x, back.placements[0].x) == (Mm(3), Mm(-3))


def staples(side: Side, at: Emu) -> list[Rule]:
    return [m for m in side.marks if isinstance(m, Rule) and m.x1 == m.x2 == at and Mm(20) < m.y1 < Mm(277)]


def test_staples_of_a_booklet_sit_on_the_fold_seventy_millimetres_from_both_edges() -> None:
    sides = impose(range(8), Imposition(Form.BOOKLET))
    upper, lower = staples(sides[0], Mm(210))
    assert upper.y1.mm == pytest.approx(70, abs=4)
    assert 297 - lower.y2.mm == pytest.approx(70, abs=4)
    assert not any(staples(side, Mm(210)) for side in sides[1:])  # staples go through all sheets: one side shows them


@pytest.mark.parametrize("form", [Form.DUPLEX, Form.TWO_UP])
def test_staples_through_the_side_sit_three_to_five_millimetres_from_the_spine(form: Form) -> None:
    first, *_ = impose(range(8), Imposition(form))
    assert len(staples(first, figures().marks.staple_from_spine)) == 2
    assert 3 <= figures().marks.staple_from_spine.mm <= 5


def test_fold_marks_stand_on_the_outside_of_every_sheet() -> None:
    sides = impose(range(12), Imposition(Form.BOOKLET))
    at_edge = [any(isinstance(m, Rule) and m.y1 == 0 and m.x1 == Mm(210) for m in side.marks) for side in sides]
    assert at_edge == [True, False] * 3


@pytest.mark.parametrize(("form", "at_edge"), [(Form.TWO_UP, True), (Form.DUPLEX, False)])
def test_only_sheets_of_two_pages_show_where_they_are_cut(form: Form, at_edge: bool) -> None:
    first, *_ = impose(range(8), Imposition(form))
    middle = first.size.width // 2
    assert any(isinstance(mark, Rule) and mark.y1 == 0 and mark.x1 == middle for mark in first.marks) is at_edge


def test_corner_and_register_marks_need_a_sheet_larger_than_its_pages() -> None:
    small = impose(range(4), Imposition(Form.BOOKLET, marks=Marks.ALL))
    large = impose(range(4), Imposition(Form.BOOKLET, sheet=Size(Mm(450), Mm(320)), marks=Marks.ALL))
    assert not any(isinstance(mark, Ring) for side in small for mark in side.marks)
    front, back = ({mark for mark in side.marks if isinstance(mark, Ring)} for side in large)
    assert front == back  # they lie on each other when both sides do
    assert len(front) == 4
    inside = [
        m for m in large[1].marks if isinstance(m, Ring) and Mm(15) < m.x < Mm(435) and Mm(11.5) < m.y < Mm(308.5)
    ]
    assert not inside


def test_without_marks_there_are_none() -> None:
    assert not any(side.marks for side in impose(range(8), Imposition(Form.BOOKLET, marks=Marks.NONE)))
