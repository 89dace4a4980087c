"""L286: imprint lines of another weight."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import imprint_lines
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.units import Mm

_TOLERANCE = Mm(0.05)


@rule(
    "L286",
    name="imprint-line-weights",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记的首条分隔线和末条分隔线用粗线（推荐高度为0.35 mm），中间的分隔线用细线（推荐高度为0.25 mm）。

    不合规::

        ［版记 边框］single 0.5磅

    合规::

        ［抄送机关］抄送：市委办公室。
    """
    lines = imprint_lines(context)
    spec = context.profile.imprint
    for number, line in enumerate(lines):
        outer = number in (0, len(lines) - 1)
        wanted = spec.outer_line if outer else spec.inner_line
        if abs(line.weight - wanted) > _TOLERANCE:
            which = "首、末条" if outer else "中间的"
            measured, expected = f"{line.weight.mm:.2f} mm", f"{wanted.mm:.2f} mm"
            message = f"版记{which}分隔线粗{measured}"
            yield Problem(message, here(context, line.paragraph), expected=expected, measured=measured)
