"""R413: a request that does not end by asking."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_ASKS = expression(
    r"请[^。]{0,12}(?:批示|批复|批准|审批|审定|审核|审议|核准|批转|指示|示|予以|同意|支持|解决)|(?:妥否|当否|可否)|恳请"
)


@rule("R413", name="request-without-question", clause="惯例", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """请示的结尾应明确请求批示或批准，如“妥否，请批示。”。

    不合规::

        ［文种］请示
        拟新建排涝泵站1座，概算投资860万元。

    合规::

        ［文种］请示
        拟新建排涝泵站1座，概算投资860万元。
        以上请示当否，请批复。
    """
    if context.genre == "请示" and context.text and not any(_ASKS.search(e.text) for e in context.text[-4:]):
        yield Problem("请示结尾没有请求批示的话，如“妥否，请批示。”", context.text[-1].whole)
