"""P730: a colour other than black and red."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Space

_UNSEEN = (Space.PATTERN, Space.UNKNOWN)


@rule(
    "P730",
    name="other-colour",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文字和线条用黑色，标准说明的用红色；别的颜色印不出来，或者要另加色版。

    图片里的颜色由 P742 检查。

    不合规::

        ［印件］有蓝色的文字

    不合规::

        ［印件］有绿色的线

    合规::

        ［印件］合格
    """
    for page, paint, what in printable.paints():
        if not (paint.is_black or paint.is_red or paint.is_gray or paint.is_white or paint.space in _UNSEEN):
            yield Problem(f"{what}是{paint.said}", on(page), expected="黑色或红色", measured=paint.said)
        elif paint.space in _UNSEEN:
            message = f"{what}的颜色是{paint.said}，没有核实"
            yield Problem(message, on(page), severity=Severity.UNVERIFIED)
