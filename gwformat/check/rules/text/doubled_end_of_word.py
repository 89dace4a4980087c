"""T650: 贯彻执行行本通知: the last character of a word typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.set_phrases import load_set_phrases
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.characters import is_han
from gwformat.text.repeated import repeated

_TWICE = expression(r"(?<=(?P<first>[\u4e00-\u9fff]))(?!(?P=first))(?P<char>[\u4e00-\u9fff])(?P=char)(?!(?P=char))")
_AROUND = 6  # characters on both sides by which words are told apart
# Words of one character that any other may end with before them: 因为|为, 方向|向左, 违反|反不正当竞争; 扎扎实实.
_ALONE = frozenset("为有过向反定一二三四五六七八九十在不")


@rule(
    "T650",
    name="doubled-end-of-word",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """一个词的末一个字不写两遍。

    不合规::

        各部门要认真贯彻执行行本通知精神。

    合规::

        取得产品认证证书，扎扎实实开展工作，违反反不正当竞争规定，通过过渡期安排，发放采取取样措施的通知。
    """
    text = context.prose.text
    twice = {text[place] for place in repeated(text, 1) if is_han(text[place])} - _ALONE
    for hit in context.prose.find(_TWICE, tuple(char * 2 for char in twice)) if twice else ():
        words = load_set_phrases().words
        word, follows = hit["first"] + hit["char"], hit.after[:1]
        if (
            word not in words
            or hit["char"] in _ALONE
            or hit["first"] in (follows, hit.before[-2:-1])
            or hit["char"] + follows in words
        ):
            continue
        if not _begins_a_word(hit.before[-_AROUND:] + hit["char"], hit["char"] + hit.after[:_AROUND]):
            yield hit.part("char").problem(f"“{word}{hit['char']}”多写了一个字", "", Safety.REVIEW)


def _begins_a_word(before: str, after: str) -> bool:
    """Whether the second of two same characters, with which `after` begins, begins a word: 认证|证书."""
    import rjieba  # its dictionary takes a quarter of a second to load

    end = 0
    for word in rjieba.cut(before + after, False):
        start, end = end, end + len(word)
        if end > len(before):
            return start == len(before) and len(word) > 1
    return False
