"""T550: words written with a wrong character."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity


@rule(
    "T550",
    name="wrong-word",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """文字应当准确，不写错别字。

    不合规::

        会议对防汛工作作了布署。

    不合规::

        各单位要再接再励，一如继往抓好落实。

    合规::

        设备按装机容量配置，答复盖章后送国家俱乐部，交通迅速恢复，毕竟标准不同。
    """
    terms = context.terms
    for hit in context.prose.find_words(terms.wrong_words):
        if not hit.is_within(terms.right_in.get(hit.words, ())):
            yield hit.instead(terms.wrong_words[hit.words], Safety.REVIEW)
