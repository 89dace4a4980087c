"""R415: “现通知如下” and “特此通知” in one document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_BEGINS = expression(r"现(?:将|就|对)?[^。：]{0,40}?(通知|通报|报告|通告|公告|批复|函告)如下")
_ENDS = expression(r"^\s*特此(通知|通报|报告|通告|公告|批复|函告)[。]?\s*$")


@rule("R415", name="announcement-said-twice", clause="惯例", severity=Severity.INFO)
def check(context: Context) -> Iterator[Problem]:
    """开头用了“现通知如下”，结尾不再写“特此通知”。

    不合规::

        为做好防汛工作，现就有关事项通知如下。
        请逐级落实责任。
        特此通知。

    合规::

        为做好防汛工作，现就有关事项通知如下。
        请逐级落实责任。
    """
    begun = {found[1] for element in context.text[:3] for found in _BEGINS.finditer(element.text)}
    for element in context.text[-3:]:
        found = _ENDS.match(element.text)
        if found and found[1] in begun:
            yield Problem(f"开头已写“{found[1]}如下”，“特此{found[1]}”可以不写", element.whole)
