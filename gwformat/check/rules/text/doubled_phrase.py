"""T558: a word of two characters or more typed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.model import Edit
from gwformat.text.characters import HAN
from gwformat.text.repeated import repeated

_OF_TWO = expression(f"(?P<once>的(?P<first>[{HAN}])(?!(?P=first))[{HAN}])(?P=once)")  # 替换的文本的文本
_PERIOD = 4  # characters: 防汛责任防汛责任
_HAN = expression(f"[{HAN}]{{8}}")


@rule(
    "T558",
    name="doubled-phrase",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """词语不重复输入。

    不合规::

        各级各部门要进行进行隐患排查。

    不合规::

        要进一步进一步加强组织领导，明确任务的分工的分工。

    合规::

        各级各部门要一项一项抓落实，研究研究再定，依法依规办理，特别行政区行政区域图。保护期按本规定规定的期限计算。
    """
    prose = context.prose
    twice = _twice(context.terms.never_doubled)
    for hit in prose.find_words(twice):
        yield hit.problem(f"“{twice[hit.words]}”重复", twice[hit.words], Safety.REVIEW)
    for hit in prose.find(_OF_TWO, "的"):
        yield hit.problem(f"“{hit['once']}”重复", hit["once"], Safety.REVIEW)
    text = prose.text
    for position in repeated(text, _PERIOD):
        word = text[position : position + _PERIOD]
        if _HAN.match(text, position) and len(set(word)) > _PERIOD // 2:
            for hit, _ in prose.edits([Edit(position, position + 2 * _PERIOD, word)]):
                yield hit.problem(f"“{word}”重复", word, Safety.REVIEW)


@cache
def _twice(words: tuple[str, ...]) -> Mapping[str, str]:
    return {word * 2: word for word in words}
