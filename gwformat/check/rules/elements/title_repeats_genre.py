"""E123: 的通知的通知 at the end of a title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_AGAIN = expression(r"(?:的\s*)?(通知|通报|意见|决定|报告|函|批复|通告|公告)》?\s*的\s*\1\s*$")


@rule(
    "E123",
    name="title-repeats-genre",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """转发公文的标题避免“的通知的通知”一类的重复，可以省去被转发公文的文种。

    不合规::

        ［标题］某某市人民政府转发省人民政府关于做好2026年防汛工作的通知的通知

    合规::

        ［标题］某某市人民政府转发省人民政府关于做好2026年防汛工作的通知
    """
    for element in context.of(Role.TITLE):
        if found := _AGAIN.search(element.text):
            yield Problem(f"标题末尾“{found[0].strip()}”重复，一般省去一个", element.at(found))
