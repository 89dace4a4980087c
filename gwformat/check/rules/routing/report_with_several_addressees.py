"""R403: a report sent to several organs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees
from gwformat.findings import Severity
from gwformat.model import Direction


@rule("R403", name="report-with-several-addressees", clause="条例 第十五条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """向上级机关行文，原则上主送一个上级机关，根据需要同时抄送相关上级机关和同级机关。

    不合规::

        ［文种］报告
        ［主送机关］某某市人民政府、某某省水利厅：

    合规::

        ［文种］报告
        ［主送机关］某某市人民政府：
    """
    if context.direction is Direction.UP and context.genre != "请示":
        for extra in addressees(context)[1:]:
            yield Problem(f"上行文原则上只主送一个上级机关，“{extra.name}”可改为抄送", extra.where)
