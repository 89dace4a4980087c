"""T595: 〈〉, or < and >, around the title of a document that stands in no other title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_MARKED = expression("(?:〈[^《》〈〉\\n]{2,60}〉|<(?P<twice><?)[\u4e00-\u9fff][^《》<>\\n]{1,60}>(?(twice)>?))")
_DOCUMENT = expression(
    "(?:法|条例|规定|细则|规则|规程|规范|标准|制度|章程|通知|通报|公告|通告|意见|决定|决议|方案|规划|计划|纲要|预案|报告)"
    "(?:（[^）]*）)?$"
)


@rule(
    "T595",
    name="single-title-marks-alone",
    clause="GB/T 15834-2011 4.15",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """书名号先用“《》”；书名号里面还要用书名号时，里面才用“〈〉”；不用小于号、大于号代替。

    不合规::

        根据〈某某市河道管理办法〉的规定，现将有关事项通知如下。

    不合规::

        根据<某某市河道管理办法>的规定，现将有关事项通知如下。

    合规::

        现转发《某某市水务局关于印发〈河道管理办法〉的通知》，请遵照执行。
    """
    for hit in context.prose.find(_MARKED, "〈<"):
        if hit.before.count("《") == hit.before.count("》"):
            title = hit.words.strip("〈〉<>")
            is_document = hit.words[0] == "〈" or _DOCUMENT.search(title)  # <姓名> is a blank to be filled in
            yield hit.instead(f"《{title}》", Safety.SAFE if is_document else Safety.REVIEW)
