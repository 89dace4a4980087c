"""L275: nothing between the copies and the office that prints."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import imprint_lines
from gwformat.findings import Severity
from gwformat.model import Role

_LEAST = 3


@rule(
    "L275",
    name="imprint-line-between-missing",
    clause="GB/T 9704-2012 7.4.3",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记中如有其他要素，应当将其与印发机关和印发日期用一条细分隔线隔开。

    不合规::

        ［版记 中间线］无

    合规::

        ［抄送机关］抄送：市委办公室。

    合规::

        ［去掉］抄送机关
        ［版记 中间线］无
    """
    above, below = context.own(Role.COPY_TO), context.own(Role.PRINTER, Role.PRINT_DATE)
    if not context.profile.imprint.lines or not above or not below:
        return
    lines = imprint_lines(context)
    if len(lines) == _LEAST - 1 and above[-1].first_paragraph != below[0].first_paragraph:
        yield Problem("抄送机关与印发机关之间没有分隔线", below[0].whole)
