"""L287: an imprint line that is not black."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import imprint_lines
from gwformat.check.looks import here
from gwformat.findings import Severity

_DARKEST = 0x40  # prints as black


@rule(
    "L287",
    name="imprint-line-red",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记的分隔线是黑色的，红色的只有版头的分隔线。

    不合规::

        ［版记 颜色］FF0000

    合规::

        ［抄送机关］抄送：市委办公室。
    """
    for line in imprint_lines(context):
        if line.color is not None and max(bytes.fromhex(line.color)) > _DARKEST:
            yield Problem(f"版记的分隔线颜色为{line.color}，应为黑色", here(context, line.paragraph))
