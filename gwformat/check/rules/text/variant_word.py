"""T551: forms that the standards do not prefer."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.terms import load_wrong_words
from gwformat.findings import Safety, Severity


@rule(
    "T551",
    name="variant-word",
    clause="条例 第二十条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """异形词用推荐词形，如“其他”“账户”“成分”“部分”。

    不合规::

        其它部份由市水务局负责。

    合规::

        其他部分由市水务局负责，尤其它涉及全部份额，内部分工不变。
    """
    words = load_wrong_words().variant
    for hit in context.prose.find_words(words):
        word = words[hit.words]
        if not hit.is_within(word.right_in):
            yield hit.problem(f"“{hit.words}”宜写作“{word.right}”", word.right, Safety.REVIEW)
