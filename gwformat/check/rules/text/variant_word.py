"""T551: forms that the standards do not prefer."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
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
    terms = context.terms
    for hit in context.prose.find_words(terms.variant_words):
        if not hit.is_within(terms.right_in.get(hit.words, ())):
            right = terms.variant_words[hit.words]
            yield hit.problem(f"“{hit.words}”宜写作“{right}”", right, Safety.REVIEW)
