"""T503: straight quotation marks in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.quotes import paired

_STRAIGHT = frozenset("\"＂'＇")


@rule(
    "T503",
    name="straight-quotes",
    clause="GB/T 15834-2011 4.8",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """引号的形式为双引号“ ”和单引号‘ ’，不用直引号。

    不合规::

        要落实"放管服"改革要求。

    合规::

        管径为15"，会议主题为“Let's Go Green”。
    """
    prose = context.prose
    if prose.chars.isdisjoint(_STRAIGHT):
        return
    for hit, new in prose.edits(paired(prose.text)):
        yield hit.instead(new, Safety.SAFE)
