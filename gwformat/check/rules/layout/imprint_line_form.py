"""L303: a line of the imprint in another form."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import imprint_lines, is_solid
from gwformat.check.looks import here
from gwformat.findings import Severity


@rule(
    "L303",
    name="imprint-line-form",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记中的分隔线是实线，不用双线、虚线。

    不合规::

        ［版记 边框］dashed 1磅

    合规::

        ［版记 边框］single 1磅
    """
    for line in imprint_lines(context):
        if not is_solid(line):
            yield Problem(f"版记的分隔线应是一条实线，现为“{line.compound}”", here(context, line.paragraph))
