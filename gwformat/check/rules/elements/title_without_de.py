"""E197: 关于做好防汛工作通知 without 的."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_TITLE = expression(
    r"关于[^的]*?(?P<genre>(?:紧急|补充)?通知|通报|报告|请示|决定|决议|批复|公告|通告|议案|复?函|(?:实施|指导|若干)?意见)\s*$"
)


@rule(
    "E197",
    name="title-without-de",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """标题用“关于”引出事由的，事由与文种之间用“的”。

    不合规::

        ［标题］某某市水务局关于做好防汛工作通知

    合规::

        ［标题］某某市水务局关于做好防汛工作的通知

    合规::

        ［标题］某某市水务局关于进一步加强防汛工作的紧急通知
    """
    for title in context.of(Role.TITLE):
        if found := _TITLE.search(title.text):
            where = title.span(found.start("genre"), found.end("genre"))
            right = f"的{found['genre']}"
            yield Problem(f"“{found['genre']}”之前应有“的”", where, reworded(where, right, Safety.REVIEW))
