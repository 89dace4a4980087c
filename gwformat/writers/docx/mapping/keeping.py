"""A docx whose fonts were mapped comes in; tracking that keeps its lines is set, and which lines moved goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.fonts.advances import Advances
from gwformat.layout.kept import Stretch, keep
from gwformat.ooxml.effective import Formatting, formatting_of
from gwformat.ooxml.inline import paragraphs
from gwformat.values import dataclass
from gwformat.writers.docx.amend.stretches import Divided
from gwformat.writers.docx.mapping.heights import free_heights
from gwformat.writers.docx.mapping.measuring import Measuring, Taken
from gwformat.writers.docx.mapping.places import SPACING
from gwformat.writers.docx.mapping.work import Work
from gwformat.writers.docx.oxml import Element

_STORIES = ("footnotes", "endnotes")
_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class Tracked:
    """Words that were set closer or wider so that a line ends where it did."""

    part: str
    paragraph: int
    text: str
    points: float


@dataclass(frozen=True, slots=True)
class MovedLine:
    """Lines that end elsewhere after the mapping, in both versions, and the programs in which they do."""

    part: str
    paragraph: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A paragraph whose lines are not certain, and why."""

    part: str
    paragraph: int
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the lines.

    `uncertain` are paragraphs whose lines may move without being listed; `free_heights` counts those whose line height
    is left to the font, so that pages may end elsewhere. `tabled` and `guessed` name families whose widths come from a
    table or are guessed.
    """

    tracked: tuple[Tracked, ...] = ()
    moved: tuple[MovedLine, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    free_heights: int = 0
    tabled: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


def keep_lines(work: Work, before: Formatting, advances: Advances) -> Kept:
    """Set tracking on letters and digits so that lines end where they did: in the text, notes, headers and footers."""
    after = formatting_of(work.parts.result())
    measuring = Measuring(before, after, advances)
    tracked: list[Tracked] = []
    moved: list[MovedLine] = []
    uncertain: list[Uncertain] = []
    stories = [part for kind in _STORIES if (part := _related(work, kind))]
    for part in (work.package.main_part, *stories, *before.headers, *before.footers):
        changed: list[Element] = []  # the same paragraphs as they are changed
        for number, paragraph in enumerate(work.package.paragraphs(part), 1):
            taken = measuring.of(part, number, paragraph)
            if taken is None:
                continue
            if taken.reason:
                uncertain.append(Uncertain(part, number, taken.reason))
            if taken.measured is None:
                continue
            stretches, lines = keep(taken.measured)
            moved.extend(MovedLine(part, number, line.before, line.after, line.programs) for line in lines)
            if stretches:
                changed = changed or paragraphs(work.tree(part))
                tracked.extend(_track(work, part, number, changed[number - 1], taken, stretches))
    return Kept(
        tracked=tuple(tracked),
        moved=tuple(moved),
        uncertain=tuple(uncertain),
        free_heights=free_heights(work.package, before, stories),
        tabled=tuple(sorted(advances.tabled)),
        guessed=tuple(sorted(advances.guessed)),
    )


def _related(work: Work, kind: str) -> str | None:
    part = work.package.related(work.package.main_part, kind)
    return part if part is not None and work.package.optional_tree(part) is not None else None


def _track(
    work: Work, part: str, number: int, paragraph: Element, taken: Taken, stretches: list[Stretch]
) -> Iterator[Tracked]:
    """Give stretches of a paragraph their tracking, in runs of their own."""
    assert taken.measured is not None
    divided = Divided(paragraph)
    for stretch in stretches:
        for run, begin, joins in work.isolated(part, divided, stretch.start, stretch.end):
            twips = taken.tracking[begin] + stretch.twips
            work.set_on_run(part, run, SPACING, {"val": str(twips)}, joins)
        text = taken.measured.text[stretch.start : stretch.end]
        yield Tracked(part, number, text, stretch.twips / _PER_POINT)
