"""E128: 紧急 in the title of a document that is marked urgent."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_URGENT = expression(r"紧急(?=通知|通报|请示|报告|函)")


@rule(
    "E128",
    name="title-repeats-urgency",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """标注了紧急程度的公文，标题中一般不再写“紧急”。

    不合规::

        ［紧急程度］特急
        ［标题］某某市人民政府关于做好2026年防汛工作的紧急通知

    合规::

        ［紧急程度］特急
        ［标题］某某市人民政府关于做好2026年防汛工作的通知
    """
    for element in context.of(Role.TITLE) if context.has(Role.URGENCY) else ():
        if found := _URGENT.search(element.text):
            yield Problem("已标注紧急程度，标题中不必再写“紧急”", element.at(found))
