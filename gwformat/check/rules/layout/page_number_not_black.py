"""L274: page numbers in colour or bold."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity

_DARKEST = 0x0F  # prints as black


@rule(
    "L274",
    name="page-number-not-black",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页码和一字线为黑色，不加粗。

    不合规::

        ［页码 颜色］FF0000

    不合规::

        ［页码 加粗］有

    合规::

        ［页码 颜色］000000
    """
    for number in page_numbers(context):
        colour = number.look.color
        if colour is not None and max(bytes.fromhex(colour)) > _DARKEST:
            yield Problem(f"页码颜色为{colour}，应为黑色", number.where, expected="000000", measured=colour)
        if number.look.bold:
            yield Problem("页码加粗", number.where, severity=Severity.INFO)
