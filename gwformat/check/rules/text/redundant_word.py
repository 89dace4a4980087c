"""T591: words that say again what is said already."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity


@rule(
    "T591",
    name="redundant-word",
    clause="条例 第十九条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """文字精练，不用意思重复的词，如“涉及到”“目的是为了”。

    不合规::

        此项工作涉及到12个部门，目的是为了保障安全度汛。

    合规::

        此项工作涉及12个部门，目的是保障安全度汛，资金来自于某省的不超过一半，遇到问题及时报告。
    """
    words = context.terms.redundant_words
    for hit in context.prose.find_words(words):
        yield hit.instead(words[hit.words], Safety.REVIEW)
