"""Two versions come in as passages; every difference between them goes out, with its words and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from gwformat.comparing.alignment import Edit, align
from gwformat.comparing.anchors import Block, common_prefix, common_suffix
from gwformat.comparing.passages import Passage, Place, Text
from gwformat.comparing.repeated import without_repeated
from gwformat.comparing.split_cells import goes_on, without_split_cells
from gwformat.values import dataclass

_CONTEXT = 8  # characters shown on either side
_CLOSE = 2  # fewer equal characters between two changes do not part them: 12 for 21 is one change
_SLIDE = 400  # how far a stretch is moved to begin where a passage begins


class Kind(StrEnum):
    """What became of the words; the value is what the user reads."""

    DELETED = "少了"
    INSERTED = "多了"
    REPLACED = "不同"
    MOVED = "移动"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the words of either version, some of those around them, and where they stand."""

    kind: Kind
    words: str  # of the approved version
    others: str  # of the other
    before: str
    after: str
    element: str
    place: Place | None  # in the approved version
    other_place: Place | None
    whole: bool = False  # nothing of the passage is left


def differences(
    first: Sequence[Passage], second: Sequence[Passage], heads: frozenset[str] = frozenset()
) -> list[Difference]:
    """Every difference of `second` from `first`; `heads` of tables may come again at the top of a page of `second`."""
    a, b = Text(first), Text(second)
    b = Text(without_repeated(b.passages, heads, a))
    found = align(a, b)
    edits = [_slid(_trimmed(edit, a, b), a, b) for edit in _joined(found.edits, a)]
    edits = without_split_cells(edits, a, b)
    edits, moves = _paired(edits, a, b)
    told = [_told(edit, a, b) for edit in edits if not _is_hyphen(edit, b)]
    told += [_moved(move, a, b) for move in (*found.moves, *moves) if not (_floats(move, a) or goes_on(move, a, b))]
    return sorted(told, key=_order)


def _order(one: Difference) -> tuple[int, int]:
    place = one.place or one.other_place or Place()
    return place.page or 0, place.paragraph or 0


def _joined(edits: Sequence[Edit], a: Text) -> Iterator[Edit]:
    """Changes with hardly anything between them are one, unless a passage begins there."""
    waiting: Edit | None = None
    for edit in edits:
        if waiting is None:
            waiting = edit
            continue
        ends = waiting.end > waiting.start and waiting.end in a.bounds
        begins = edit.end > edit.start and edit.start in a.bounds
        if edit.start - waiting.end < _CLOSE and not (ends or begins):
            waiting = Edit(waiting.start, edit.end, waiting.other, edit.other_end)
        else:
            yield waiting
            waiting = edit
    if waiting is not None:
        yield waiting


def _trimmed(edit: Edit, a: Text, b: Text) -> Edit:
    """A change without what both versions have at its ends."""
    gone, come = a.string[edit.start : edit.end], b.string[edit.other : edit.other_end]
    if not (gone and come):
        return edit
    head = common_prefix(gone, come, 0, 0)
    tail = common_suffix(gone, come, len(gone), len(come), min(len(gone), len(come)) - head)
    return Edit(edit.start + head, edit.end - tail, edit.other + head, edit.other_end - tail)


def _slid(edit: Edit, a: Text, b: Text) -> Edit:
    """A stretch that was only taken out or only put in, moved to where a passage begins if it reads the same there."""
    if edit.start < edit.end and edit.other < edit.other_end:
        return edit
    taken_out = edit.start < edit.end
    shift = _shift(a, edit.start, edit.end) if taken_out else _shift(b, edit.other, edit.other_end)
    return Edit(*(position + shift for position in edit))


def _shift(text: Text, start: int, end: int) -> int:
    said = text.string
    if start in text.bounds:
        return 0
    left = right = 0
    while left < _SLIDE and start - left > 0 and said[start - left - 1] == said[end - left - 1]:
        left += 1
        if start - left in text.bounds:
            return -left
    while right < _SLIDE and end + right < len(said) and said[start + right] == said[end + right]:
        right += 1
        if start + right in text.bounds:
            return right
    return 0


def _paired(edits: Sequence[Edit], a: Text, b: Text) -> tuple[list[Edit], list[Block]]:
    """Whole passages that were taken out here and put in there are moved: short ones, which anchor nothing."""
    gone: dict[str, list[int]] = {}
    for number, edit in enumerate(edits):
        if edit.other == edit.other_end and edit.start in a.bounds and edit.end in a.bounds:
            gone.setdefault(a.string[edit.start : edit.end], []).append(number)
    used: set[int] = set()
    moves = []
    for number, edit in enumerate(edits):
        said = b.string[edit.other : edit.other_end]
        if edit.start == edit.end and gone.get(said):
            source = gone[said].pop(0)
            used.update((number, source))
            moves.append(Block(edits[source].start, edit.other, len(said)))
    return [edit for number, edit in enumerate(edits) if number not in used], moves


def _is_hyphen(edit: Edit, b: Text) -> bool:
    """A hyphen that parts a word at the end of a line."""
    said = b.string[edit.other : edit.other_end]
    if edit.start != edit.end or said not in ("-", "‐") or edit.other_end not in b.bounds:
        return False
    around = b.string[edit.other - 1 : edit.other] + b.string[edit.other_end : edit.other_end + 1]
    return around.isascii() and around.isalpha()


def _floats(move: Block, a: Text) -> bool:
    return all(a.passages[at].floats for at in range(a.index(move.a), a.index(move.a + move.size - 1) + 1))


def _told(edit: Edit, a: Text, b: Text) -> Difference:
    gone, come = a.string[edit.start : edit.end], b.string[edit.other : edit.other_end]
    kind = Kind.REPLACED if gone and come else Kind.DELETED if gone else Kind.INSERTED
    # What is put in between two passages belongs to the one that ends there.
    at = edit.start - 1 if not gone and edit.start and edit.start in a.bounds else edit.start
    passage, other = a.passage(at), b.passage(edit.other - 1 if not come and edit.other else edit.other)
    whole = bool(gone) and not come and edit.start in a.bounds and edit.end in a.bounds
    return Difference(
        kind,
        gone,
        come,
        a.string[max(a.begin(at), edit.start - _CONTEXT) : edit.start],
        a.string[edit.end : min(a.end(max(at, edit.end - 1)), edit.end + _CONTEXT)],
        passage.element if passage else "",
        passage.place if passage else None,
        other.place if other else None,
        whole,
    )


def _moved(move: Block, a: Text, b: Text) -> Difference:
    told = _told(Edit(move.a, move.a + move.size, move.b, move.b), a, b)
    other = b.passage(move.b)
    return replace(told, kind=Kind.MOVED, others=told.words, other_place=other.place if other else None, whole=False)
