"""T610: the title of a quoted document without 《》."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

# Only where its number follows is it certain that a title is quoted, not a matter told.
_BARE = expression(
    "关于[^《》“”。；：（）\\n]{2,60}的(?:请示|报告|函|通知|意见|决定|批复|通报|公告|通告)"
    "(?=（[\u4e00-\u9fff]{1,10}〔[0-9]{4}〕[0-9]{1,5}号）)"
)


@rule(
    "T610",
    name="quoted-title-without-marks",
    clause="GB/T 15834-2011 4.15",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """引用公文的标题加书名号，其后是括在圆括号里的发文字号。

    不合规::

        市水务局关于新建城东泵站的请示（某水发〔2026〕12号）收悉。

    合规::

        市水务局《关于新建城东泵站的请示》（某水发〔2026〕12号）收悉。
    """
    if "〔" not in context.prose.chars:
        return
    for hit in context.prose.find(_BARE, "关于"):
        if hit.before.count("《") == hit.before.count("》"):
            yield hit.problem("引用的公文标题应加书名号")
