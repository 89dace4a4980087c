"""E124: titles without a subject."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_ONLY = expression(
    r"\s*(?:(?:重要|紧急|补充)?(?:通\s*知|通\s*报|报\s*告|请\s*示|批\s*复|意\s*见|函|决\s*定|决\s*议|通\s*告"
    r"|公\s*告|公\s*报|命\s*令|议\s*案|纪\s*要))\s*"
)


@rule(
    "E124",
    name="title-only-genre",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """标题应当由发文机关名称、事由和文种组成，不能只写文种。

    不合规::

        ［标题］通　知

    合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知
    """
    for element in context.own(Role.TITLE):
        if context.official and _ONLY.fullmatch(element.text):
            yield Problem("标题只有文种，缺少发文机关名称和事由", element.whole, expected="发文机关名称＋事由＋文种")
