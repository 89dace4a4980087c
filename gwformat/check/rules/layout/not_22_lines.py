"""L207: a line pitch that does not give 22 lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import last_line, own_first, stands
from gwformat.check.elements import Element
from gwformat.check.geometry import PlacedLine
from gwformat.check.looks import text_paragraphs
from gwformat.check.once import once
from gwformat.check.type_area import margins_off, type_area
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Role
from gwformat.units import Emu

_TAKEN_OVER = 3  # lines


@rule(
    "L207",
    name="not-22-lines",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """一般每面排22行。

    行数由版心高度除以固定行距得出：上下边距37/35 mm时行距不超过28.99磅，34.58/32.58 mm时不超过29.61磅。
    页边距不对的，按改正以后的版心计算。

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
    for element, pitch in found:
        section = context.geometry.full_page(context.formatting.section_of(element.first_paragraph))
        _, height = type_area(context, section)
        count = int(height // pitch)
        if section.landscape or count == rows:
            continue
        lowest, highest = height / (rows + 1), height / rows
        pitch_then = grid.pitch.twips if margins_off(context, section) else int(highest // 635)
        # 7.3.5.5: on a page that would not hold its sign-off the pitch may be another one.
        moved = grid.pitch_least <= pitch <= grid.pitch_most and pitch in _for_sign_off(context)
        severity = Severity.INFO if pitch != usual or moved else None
        yield Problem(
            f"行距{pitch.pt:g}磅，每面排{count}行，应为{rows}行",
            element.whole,
            None if moved and pitch < grid.pitch else reformatted(element.whole, Property.PITCH, f"{pitch_then}tw"),
            f"{Emu(int(lowest)).pt:.2f}～{Emu(int(highest)).pt:.2f}磅",
            f"{pitch.pt:g}磅",
            severity,
        )
    section = context.geometry.full_page(context.formatting.section_of(found[0][0].first_paragraph))
    if not margins_off(context, section) and section.text_height // usual == rows:
        yield Measured("每面行数", f"{rows}行", f"{rows}行（行距{usual.pt:g}磅）")


@once
def _pitches(context: Context) -> list[tuple[Element, Emu]]:
    """The paragraphs of the text whose pitch is exact."""
    return [(element, pitch) for element, look in text_paragraphs(context) if (pitch := look.line.exact)]


@once
def _for_sign_off(context: Context) -> set[Emu]:
    """The pitches that seem chosen for the sign-off: it would not fit its page, or a few lines went over to it."""
    date = own_first(context, Role.DATE)
    last = last_line(context, date) if date is not None else None
    if not isinstance(last, PlacedLine):
        return set()
    text = _pitches(context)
    lines: Counter[tuple[int, Emu]] = Counter()
    for element, pitch in text:
        for stand in stands(context, element):
            lines.update((line.side, pitch) for line in stand.lines)
    sides = {side for side, _ in lines}
    pitches = {pitch for _, pitch in text}
    if not sides:
        return set()
    taken = len(sides) > 1 and (len(pitches) > 1 or len(sides) == 2)
    over = sum(count for (side, _), count in lines.items() if side == max(sides))
    if taken and over <= _TAKEN_OVER:
        return pitches
    grid, foot = context.profile.grids[context.profile.default_grid], context.profile.imprint.last_line
    return {
        pitch
        for (side, pitch), count in lines.items()
        if side == last.side and pitch < grid.pitch and last.bottom + count * (grid.pitch - pitch) > foot
    }
