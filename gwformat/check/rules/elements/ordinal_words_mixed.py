"""E149: 首先 followed by 第二, 第一 by 其次."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import PROSE_ROLES

_MIXED = expression(
    r"(首先)，[^\n]*?[。；](第二|第三|其二)，|(第一)，[^\n]*?[。；](其次|再次|其二)，|(其一)，[^\n]*?[。；](其次|第二)，"
)


@rule(
    "E149",
    name="ordinal-words-mixed",
    clause="GB/T 15834-2011 附录B",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """一组序次语应当同类，“首先”与“其次”、“第一”与“第二”各自配套。

    不合规::

        首先，要落实防汛责任。第二，要加强值班值守。

    合规::

        首先，要落实防汛责任。其次，要加强值班值守。
    """
    for element in context.of(*PROSE_ROLES):
        if "首先，" not in element.text and "一，" not in element.text:
            continue
        if found := _MIXED.search(element.text):
            first, second = (word for word in found.groups() if word)
            yield Problem(f"“{first}”与“{second}”不配套，序次语应当同类", element.at(found))
