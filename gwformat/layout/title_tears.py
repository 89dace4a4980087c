"""Two neighbouring words of a title come in, what a line end between them costs goes out: 0 good, 3 bad, None never."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.layout.title_words import CLOSING, OPENING, Word, classes

_NOT_FIRST = frozenset((*CLOSING, *"、，：；。！？—…· 　％%"))
_AT_A_JOINT = 0.1  # after 和, before 关于
_CLAUSE = 0.3  # around a verb that governs what follows; before the name of a kind of document
_PHRASE = 0.6  # beside quotes; a verb and its number
_NAMED = 0.8  # 关于印发 | 某某办法; 棉、 | 粮
_COMPOUND = 0.9  # between the words of a long noun
_TORN_HEAD = 1.3  # 落实小微 | 企业所得税优惠政策: the object loses its first word
_BOUND = 2.0  # adverb and verb, 实施 and 方案
_GLUED = 3.0  # preposition and noun, a word of one character and its neighbour
_LONG_ITEM = 4
_PARTIES = 8  # characters in brackets, at least


def tear(words: Sequence[Word], place: int) -> float | None:
    """How much it hurts to begin a line with `words[place]`; None where no line may begin."""
    lists = classes()
    before, after = words[place - 1], words[place]
    if after.text in lists.never_first or after.text in lists.conjunctions or after.text[0] in _NOT_FIRST:
        return None
    if before.text[-1] in OPENING or _only_genre_left(words, place):
        return None
    if after.text[0] in "（(":
        return _AT_A_JOINT if _opens_title(words, place) or _names_parties(words, place) else None
    if before.text in lists.conjunctions:
        return _AT_A_JOINT if _long_items(words, place - 1) else _NAMED
    if before.text.isspace() and place > 1 and words[place - 2].text.isascii() and after.text.isascii():
        return _TORN_HEAD  # a name in another language
    if before.text.isspace() or after.text == "关于":
        return _AT_A_JOINT
    for rule in (_first_words, _function_words, _document_names, _verbs, _parts):
        cost = rule(words, place)
        if cost is not None:
            return cost
    return _COMPOUND


def _only_genre_left(words: Sequence[Word], place: int) -> bool:
    """…的 | 通知."""
    return words[place - 1].text == "的" and words[-1].end - words[place].start <= 4


def _opens_title(words: Sequence[Word], place: int) -> bool:
    """某某局公告2026年第26号 | （关于…的公告）."""
    return words[place].end < words[-1].end and words[place + 1].text == "关于"


def _names_parties(words: Sequence[Word], place: int) -> bool:
    """某某局行政处罚决定书 | （某某公司、张某某）, but not 意见书（试行）."""
    return words[place - 1].text.endswith("书") and words[-1].end - words[place].start >= _PARTIES


def _long_items(words: Sequence[Word], comma: int) -> bool:
    """Whether what 和 or 、 joins is long enough to stand on lines of its own: not 法律、法规等."""
    lists = classes()
    outside = lists.conjunctions | lists.prepositions | lists.verbs | lists.adverbs
    first = comma - 1
    while first > 0 and words[first - 1].text not in outside:
        first -= 1
    last = comma + 2
    while last < len(words) and words[last].text not in outside | lists.never_first | lists.weak:
        last += 1
    last = min(last, len(words))
    before, after = words[comma].start - words[first].start, words[last - 1].end - words[comma].end
    return before >= _LONG_ITEM and after >= _LONG_ITEM


def _function_words(words: Sequence[Word], place: int) -> float | None:
    """Prepositions go with what follows, 的 with what stands before; brackets are words of their own."""
    lists = classes()
    before, after = words[place - 1], words[place]
    if before.text in lists.prepositions:
        return _GLUED
    if before.text == "的":
        return _BOUND if after.text in lists.kinds else _COMPOUND
    if after.text in lists.prepositions:
        return _PHRASE if before.text in lists.verbs else _CLAUSE
    if after.text[0] in OPENING:
        return _CLAUSE if after.text[0] == "《" or before.text in lists.verbs - lists.publishing else _PHRASE
    if before.text == "等" and after.tag == "m":
        return _COMPOUND
    if before.text == "等" or (before.text[-1] in "》）" and after.text not in lists.verbs):
        return _PHRASE
    return None


def _document_names(words: Sequence[Word], place: int) -> float | None:
    """某某改革 | 实施方案 is good, 实施 | 方案 is not."""
    lists = classes()
    before, after = words[place - 1], words[place]
    if before.text in lists.publishing:
        return _NAMED
    kind = _kind_length(words, place)
    if kind:
        inside = before.text in lists.kind_modifiers - lists.loose_modifiers
        return _BOUND if inside else _CLAUSE if kind >= _LONG_ITEM else _COMPOUND
    if after.text in lists.tails and not _at_the_end(words, place + 1):
        return _BOUND if before.text in lists.tails | lists.verbs else _CLAUSE
    if before.text in lists.tails or after.text in lists.tails:
        return _BOUND
    if after.text in lists.weak and before.text not in lists.verbs:
        return _BOUND if _at_the_end(words, place + 1) else _TORN_HEAD
    return _PHRASE if before.text in lists.weak else None


def _at_the_end(words: Sequence[Word], place: int) -> bool:
    """Whether the noun phrase is over before `words[place]`."""
    return place == len(words) or words[place].text[0] in "的》〉（"


def _kind_length(words: Sequence[Word], place: int) -> int:
    """How long 试点工作方案 or the like is that begins here and ends the name; 0 if none does."""
    lists = classes()
    if words[place].text in lists.loose_modifiers:
        return 0
    end = place
    while end < len(words) and words[end].text in lists.kind_modifiers:
        end += 1
    last = end
    while last < len(words) and words[last].text in lists.kinds:
        last += 1
    return words[last - 1].end - words[place].start if last > end and _at_the_end(words, last) else 0


def _first_words(words: Sequence[Word], place: int) -> float | None:
    """A short first word stays with its object: not 落实小微 | 企业, not 关于行政 | 申请再审案件."""
    lists = classes()
    before, after = words[place - 1], words[place]
    if place == 1 and before.tag == "ns" and len(before.text) > _LONG_ITEM:
        return _CLAUSE  # 中华人民共和国 | 某某条例
    if before.tag == after.tag == "ns":
        return _TORN_HEAD
    head = words[place - 2].text if place > 1 else ""
    short = len(before.text) <= 2 or before.tag == "ns"
    own = lists.verbs | lists.adverbs | lists.prepositions | lists.publishing | lists.tails
    if not short or before.text in own or before.text == "的" or after.text in lists.conjunctions:
        return None
    if head in lists.verbs | lists.publishing or (head in lists.prepositions and not before.tag.startswith("v")):
        return _TORN_HEAD
    return None


def _verbs(words: Sequence[Word], place: int) -> float | None:
    """A line may end after a governing verb and begin with one that opens a clause; adverbs stay with their verbs."""
    lists = classes()
    before, after = words[place - 1], words[place]
    if before.text in lists.adverbs:
        return _BOUND
    if after.text in lists.adverbs:
        return _CLAUSE
    # The dictionary has 认真学习 and 全面推行 as one word.
    governs = before.text[-2:] in lists.verbs or (before.tag.startswith("v") and _opens_clause(words, place - 1))
    if governs and after.text in lists.verbs | lists.kinds:
        return _BOUND
    if governs:
        return _PHRASE if after.tag[:1] in "vm" else _CLAUSE
    if after.text in lists.verbs and after.tag != "vn" and not _is_noun(words, place):
        return _CLAUSE
    return None


def _is_noun(words: Sequence[Word], place: int) -> bool:
    """Whether the verb governs nothing: 局部 调整 方案, 环境 保护 的."""
    return _at_the_end(words, place + 1) or words[place + 1].text in classes().kinds | classes().weak


def _opens_clause(words: Sequence[Word], place: int) -> bool:
    lists = classes()
    return place > 0 and (words[place - 1].text == "关于" or words[place - 1].text in lists.adverbs)


def _parts(words: Sequence[Word], place: int) -> float | None:
    """Lists without commas (公示制度 | 记录制度), words of one character, places."""
    before, after = words[place - 1], words[place]
    if len(before.text) > 1 and before.tag.startswith("n") and sum(word.text == before.text for word in words) > 1:
        return _CLAUSE
    if len(after.text) == 1 or (len(before.text) == 1 and before.tag[:1] not in "mx"):
        return _GLUED
    if before.tag[:1] in "abr":
        return _TORN_HEAD
    return _PHRASE if after.tag == "m" else None
