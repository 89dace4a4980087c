"""The text of a title comes in, its words and the stretches that must stay on one line go out."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import fields
from functools import cache
from importlib.resources import files

from gwformat.expressions import expression
from gwformat.text.width import advance
from gwformat.values import dataclass

Segmenter = Callable[[str], Sequence[tuple[str, str]]]
"""A text comes in, its words with their part of speech (n, v, p, c, m, q, x …) go out."""

OPENING, CLOSING = "《〈“‘（〔(", "》〉”’）〕)"
PAIRS = dict(zip(OPENING, CLOSING, strict=True))

_NUMBER = "[0-9０-９〇零一二三四五六七八九十百千万亿两]+"
_UNIT = (
    "年度|年|月份|月|日|届|次|号|批|期|个|级|条|项|轮|类|种|名|家|周年|周岁|岁|套|件|起|人"
    "|亿元|万元|元|公里|公顷|亩|吨|米|％|%"
)
# What an organ of enforcement issues, named at the end: 行政处罚决定书, 不予行政许可决定书, 责令限期改正通知书.
_WRIT = (
    r"(?:不予|准予|撤销)?(?:行政(?!机关|执法|审批|复议局)[\u4e00-\u9fff]{2}|责令[\u4e00-\u9fff]{2,8}?)(?:事先|听证|履行)?"
    r"(?:决定|告知|通知|催告|建议|认定|意见|裁定|调解)书(?=$|[（(])"
)
_WHOLE = expression(
    rf"[\u4e00-\u9fff]{{0,6}}〔\d{{4}}〕(?:第)?\d+号"  # 发文字号
    rf"|第?{_NUMBER}(?:[.．]\d+)?(?:[—–－~～至-]{_NUMBER})?(?:{_UNIT})+(?:{_NUMBER}(?:{_UNIT})+)*(?:以[上下]|左右)?"
    rf"|第{_NUMBER}"
    r"|[A-Za-z0-9][A-Za-z0-9.\-/+&]+"
    r"|[省市县区州盟旗乡镇]?(?:委、[省市县区州盟旗乡镇]?政府|级以[上下])"
    r"|[某×○]+(?:自治)?[省市县区州盟旗乡镇村局厅部委]?"
    r"|[—…]{2}"
    rf"|{_WRIT}"
)
# Where a title leaves the name of its issuing organ.
_AFTER_ISSUER = expression(rf"关于|转发|批转|印发|发布|公布|对(?!外)|贯彻|实施|授予|表彰|嘉奖|任免|{_WRIT}")
_NEXT_ISSUER = expression(r"(?=中共|中国|全国|国家|[\u4e00-\u9fff]{2,4}?[省市县区州盟旗乡镇](?!政府|委))")


_WIDEST = 18  # characters of an organ
_TIMES = frozenset(("年度", "年", "月", "日", "届", "次", "批", "期"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its part of speech, and where in the title it begins and ends."""

    text: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Classes:
    """The word classes of `title_words.toml`."""

    conjunctions: frozenset[str]
    never_first: frozenset[str]
    prepositions: frozenset[str]
    publishing: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    tails: frozenset[str]
    weak: frozenset[str]
    kinds: frozenset[str]
    kind_modifiers: frozenset[str]
    loose_modifiers: frozenset[str]
    organs: frozenset[str]
    organ_endings: frozenset[str]
    organs_with_and: frozenset[str]
    set_phrases: frozenset[str]


@cache
def classes() -> Classes:
    """The classes, read once."""
    table = tomllib.loads(files(__package__).joinpath("title_words.toml").read_text(encoding="utf-8"))
    return Classes(**{field.name: frozenset(table[field.name]) for field in fields(Classes)})


@cache
def _fixed() -> re.Pattern[str]:
    lists = classes()
    phrases = lists.set_phrases | lists.organs_with_and | {organ for organ in lists.organs if len(organ) > 2}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest_first)))


def segment(text: str) -> Sequence[tuple[str, str]]:
    """Chinese words with their part of speech, by the dictionary of `rjieba`."""
    import rjieba  # its dictionary takes a quarter of a second to load

    return rjieba.tag(text)


def words_of(text: str, cut: Segmenter) -> tuple[Word, ...]:
    """The words of a title with their places; set phrases are one word, whatever the dictionary makes of them."""
    phrases = [Word(match[0], _tag_of(match[0]), *match.span()) for match in _fixed().finditer(text)]
    covered = {place for phrase in phrases for place in range(phrase.start, phrase.end)}
    pairs = cut(text)
    starts = itertools.accumulate((len(word) for word, _ in pairs), initial=0)
    rest = (
        Word("".join(text[place] for place in run), tag, run[0], run[-1] + 1)
        for (word, tag), start in zip(pairs, starts, strict=False)
        for run in _uncovered(range(start, start + len(word)), covered)
    )
    return tuple(sorted((*phrases, *rest), key=lambda word: word.start))


def _uncovered(places: range, covered: Set[int]) -> Iterator[list[int]]:
    for inside, run in itertools.groupby(places, covered.__contains__):
        if not inside:
            yield list(run)


def _tag_of(phrase: str) -> str:
    return "nt" if phrase in classes().organs else "n"


def kept_whole(text: str, words: Sequence[Word], columns: float) -> tuple[tuple[int, int], ...]:
    """Stretches no line may end in: brackets, numbers with units, organs; none wider than a line."""
    spans = (*_brackets(text), *(match.span() for match in _WHOLE.finditer(text)), *_organs(text, words))
    return tuple((start, end) for start, end in spans if end - start > 1 and advance(text[start:end]) <= columns)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for place, char in enumerate(text):
        if char in PAIRS:
            opened.append((PAIRS[char], place))
        elif opened and char == opened[-1][0]:
            yield opened.pop()[1], place + 1


def _organs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Names of organs: those that issue the title, and those it speaks of."""
    issued = _AFTER_ISSUER.search(text)
    head = issued.start() if issued else 0
    if text[:head].endswith(tuple(classes().adverbs)):
        head = 0  # 某某市“最美环卫工人”拟表彰对象: nobody issues that
    yield from _issuers(text[:head])
    for place, word in enumerate(words):
        if word.start >= head and _ends_an_organ(words, place):
            first = place
            while first > 0 and word.end - words[first - 1].start <= _WIDEST and _within_a_name(words[first - 1]):
                first -= 1
            yield words[first].start, word.end


def _issuers(head: str) -> Iterator[tuple[int, int]]:
    """Each organ of 某某市教育局 某某市财政局关于…, also where nothing stands between two."""
    lists = classes()
    for match in re.finditer(r"[^、，\s]+", head):
        start = match.start()
        for following in _NEXT_ISSUER.finditer(head, start + 1, match.end()):
            before = head[start : following.start()]
            if before.endswith((*lists.organs, *lists.organ_endings)):
                yield start, following.start()
                start = following.start()
        yield start, match.end()


def _ends_an_organ(words: Sequence[Word], place: int) -> bool:
    lists, word = classes(), words[place]
    if word.text in lists.organ_endings:
        return place > 0 and words[place - 1].tag[:1] in "njv"
    return word.tag == "nt" or word.text.endswith(tuple(lists.organs))


def _within_a_name(word: Word) -> bool:
    lists = classes()
    outside = word.text in lists.conjunctions | lists.prepositions | lists.verbs | lists.publishing | lists.adverbs
    return not outside and word.text not in lists.never_first | lists.tails | _TIMES and word.tag[:1] not in "xmupt"
