"""E126: titles without 关于 or a verb of issuing."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_SUBJECT = expression(
    r"关\s*于|印发|转发|批转|批准|发布|公布|任免|任命|免去|对|令$|命令|公报|公告|通告|决议|纪要|工作报告|会议"
)


@rule(
    "E126",
    name="title-without-subject-word",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """标题的事由一般用“关于”引出。

    不合规::

        ［标题］某某市人民政府2026年防汛工作的通知

    合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知
    """
    title = context.first(Role.TITLE)
    if title is None or context.genre is None or not context.official:
        return
    words = "".join(title.text.split())
    if len(words) > 8 and not _SUBJECT.search(words):
        yield Problem("标题的事由前没有“关于”", title.whole)
