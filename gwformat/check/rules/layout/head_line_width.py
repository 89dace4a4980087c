"""L247: a red line that is not as wide as the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import clause_of_head
from gwformat.check.lines import STANDARD_WIDTH, head_line, line_width
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.ooxml.effective import DrawnLine
from gwformat.profiles.schema import LinePlace
from gwformat.units import Emu, Mm

_TOLERANCE = Mm(1)


@rule(
    "L247",
    name="head-line-width",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """版头中的分隔线与版心等宽（156 mm）；信函的红色双线长170 mm（10.1）。

    不合规::

        ［发文字号 左缩进］2字
        ［发文字号 右缩进］2字

    合规::

        ［发文字号］某政发〔2026〕5号

    合规::

        ［文种］请示
        ［页面 右边距］31.8毫米
    """
    assert context.formatting is not None
    line = head_line(context) if context.has(Role.ISSUER_MARK) else None
    if line is None or context.profile.head.line_place is LinePlace.NONE:
        return
    width = line_width(context, line)
    own = context.profile.head.line_width
    area = context.formatting.section_of(line.paragraph).text_width
    wanted = own or area
    if width is None:
        yield Problem("版头分隔线的长度文件里没有写明", here(context, line.paragraph), severity=Severity.UNVERIFIED)
    elif min(abs(one - right) for one, right in _pairs(line, width, area, own)) > _TOLERANCE:
        measured, expected = f"{width.mm:.1f} mm", f"{wanted.mm:.1f} mm"
        message = f"版头分隔线应长{expected}" if own else "版头分隔线应与版心等宽"
        where = here(context, line.paragraph)
        yield Problem(message, where, None, expected, measured, clause=clause_of_head(context))
    else:
        yield Measured("版头分隔线长", f"{wanted.mm:.1f} mm", f"{width.mm:.1f} mm")


def _pairs(line: DrawnLine, width: Emu, area: Emu, own: Emu | None) -> Iterator[tuple[Emu, Emu]]:
    """How long the line is and should be: now, and once paper and margins are right, which have rules of their own."""
    yield width, own or area
    if own is None:
        yield width, STANDARD_WIDTH
    elif line.kind == "border":  # it grows and shrinks with the type area
        yield Emu(width + STANDARD_WIDTH - area), own
