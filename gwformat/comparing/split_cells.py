"""Changes between a draft and a PDF come in; they go out without those that are only cells drawn in two parts.

Where a row goes on over the page, or a cell over several rows, the end of a cell is drawn after its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.comparing.alignment import Edit
from gwformat.comparing.anchors import Block
from gwformat.comparing.passages import Text


def without_split_cells(edits: Sequence[Edit], a: Text, b: Text) -> list[Edit]:
    """The changes without the ends of cells that stand as whole lines elsewhere."""
    ends: dict[str, list[int]] = {}
    for number, edit in enumerate(edits):
        if edit.other == edit.other_end and _is_end_of_cell(edit, a):
            ends.setdefault(a.string[edit.start : edit.end], []).append(number)
    gone: set[int] = set()
    for number, edit in enumerate(edits):
        said = b.string[edit.other : edit.other_end]
        if edit.start == edit.end and ends.get(said) and _is_whole_lines(edit, b):
            gone.update((number, ends[said].pop(0)))
    return [edit for number, edit in enumerate(edits) if number not in gone]


def goes_on(move: Block, a: Text, b: Text) -> bool:
    """Whether cells moved to where a page of a PDF begins: there the rest of their row stands."""
    passage = b.passage(move.b)
    if passage is None or not passage.first_on_page or passage.place.page is None:
        return False
    last = a.index(move.a + move.size - 1)
    return all(a.passages[number].cell for number in range(a.index(move.a), last + 1))


def _is_end_of_cell(edit: Edit, a: Text) -> bool:
    """Whether it is the last part of one cell, and not all of it."""
    number = a.index(edit.start)
    cell = a.passages[number].cell and a.starts[number] < edit.start
    return cell and edit.end == a.end(edit.start)


def _is_whole_lines(edit: Edit, b: Text) -> bool:
    passage = b.passage(edit.other)
    printed = passage is not None and passage.place.page is not None
    return printed and edit.other in b.bounds and edit.other_end in b.bounds
