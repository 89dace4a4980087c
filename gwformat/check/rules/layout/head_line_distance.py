"""L237: a red line that is not 4 mm below the number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import (
    TOLERANCE,
    Unknown,
    above_line,
    clause_of_head,
    last_line,
    red_line,
    unverified,
)
from gwformat.check.lines import head_line
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.units import Emu


@rule(
    "L237",
    name="head-line-distance",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """发文字号之下4 mm处居中印一条与版心等宽的红色分隔线；信函在发文机关标志之下4 mm处印红色双线（10.1）。

    量的是字的外框下边缘至线的中心。

    不合规::

        ［发文字号 行距］50磅

    合规::

        ［发文字号 颜色］000000
    """
    number = above_line(context)
    if number is None or not context.has(Role.ISSUER_MARK):
        return
    line, stroke = last_line(context, number), red_line(context)
    if head_line(context) is None or stroke is None:
        return
    if isinstance(line, Unknown) or isinstance(stroke, Unknown):
        yield unverified("红色分隔线的位置", line if isinstance(line, Unknown) else stroke, number)  # type: ignore[arg-type]
        return
    wanted = context.profile.head.line_gap
    found = Emu(stroke.y - line.bottom)
    expected, measured = f"{wanted.mm:.0f} mm", f"{found.mm:.1f} mm"
    if abs(found - wanted) <= TOLERANCE:
        yield Measured(f"红色分隔线在{number.role.value}之下", expected, measured)
    else:
        message = f"红色分隔线应在{number.role.value}之下{expected}，现为{measured}"
        yield Problem(message, number.whole, None, expected, measured, clause=clause_of_head(context))
