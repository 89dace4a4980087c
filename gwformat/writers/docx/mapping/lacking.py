"""A docx whose fonts were mapped comes in; characters the new faces lack get back the face they had, and go out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import attrgetter

from lxml import etree

from gwformat.fonts.families import face_named
from gwformat.fonts.repertoire import has, lacked
from gwformat.fonts.system import FontSystem
from gwformat.ooxml.effective import Formatting, Piece, Slot, formatting_of, stretches
from gwformat.ooxml.effective.typefaces import Stretch
from gwformat.ooxml.inline import paragraphs
from gwformat.text.width import leans
from gwformat.values import dataclass
from gwformat.writers.docx.amend.stretches import Divided
from gwformat.writers.docx.mapping.places import FONTS
from gwformat.writers.docx.mapping.work import Work

_STORIES = frozenset(("header", "footer", "footnotes", "endnotes"))
_LATIN = ("ascii", "hAnsi")
_SAID = {Slot.EAST_ASIA: ("eastAsia",), Slot.ASCII: _LATIN, Slot.HANSI: _LATIN, Slot.CS: ("cs",)}


@dataclass(frozen=True, slots=True)
class Lacking:
    """A character that the face of the system does not have by its repertoire, and at how many places it stands.

    `kept` is the family that goes on setting it; "" if the one it had lacks it too.
    """

    char: str
    family: str
    kept: str
    count: int


def keep_characters(work: Work, before: Formatting, target: FontSystem) -> tuple[Lacking, ...]:
    """Give characters outside the repertoire of `target` the face they had before, in runs of their own."""
    outside = _outside(work, target)
    if not outside:
        return ()
    package = work.parts.result()
    found: Counter[tuple[str, str, str]] = Counter()
    changes: list[tuple[Stretch, int, int, str]] = []
    every = (stretch for stretch in stretches(package, formatting_of(package)) if not outside.isdisjoint(stretch.text))
    for (part, paragraph), group in groupby(every, attrgetter("part", "paragraph")):
        looks = before.part(part)
        if looks is None:
            continue
        had = _Had(looks.pieces(paragraph))
        changed = 0
        for stretch in group:
            for family, start, end in _kept(stretch, outside, had, target):
                text = stretch.text[start:end]
                found.update((char, stretch.font.name, family) for char in text)
                begin, ending = max(stretch.start + start, changed), had.with_marks(stretch.start + end)
                if family and begin < ending:
                    changes.append((stretch, begin, ending, family))
                    changed = ending
    known = {part: paragraphs(work.tree(part)) for part in {change[0].part for change in changes}}
    for (part, number), of_one in groupby(changes, lambda change: (change[0].part, change[0].paragraph)):
        divided = Divided(known[part][number - 1])
        for stretch, start, end, family in of_one:
            for run, _, joins in work.isolated(part, divided, start, end):
                work.set_on_run(part, run, FONTS, dict.fromkeys(_SAID[stretch.slot], family), joins)
    return tuple(Lacking(*key, count) for key, count in sorted(found.items()))


def _outside(work: Work, target: FontSystem) -> frozenset[str]:
    """The characters of the file that not all Chinese faces of the system have."""
    package = work.package
    stories = [arrow.target for arrow in package.relationships(package.main_part).values() if arrow.kind in _STORIES]
    trees = [package.optional_tree(name) for name in (package.main_part, *stories) if name in package.parts]
    chars = set("".join(etree.tostring(tree, encoding="unicode", method="text") for tree in trees if tree is not None))
    return frozenset().union(*(lacked(one, chars) for one in {face.repertoire for face in target.faces.values()}))


class _Had:
    """The families the characters of a paragraph had before."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._text = "".join(piece.text for piece in pieces)
        self._looks = [piece.look for piece in pieces]
        self._ends = list(accumulate(len(piece.text) for piece in pieces))

    def family(self, place: int, char: str) -> str:
        """The family `char`, which stands at `place`, had."""
        return self._looks[bisect_right(self._ends, place)].font_of(char).name

    def with_marks(self, end: int) -> int:
        """Where characters that go up to `end` go to with the marks and selectors of the last one."""
        while end < len(self._text) and leans(self._text[end]):
            end += 1
        return end


def _kept(stretch: Stretch, outside: frozenset[str], had: _Had, target: FontSystem) -> Iterator[tuple[str, int, int]]:
    """The characters the new face lacks, neighbours together: the family to keep ("": none has them), start and end."""
    face = face_named(stretch.font.name, target)
    if face is None:
        return
    families: list[str | None] = []
    for place, char in enumerate(stretch.text, stretch.start):
        old = had.family(place, char) if char in outside and not has(face.repertoire, char) else stretch.font.name
        families.append(_having(old, char, target) if old != stretch.font.name else None)
    offset = 0
    for family, group in groupby(families):
        end = offset + len(list(group))
        if family is not None:
            yield family, offset, end
        offset = end


def _having(family: str, char: str, target: FontSystem) -> str:
    """The family if it has the character as far as is known, else nothing."""
    face = face_named(family, target)
    return family if face is None or has(face.repertoire, char) else ""
