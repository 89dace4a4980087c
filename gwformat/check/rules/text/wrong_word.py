"""T550: words written with a wrong character."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.check.set_phrases import load_set_phrases
from gwformat.check.terms import load_wrong_words, wrong_by_first
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

    不合规::

        各单位要认真组织事实，确保责任道人、措施落地。

    合规::

        设备按装机容量配置，答复盖章后送国家俱乐部，交通迅速恢复，毕竟标准不同，安全检查由监察机关和检察机关组织实施。
    """
    words = load_wrong_words().wrong
    found = []
    groups = wrong_by_first()
    begun = chain.from_iterable(groups[first] for first in sorted(groups.keys() & context.prose.chars))
    for hit in context.prose.find_words(begun):
        word = words[hit.words]
        if not hit.is_within(word.right_in):
            found.append(hit)
            yield hit.instead(word.right, Safety.REVIEW)
    for slip in load_set_phrases().slips(context.prose.text):
        for hit, phrase in context.prose.edits([slip.edit], forms=True):
            if not any(hit.overlaps(other) for other in found):
                found.append(hit)
                yield _doubted(hit, phrase) if slip.is_doubtful else hit.instead(phrase, Safety.REVIEW)


def _doubted(hit: Hit, phrase: str) -> Problem:
    """A word that sounds like the one in a set phrase may be meant."""
    return hit.problem(f"“{hit.words}”请核对，是不是“{phrase}”", phrase, severity=Severity.INFO)
