"""T621: one clause twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.model import Edit
from gwformat.text.characters import holds_han

_MARK = expression("[，。；：\n\v]")
_SHORT = 4  # characters: shorter ones may be said twice on purpose


@rule(
    "T621",
    name="repeated-clause",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """同一句话不接连写两遍。

    不合规::

        各单位要高度重视，各单位要高度重视，明确专人负责。

    合规::

        各单位要高度重视，明确专人负责。要抓好落实，要抓紧。
    """
    text = context.prose.text
    clauses = _MARK.split(text)
    if not any(map(eq, clauses, clauses[1:])):
        return
    start = 0
    for one, other in pairwise(clauses):
        middle = start + len(one)
        if one == other and len(one) >= _SHORT and text[middle] not in "\n\v" and holds_han(one):
            for hit, _ in context.prose.edits([Edit(middle, middle + 1 + len(other), "")]):
                yield hit.problem(f"“{one}”接连写了两遍", "", Safety.REVIEW)
        start = middle + 1
