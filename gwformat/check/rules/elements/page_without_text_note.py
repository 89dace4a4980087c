"""E168: the note 此页无正文."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_NOTE = expression(r"[（(]?\s*(?:此|本)页无正文\s*[）)]?")


@rule(
    "E168",
    name="page-without-text-note",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """排不下印章或成文日期时，调整行距、字距解决，不用“（此页无正文）”。

    不合规::

        防汛工作责任重大，各级各部门要认真落实。
        （此页无正文）

    合规::

        防汛工作责任重大，各级各部门要认真落实。
    """
    for element in context.words:
        if "页无正文" in element.text and (found := _NOTE.search(element.text)) and len(element.text) < 30:
            yield Problem("不用“此页无正文”，应调整行距、字距，使署名和正文同处一页", element.at(found))
