"""R411: a 批复 that does not name the request it answers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_RECEIVED = expression(r"(?:请示|报告|来文|来函|上报|报送|报来)[^。]*(?:收悉|已收|知悉)?|收悉")


@rule("R411", name="reply-without-request", clause="条例 第八条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """批复用于答复下级机关的请示事项，开头应引述所答复的请示。

    不合规::

        ［文种］批复
        同意新建城东排涝泵站，请按照基本建设程序组织实施。

    合规::

        ［文种］批复
        你局《关于新建城东排涝泵站的请示》（某水发〔2026〕12号）收悉。现批复如下：
        同意新建城东排涝泵站。
    """
    if context.genre == "批复" and context.text and not any(_RECEIVED.search(e.text) for e in context.text[:3]):
        yield Problem("批复开头没有引述所答复的请示（标题和发文字号）", context.text[0].whole)
