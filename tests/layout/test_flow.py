"""Lines stacked on pages of ten rows: gaps, what is kept together, notes, tables and sections.

A page reads as the rows on which its lines stand: `a0` is the first line of paragraph a; `·` is an empty row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.layout.column import Column, Place
from gwformat.layout.flow import stack
from gwformat.layout.grid import BareRow, Grid, Merged, Rows
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.rows import CellBox, Item
from gwformat.layout.sheet import Sheet
from gwformat.model import Begins, Role
from gwformat.setting.notes import SEPARATOR
from gwformat.setting.paragraph import set_of
from gwformat.setting.setting import setting_of
from gwformat.table import Edge, Edges, Vertical
from gwformat.units import Emu
from tests.layout.papers import general, government

ROW = SEPARATOR  # so that the rule above notes takes a row
ZERO = Emu(0)


def rows(count: float) -> Emu:
    return Emu(round(ROW * count))


def sheet_of(height: int, *, lying: bool = False) -> Sheet:
    """A sheet with so many rows of text."""
    across, down = (rows(30), rows(20)) if lying else (rows(20), rows(30))
    return Sheet(across, down, ZERO, ZERO, rows(10), rows(height), ZERO)


PAGE, LYING = sheet_of(10), sheet_of(6, lying=True)
BARE = replace(
    set_of(Role.BODY, setting_of(general(), government(), None)),
    **dict.fromkeys(("before", "after"), ZERO),
    **dict.fromkeys(("keep_with_next", "keep_together", "page_break_before"), False),
)


def text(
    count: int,
    *,
    before: float = 0,
    after: float = 0,
    bound: bool = False,
    whole: bool = False,
    breaks: bool = False,
    parted: bool = False,
    notes: dict[int, int] | None = None,
    ends_page: Sequence[int] = (),
) -> Laid:
    """A paragraph of so many lines; `bound` to the next, `whole` on a page; `notes` are how long that of a line is."""
    how = replace(
        BARE,
        before=rows(before),
        after=rows(after),
        keep_with_next=bound,
        keep_together=whole,
        page_break_before=breaks,
    )
    lines = tuple(
        TextLine(
            *((), ZERO, ZERO, ROW),
            ends_page=number in ends_page,
            notes=(text(notes[number]),) if notes and number in notes else (),
        )
        for number in range(count)
    )
    return Laid(how, lines, None, parted=parted)


def cell(count: int, notes: Sequence[Laid] = ()) -> CellBox:
    """A cell of so many lines, the first of which refers to the notes."""
    lines = [TextLine((), ZERO, ZERO, ROW, notes=tuple(notes) if not number else ()) for number in range(count)]
    return CellBox(ZERO, ZERO, tuple(map(Item, lines)))


def table(
    *heights: int, headers: int = 0, splits: bool = True, merged: tuple[int, int, int] | None = None, **how: float
) -> Laid:
    """A table whose rows are as high as their words; `merged` is a cell over rows, with so many lines."""
    bare = tuple(BareRow((cell(count),), ZERO, ZERO, splits=splits) for count in heights)
    over = () if merged is None else (Merged(merged[0], merged[1], replace(cell(merged[2]), key=0)),)
    return of_grid(Grid(ZERO, ZERO, bare, over), headers, **how)


def of_grid(grid: Grid, headers: int = 0, *, before: float = 0, after: float = 0) -> Laid:
    lines = tuple(Rows(grid).lines)
    how = replace(BARE, before=rows(before), after=rows(after))
    return Laid(how, lines, None, headers=lines[:headers], grid=grid)


def stacked(paragraphs: Sequence[Laid], used: float = 0, places: Sequence[Place] | None = None) -> list[Column]:
    return stack(paragraphs, places or [Place(PAGE)] * len(paragraphs), rows(used), PAGE)


def shown(paragraphs: Sequence[Laid], used: float = 0, places: Sequence[Place] | None = None) -> list[str]:
    """Each page as its rows, a line of a table as many times as it is high."""
    names = {id(paragraph): chr(ord("a") + number) for number, paragraph in enumerate(paragraphs)}
    pages = []
    for number, column in enumerate(stacked(paragraphs, used, places)):
        said: list[str] = []
        at = rows(used) if number == 0 else ZERO
        for item in column.lines:
            said += ["·"] * round((item.top - at) / ROW)
            lines = item.paragraph.lines
            which = next((order for order, line in enumerate(lines) if line is item.line), None)
            name = names[id(item.paragraph)] + ("" if which is None else str(which))
            said += [name] * round(item.line.height / ROW)
            at = Emu(item.top + item.line.height)
        pages.append(" ".join(said + [f"|{len(column.notes)}"] * bool(column.notes)))
    return pages


class TestGaps:
    def test_of_two_gaps_the_larger_holds(self) -> None:
        assert shown([text(1, after=2), text(1, before=1), text(1, before=1)]) == ["a0 · · b0 · c0"]

    def test_at_the_top_of_the_text_it_is_kept_and_below_a_head_too(self) -> None:
        assert shown([text(1, before=2)]) == ["· · a0"]
        assert shown([text(1, before=2)], used=3) == ["· · a0"]

    def test_it_goes_where_a_page_is_full_and_stays_where_one_was_asked_for(self) -> None:
        assert shown([text(10, after=1), text(1, before=1)])[1] == "b0"
        assert shown([text(2, after=3), text(1, before=1, breaks=True)])[1] == "· b0"
        assert shown([text(2, ends_page=(1,)), text(1, before=1)])[1] == "· b0"

    def test_it_may_be_what_sends_a_line_to_the_next_page(self) -> None:
        assert len(shown([text(8), text(1, before=1)])) == 1
        assert len(shown([text(8), text(1, before=1.5)])) == 2
        assert len(shown([text(8), text(1, before=1.5, whole=True)])) == 2

    def test_a_paragraph_that_stands_in_the_row_of_another_has_none(self) -> None:
        assert shown([text(1), text(0, after=3, breaks=True), text(1)]) == ["a0 c0"]

    def test_a_page_is_not_ended_where_nothing_stands_on_it(self) -> None:
        assert shown([text(1, breaks=True), text(1)]) == ["a0 b0"]
        assert shown([text(1, breaks=True)], used=2) == ["", "a0"]


class TestKept:
    def test_what_is_bound_goes_with_the_first_line_of_the_next(self) -> None:
        assert shown([text(8), text(1, bound=True), text(2)]) == ["a0 a1 a2 a3 a4 a5 a6 a7 b0 c0", "c1"]
        assert shown([text(9), text(1, bound=True), text(2)]) == [
            "a0 a1 a2 a3 a4 a5 a6 a7 a8",
            "b0 c0 c1",
        ]

    def test_gaps_between_them_count(self) -> None:
        assert len(shown([text(7), text(1, bound=True), text(1, before=1)])) == 1
        assert len(shown([text(7), text(1, bound=True, after=2), text(1, before=1)])) == 2
        assert len(shown([text(7), text(1, bound=True, before=1), text(1, before=1)])) == 2

    def test_the_gap_above_them_counts_too(self) -> None:
        assert shown([text(7, after=2), text(1, bound=True), text(1)])[1] == "b0 c0"

    def test_a_chain_goes_as_one(self) -> None:
        chain = [text(1, bound=True), text(1, bound=True), text(1)]
        assert shown([text(8), *chain]) == ["a0 a1 a2 a3 a4 a5 a6 a7", "b0 c0 d0"]

    def test_a_chain_ends_where_a_page_is_begun(self) -> None:
        chain = [text(1, bound=True), text(1, bound=True), text(1, breaks=True)]
        assert shown([text(8), *chain])[0] == "a0 a1 a2 a3 a4 a5 a6 a7 b0 c0"
        places = [*[Place(PAGE)] * 3, Place(PAGE, Begins.NEXT_PAGE, 1)]
        assert shown([text(8), text(1, bound=True), text(1, bound=True), text(1)], places=places)[0].endswith("b0 c0")

    def test_a_chain_ends_in_a_long_paragraph(self) -> None:
        chain = [text(1, bound=True), text(4, bound=True), text(1)]
        assert shown([text(8), *chain])[0].endswith("b0 c0")
        assert shown([text(6), text(4, bound=True, whole=True), text(1)])[1] == "b0 b1 b2 b3 c0"
        whole = [text(1, bound=True), text(4, bound=True, whole=True), text(1)]
        assert shown([text(8), *whole])[1] == "b0 c0 c1 c2 c3 d0"

    def test_of_a_long_paragraph_that_is_bound_the_last_line_goes_along(self) -> None:
        assert shown([text(6), text(4, bound=True), text(1)])[1] == "b3 c0"
        assert shown([text(6), text(3, bound=True), text(2)])[0].endswith("a5 b0 b1 b2 c0")
        assert shown([text(7), text(3, bound=True), text(2)])[1] == "b0 b1 b2 c0 c1"
        assert shown([text(7), text(3, bound=True, parted=True), text(1)])[1] == "b2 c0"
        assert shown([text(5), text(4, bound=True), text(1, before=1)])[1] == "b3 · c0"

    def test_what_stays_whole_goes_to_the_next_page_as_one(self) -> None:
        assert shown([text(8), text(3, whole=True)])[1] == "b0 b1 b2"
        assert shown([text(8), text(11, whole=True)])[0].endswith("b0 b1")  # on no page it has room

    def test_what_stays_whole_does_so_though_all_that_it_goes_with_has_no_room(self) -> None:
        chain = [text(3, bound=True, whole=True), text(9, whole=True)]
        assert shown([text(8), *chain])[1:] == ["b0 b1 b2", "c0 c1 c2 c3 c4 c5 c6 c7 c8"]
        gap = [text(3, before=1, bound=True, whole=True), text(9, whole=True)]
        assert shown([text(7), *gap])[1] == "b0 b1 b2"

    def test_of_the_last_that_is_kept_all_goes_along_if_it_is_whole(self) -> None:
        assert shown([text(7), text(1, bound=True), text(3, whole=True)])[1] == "b0 c0 c1 c2"

    def test_a_heading_goes_with_the_headers_of_a_table_and_its_first_row(self) -> None:
        assert shown([text(7), text(1, bound=True), table(1, 1, 1, headers=1)])[0].endswith("b0 c0 c1")
        assert shown([text(8), text(1, bound=True), table(1, 1, 1, headers=1)])[1] == "b0 c0 c1 c2"

    @given(st.integers(0, 9), st.integers(1, 40))
    def test_a_chain_of_any_length_begins_where_it_would_if_it_were_looked_through(
        self, above: int, count: int
    ) -> None:
        pages = shown([*[text(above)] * bool(above), *[text(1, bound=True) for _ in range(count)], text(1)])
        fits = above + count + 1 <= 10 or count + 1 > 10
        assert (len(pages[0].split()) == above) is (bool(above) and not fits)


class TestNotes:
    def test_they_stand_at_the_foot_and_take_room_with_the_rule_above_them(self) -> None:
        assert shown([text(1, notes={0: 2}), text(7)])[0] == "a0 b0 b1 b2 b3 b4 b5 |2"

    def test_a_line_goes_on_with_at_least_a_line_of_its_note(self) -> None:
        assert shown([text(8, notes={7: 3})]) == ["a0 a1 a2 a3 a4 a5 a6 a7 |1", "|2"]
        assert shown([text(9, notes={8: 3})]) == ["a0 a1 a2 a3 a4 a5 a6 a7", "a8 |3"]

    def test_what_has_no_room_goes_on_over_as_many_pages_as_it_takes(self) -> None:
        assert shown([text(1, notes={0: 20})]) == ["a0 |8", "|9", "|3"]
        assert shown([text(1, notes={0: 20}), text(1, breaks=True)]) == ["a0 |8", "|9", "b0 |3"]

    def test_what_goes_on_takes_room_of_the_next_page(self) -> None:
        assert shown([text(8, notes={7: 3}), text(7)])[1] == "b0 b1 b2 b3 b4 b5 b6 |2"

    def test_a_line_that_goes_on_with_its_note_leaves_the_gap_above_it(self) -> None:
        assert shown([text(8), text(1, before=1, notes={0: 1})])[1] == "b0 |1"

    def test_what_is_kept_together_leaves_them_their_room(self) -> None:
        assert shown([text(6, notes={0: 1}), text(3, whole=True)])[1] == "b0 b1 b2"


class TestTables:
    def test_rows_stand_below_each_other_with_the_gap_above_the_first(self) -> None:
        assert shown([text(1, after=1), table(2, 1), text(1)]) == ["a0 · b0 b0 b1 c0"]
        assert shown([text(1), table(1, before=2, after=2), text(1)]) == ["a0 · · b0 · · c0"]

    def test_headers_are_repeated(self) -> None:
        assert shown([table(1, *[1] * 11, headers=1)])[1] == "a0 a10 a11"

    def test_headers_alone_do_not_end_a_page(self) -> None:
        assert shown([text(9), table(1, 1, headers=1)]) == ["a0 a1 a2 a3 a4 a5 a6 a7 a8", "b0 b1"]
        assert shown([text(8), table(1, 1, headers=1, before=1)]) == ["a0 a1 a2 a3 a4 a5 a6 a7", "b0 b1"]
        assert shown([text(7), table(1, 1, headers=1, before=1)]) == ["a0 a1 a2 a3 a4 a5 a6 · b0 b1"]

    def test_below_headers_a_row_may_begin_if_it_may_be_parted(self) -> None:
        assert shown([text(7), table(1, 5, headers=1)])[0].endswith("b0 b b")
        assert shown([text(7), table(1, 5, headers=1, splits=False)])[0] == "a0 a1 a2 a3 a4 a5 a6"

    def test_a_row_is_parted_or_goes_to_the_next_page_whole(self) -> None:
        assert shown([text(8), table(4)]) == ["a0 a1 a2 a3 a4 a5 a6 a7 b b", "b b"]
        assert shown([text(8), table(4, splits=False)])[1] == "b0 b0 b0 b0"

    def test_a_row_that_fits_on_no_page_is_parted_all_the_same(self) -> None:
        assert shown([table(12, splits=False)]) == [" ".join("a" * 10), "a a"]
        assert shown([table(1, 12, headers=1, splits=False)]) == ["a0 " + " ".join("a" * 9), "a0 a a a"]

    def test_a_row_that_stays_whole_leaves_the_page_of_other_lines_or_of_a_head(self) -> None:
        assert shown([text(3), table(8, splits=False)]) == ["a0 a1 a2", " ".join(["b0"] * 8)]
        assert shown([table(8, splits=False)], used=3) == ["", " ".join(["a0"] * 8)]

    def test_headers_that_fill_a_page_are_not_repeated_among_themselves(self) -> None:
        assert shown([table(6, 6, 1, headers=2, splits=False)]) == [" ".join(["a0"] * 6), " ".join([*["a1"] * 6, "a2"])]

    def test_the_line_below_a_row_needs_room_where_a_page_ends(self) -> None:
        ruled = replace(cell(1), edges=Edges(bottom=Edge(rows(0.5))))
        bare = tuple(BareRow((ruled,), ZERO, ZERO) for _ in range(10))
        assert [len(page.split()) for page in shown([of_grid(Grid(ZERO, ZERO, bare, ()))])] == [9, 1]

    def test_the_gap_above_a_table_counts_where_its_first_row_is_parted(self) -> None:
        assert shown([text(6), table(4, before=2)])[0] == "a0 a1 a2 a3 a4 a5 · · b b"

    def test_notes_of_a_row_stand_on_its_page_once(self) -> None:
        note = text(1)
        bare = [BareRow((cell(1, [note]),), ZERO, ZERO), *[BareRow((cell(1),), ZERO, ZERO)] * 11]
        pages = shown([of_grid(Grid(ZERO, ZERO, tuple(bare), ()), headers=1)])
        assert [page.endswith("|1") for page in pages] == [True, False]

    def test_a_row_leaves_its_note_room(self) -> None:
        bare = [*[BareRow((cell(1),), ZERO, ZERO)] * 8, BareRow((cell(1, [text(1)]),), ZERO, ZERO)]
        assert shown([of_grid(Grid(ZERO, ZERO, tuple(bare), ()))])[1] == "a8 |1"

    def test_a_merged_cell_keeps_what_fits_and_goes_on(self) -> None:
        assert shares(stacked([text(8), table(1, 1, 1, merged=(0, 2, 5))])) == [[1, 1], [3]]

    def test_the_words_of_a_merged_cell_that_goes_on_stand_at_its_top(self) -> None:
        low = replace(cell(1), key=0, vertical=Vertical.BOTTOM)
        bare = tuple(BareRow((cell(1),), ZERO, ZERO) for _ in range(4))
        grid = Grid(ZERO, ZERO, bare, (Merged(0, 3, low),))
        assert shares(stacked([of_grid(grid)])) == [[0, 0, 0, 1]]
        assert shares(stacked([text(7), of_grid(grid)])) == [[1, 0, 0], [0]]


def shares(columns: Sequence[Column]) -> list[list[int]]:
    """How many lines of the merged cell stand in each row, page by page."""
    found = [[item.line.row for item in column.lines if item.line.row is not None] for column in columns]
    return [[sum(len(box.items) for box in row.cells if box.key == 0) for row in page] for page in found if page]


class TestSections:
    def test_the_first_page_is_its_own_and_those_after_it_are_as_their_place_says(self) -> None:
        first, other = sheet_of(3), sheet_of(5)
        columns = stack([text(9)], [Place(other)], ZERO, first)
        assert [(len(column.lines), column.sheet) for column in columns] == [(3, first), (5, other), (1, other)]

    def test_a_first_page_that_lies_on_its_side_has_no_text_area_of_its_own(self) -> None:
        columns = stack([text(7)], [Place(LYING)], ZERO, PAGE)
        assert [(len(column.lines), column.sheet) for column in columns] == [(6, LYING), (1, LYING)]

    def test_even_and_odd_pages_and_the_first_of_a_section_may_differ(self) -> None:
        kinds = ((sheet_of(1), sheet_of(2)), (sheet_of(3), sheet_of(4)))  # first even, first odd, even, odd
        place = Place(PAGE, section=1, kinds=kinds)
        columns = stack(
            [text(1), *[text(1)] * 9], [Place(PAGE), replace(place, begins=Begins.NEXT_PAGE), *[place] * 8], ZERO, PAGE
        )
        assert [len(column.lines) for column in columns] == [1, 1, 4, 3, 1]

    @pytest.mark.parametrize(
        ("begins", "pages"),
        [
            (Begins.CONTINUOUS, ["a0 b0"]),
            (Begins.NEXT_PAGE, ["a0", "b0"]),
            (Begins.EVEN_PAGE, ["a0", "b0"]),
            (Begins.ODD_PAGE, ["a0", "", "b0"]),
        ],
    )
    def test_a_section_begins_where_it_wants(self, begins: Begins, pages: list[str]) -> None:
        places = [Place(PAGE), Place(LYING, begins, 1)]
        assert shown([text(1), text(1)], places=places) == pages
        columns = stacked([text(1), text(1)], places=places)
        begun = begins is not Begins.CONTINUOUS
        assert [column.opens for column in columns] == [True, *[False] * (len(columns) - 2), begun][: len(columns)]
        assert [column.sheet for column in columns] == [PAGE, *[LYING] * (len(columns) - 1)]
        assert [column.section for column in columns] == [0, *[1] * (len(columns) - 1)]
        assert [column.skipped for column in columns] == [
            bool(n == 1 and len(columns) == 3) for n in range(len(columns))
        ]

    def test_an_even_page_is_waited_for_too(self) -> None:
        assert shown([text(11), text(1)], places=[Place(PAGE), Place(PAGE, Begins.EVEN_PAGE, 1)])[2:] == ["", "b0"]

    def test_it_takes_a_page_that_was_begun_already(self) -> None:
        columns = stacked([text(1, ends_page=(0,)), text(1)], places=[Place(PAGE), Place(LYING, Begins.NEXT_PAGE, 1)])
        assert [(column.section, column.sheet) for column in columns] == [(0, PAGE), (1, LYING)]

    def test_pages_after_it_are_of_its_section(self) -> None:
        columns = stacked([text(1), text(12)], places=[Place(PAGE), Place(LYING, Begins.NEXT_PAGE, 1)])
        assert [(column.section, column.opens) for column in columns] == [(0, True), (1, True), (1, False)]
