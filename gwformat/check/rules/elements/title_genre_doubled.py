"""E122: two genres as one."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_DOUBLED = expression(
    r"(请示报告|请示的报告|请示函|报告函|通知函|意见函|决定通知|通报通知|通知通报|通知通告|通告通知|公告通知"
    r"|通知公告|请示件|申请报告"
    r"|请求报告|请示申请)[\s\n]*(?:（[^（）]*）)?\s*$"
)


@rule(
    "E122",
    name="title-genre-doubled",
    clause="条例 第八条",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """一件公文只用一个文种，不把两个文种合成一个。

    不合规::

        ［文种］请示
        ［标题］某某市水务局关于新建城东排涝泵站的请示报告

    合规::

        ［文种］请示
        ［标题］某某市水务局关于新建城东排涝泵站的请示
    """
    for element in context.of(Role.TITLE):
        if found := _DOUBLED.search(element.text):
            yield Problem(f"“{found[1]}”是两个文种，应当只用一个", element.at(found, 1))
