"""L207: a line pitch that does not give 22 lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.fitted import fitted
from gwformat.check.looks import text_paragraphs
from gwformat.check.once import once
from gwformat.check.type_area import grid_of, margins_off, type_area
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.ooxml.effective import SectionLook
from gwformat.units import Emu
from gwformat.values import dataclass


@rule(
    "L207",
    name="not-22-lines",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """行距一般使每面排22行。

    行数由版心高度除以固定行距得出：上下边距37/35 mm时行距不超过28.99磅，34.58/32.58 mm时不超过29.61磅。
    页边距不对的，按改正以后的版心计算。落款排不下，或者落款所在的页没有正文，为此调整那一页的行距的（7.3.5.5），不算。

    不合规::

        ［正文 行距］30磅

    不合规::

        ［正文 行距］26磅

    合规::

        ［正文 行距］28.95磅

    合规::

        ［页面 上边距］25.4毫米
        ［页面 下边距］25.4毫米
        ［正文 行距］28.95磅
    """
    assert context.formatting is not None and context.geometry is not None
    grid = context.profile.grids[context.profile.default_grid]
    rows = grid.rows
    found = _pitches(context)
    if not found:
        return
    weights: Counter[Emu] = Counter()
    for element, pitch in found:
        weights[pitch] += len(element.text)
    usual = weights.most_common(1)[0][0]
    moved = fitted(context)
    wrong: dict[tuple[Emu, int], _Wrong | None] = {}  # by pitch and section, of which there are few
    for element, pitch in found:
        section = context.formatting.section_of(element.first_paragraph)
        key = pitch, section.first
        if key not in wrong:
            wrong[key] = _wrong(context, context.geometry.full_page(section), pitch, rows)
        said = wrong[key]
        if said is None or (moved is not None and element.number in moved.elements):
            continue
        yield Problem(
            f"行距{pitch.pt:g}磅，每面排{said.count}行，应为{rows}行",
            element.whole,
            reformatted(element.whole, Property.PITCH, said.cure),
            said.expected,
            f"{pitch.pt:g}磅",
            Severity.INFO if pitch != usual else None,
        )
    if moved is not None:
        limits = f"{moved.grid.pitch_least.pt:g}～{moved.grid.pitch_most.pt:g}磅"
        yield Measured("为落款调整的行距", limits, f"{moved.pitch.pt:g}磅")
    section = context.geometry.full_page(context.formatting.section_of(found[0][0].first_paragraph))
    if not margins_off(context, section) and section.text_height // usual == rows:
        yield Measured("每面行数", f"{rows}行", f"{rows}行（行距{usual.pt:g}磅）")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """How many lines a page has at a pitch, and which pitch it should be, in words and as a cure has it."""

    count: int
    expected: str
    cure: str


def _wrong(context: Context, section: SectionLook, pitch: Emu, rows: int) -> _Wrong | None:
    """What is wrong with a pitch on the full pages of a section."""
    _, height = type_area(context, section)
    count = int(height // pitch)
    if section.landscape or count == rows or (margins_off(context, section) and _may_fill(context, pitch, rows)):
        return None
    lowest, highest = height / (rows + 1), height / rows
    expected = f"{Emu(int(lowest)).pt:.2f}～{Emu(int(highest)).pt:.2f}磅"
    return _Wrong(count, expected, f"{grid_of(context, section).pitch.twips}tw")


def _may_fill(context: Context, pitch: Emu, rows: int) -> bool:
    """Whether a page with the margins of either family has so many lines of this pitch."""
    height = context.profile.paper.height
    return any((height - grid.top - grid.bottom) // pitch == rows for grid in context.profile.grids.values())


@once
def _pitches(context: Context) -> list[tuple[Element, Emu]]:
    """The paragraphs of the text whose pitch is exact."""
    return [(element, pitch) for element, look in text_paragraphs(context) if (pitch := look.line.exact)]
