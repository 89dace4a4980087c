"""T504: the quotation marks of vertical text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.quotes import corners


@rule(
    "T504",
    name="corner-quotes",
    clause="GB/T 15834-2011 4.8",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """横排文字的引号用“ ”和‘ ’，不用「」『』。

    直排文字的引号才用「」『』。

    不合规::

        要落实「放管服」改革要求。

    合规::

        直排文稿的前引号写作“「”。
    """
    prose = context.prose
    if prose.chars.isdisjoint("「『"):
        return
    for hit, new in prose.edits(corners(prose.text)):
        yield hit.instead(new, Safety.SAFE)
