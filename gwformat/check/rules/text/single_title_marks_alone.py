"""T595: 〈〉, or < and >, around the title of a document that stands in no other title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_MARKED = expression("(?:〈[^《》〈〉\\n]{2,60}〉|<[\u4e00-\u9fff][^《》<>\\n]{1,60}>)")


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
            yield hit.instead(f"《{hit.words[1:-1]}》", Safety.SAFE)
