"""L207: a line pitch that does not give 22 lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import stands
from gwformat.check.elements import Element
from gwformat.check.looks import text_paragraphs
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
    found = [(element, pitch) for element, look in text_paragraphs(context) if (pitch := look.line.exact)]
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
        moved = grid.pitch_least <= pitch <= grid.pitch_most and _before_sign_off(context, found)
        severity = Severity.INFO if pitch != usual or moved else None
        yield Problem(
            f"行距{pitch.pt:g}磅，每面排{count}行，应为{rows}行",
            element.whole,
            reformatted(element.whole, Property.PITCH, f"{pitch_then}tw"),
            f"{Emu(int(lowest)).pt:.2f}～{Emu(int(highest)).pt:.2f}磅",
            f"{pitch.pt:g}磅",
            severity,
        )
    section = context.geometry.full_page(context.formatting.section_of(found[0][0].first_paragraph))
    if not margins_off(context, section) and section.text_height // usual == rows:
        yield Measured("每面行数", f"{rows}行", f"{rows}行（行距{usual.pt:g}磅）")


def _before_sign_off(context: Context, text: Sequence[tuple[Element, Emu]]) -> bool:
    """Whether the pitch seems chosen for the sign-off: a few lines of text went over to its page."""
    if not context.own(Role.SIGNATURE, Role.DATE):
        return False
    lines = Counter(line.side for element, _ in text for stand in stands(context, element) for line in stand.lines)
    if not lines:
        return False
    some = len({pitch for _, pitch in text}) > 1  # that page alone; all the text of a document of two pages
    return (some or len(lines) == 2) and lines[max(lines)] <= _TAKEN_OVER
