"""L253: a title line that ends inside a quotation or begins with 的."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role

_BREAK = re.compile(r"\s*\n\s*")
_PAIRS = (("《", "》"), ("〈", "〉"), ("（", "）"), ("“", "”"))
_NOT_FIRST = ("的", "和", "与", "及", "、", "》", "）", "”")


@rule(
    "L253",
    name="title-line-torn",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    r"""标题回行时要做到词意完整：不在书名号、括号里断开，“的”“和”等不放在行首。

    不合规::

        ［标题］某某市人民政府关于印发《城市防汛\n应急预案》的通知

    不合规::

        ［标题］某某市人民政府关于城东排涝泵站\n的通知

    合规::

        ［标题］某某市人民政府关于印发\n《城市防汛应急预案》的通知
    """
    for title in context.of(Role.TITLE):
        for found in _BREAK.finditer(title.text):
            before, after = title.text[: found.start()], title.text[found.end() :]
            if any(before.count(left) > before.count(right) for left, right in _PAIRS):
                yield Problem("标题在书名号或括号里断行", title.span(found.start(), found.end()))
            elif after.startswith(_NOT_FIRST):
                yield Problem(f"“{after[0]}”不宜放在行首", title.span(found.end(), found.end() + 1))
