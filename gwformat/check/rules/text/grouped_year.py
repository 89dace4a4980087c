"""T549: a comma within a year or within one group of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_YEAR = expression("(?<![0-9,，.])(?P<first>[12])[,，](?P<rest>[09][0-9]{2})(?=年(?![期限以内]|左右))")
_GROUPED = expression("[0-9][,，][0-9]")  # what both hold is found sooner
_FULL = expression("(?<=[0-9])，(?=[0-9]{3}(?:，[0-9]{3})+(?![0-9])|[0-9]{3}(?:\\.[0-9]+)?[万亿]?[元吨人](?![0-9]))")


@rule(
    "T549",
    name="grouped-year",
    clause="GB/T 15835-2011 5.1.1",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """年份的数字不分节；数字分节不用全角逗号。

    不合规::

        规划期至2,030年。

    不合规::

        投资1，234，567元。

    合规::

        规划期至2030年，投资1,234,567元，涉及第1，234条。
    """
    if _GROUPED.search(context.prose.text) is None:
        return
    for hit in context.prose.find(_YEAR, ",，"):
        yield hit.instead(hit["first"] + hit["rest"], Safety.SAFE)
    for hit in context.prose.find(_FULL, "，"):
        # 分别为3，200元: a sentence may pause there; only a number of one to three digits before it is a group.
        if re.search("(?<![0-9])[0-9]{1,3}(?:，[0-9]{3})*$", hit.before):
            yield hit.problem("数字分节用半角逗号", ",", Safety.SAFE)
