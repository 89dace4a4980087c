"""Punctuation of Chinese prose after GB/T 15834-2011: one line of text comes in, the edits it needs come out.

Every function takes a whole text and leaves addresses, file names, numbers and Latin prose as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.model import Edit
from gwformat.text.characters import CLOSING, HAN, OPENING, SPACE, count_han
from gwformat.text.spans import foreign, is_chinese_at, is_latin

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF_MARK = expression("[,;:?!]")
_BRACKET = expression("[()（）]")
_OPERATOR = expression(r"[+=×÷*/<>^]")
_LINE = expression(r"[^\n]+")
_NEAR = 8  # characters; as far as a clause is looked at that a dot ends
_LONG = 300  # characters; as far as words in brackets or quotes are looked at


def full_width_marks(text: str) -> list[Edit]:
    """`, ; : ? !` beside Han characters become full width; 1,234.5, 9:30, 1:100 and addresses stay."""
    kept = foreign(text)
    edits = []
    for match in _prose(_HALF_MARK, text):
        position = match.start()
        if position in kept or (_digit(text, position - 1) and _digit(text, position + 1)):
            continue
        if is_chinese_at(text, position, position + 1) and not _ends_foreign_quotation(text, position):
            edits.append(Edit(position, position + 1, _FULL[match.group()]))
    return edits


def _ends_foreign_quotation(text: str, position: int) -> bool:
    """Whether the mark is the last of foreign words in quotes or brackets: “What is it?”."""
    if text[position + 1 : position + 2] not in tuple(CLOSING):
        return False
    start = max(text.rfind(mark, max(0, position - _LONG), position) for mark in OPENING)
    return start >= 0 and not count_han(text[start:position])


def full_width_brackets(text: str) -> list[Edit]:
    """`( )` around or beside Han characters become full width, both or none; A(2) and f(x) stay."""
    kept = foreign(text)
    edits: list[Edit] = []
    stack: list[int] = []
    for match in _prose(_BRACKET, text):
        position = match.start()
        if position in kept:
            continue
        if match.group() in "(（":
            stack.append(position)
        elif stack:
            start = stack.pop()
            if _takes_full_width(text, start, position):
                edits += changed_to(text, start, "（") + changed_to(text, position, "）")
    return edits


def _takes_full_width(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : min(end, start + _LONG)]
    if count_han(inside) or text[start] == "（" or text[end] == "）":
        return True
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if _OPERATOR.search(inside) or (before.isascii() and before.isalnum()):
        return False  # a formula, or a code or a name such as A(2), Annual Report (2025)
    return is_chinese_at(text, start, end + 1)


_STOP = expression(f"[.．｡](?:(?<=[{HAN}）”》].)(?=[{SPACE}]*(?:$|\n))|(?<=[{HAN}].)(?=[{HAN}“《]))")
_CLAUSE = expression(f"[{HAN}\\d）)〕/／]+$")


def full_stops(text: str) -> list[Edit]:
    """A dot after Han characters becomes 。 where it ends the line, or a clause of four characters or more.

    What is shorter may be a number: 一. 甲.
    """
    kept = foreign(text)
    edits = []
    for match in _prose(_STOP, text):
        position = match.start()
        clause = _CLAUSE.search(text, max(0, position - _NEAR), position)
        ends_line = not text[position + 1 :].split("\n", 1)[0].strip()
        long_enough = clause is not None and position - clause.start() >= (2 if ends_line else 4)
        if position not in kept and (long_enough or (ends_line and not count_han(text[position - 1]))):
            edits.append(Edit(position, position + 1, "。"))
    return edits


_DOTS = expression(r"(?<![.…])(?:\.{3,6}|…)(?![.…])|(?<!。)。{3,}|(?<!·)(?:·{3}|·{6})(?!·)")


def ellipses(text: str) -> list[Edit]:
    """Typed dots beside Han characters become ……; a dotted leader (seven dots or more) stays."""
    return [
        Edit(match.start(), match.end(), "……") for match in _prose(_DOTS, text) if is_chinese_at(text, *match.span())
    ]


_HYPHENS = expression(r"(?<![-—－])(?:-{2,3}|－{2})(?![-—－])")


def dashes(text: str) -> list[Edit]:
    """Two or three typed hyphens beside Han characters become ——."""
    return [
        Edit(match.start(), match.end(), "——") for match in _prose(_HYPHENS, text) if is_chinese_at(text, *match.span())
    ]


_SINGLE_DASH = expression(f"(?<=[{HAN}”》）])—(?=[{HAN}“《])")


def single_dashes(text: str) -> list[Edit]:
    """A single — between Han characters becomes ——; it may be a rightful 一字线 (北京—上海), so ask first."""
    return [Edit(match.start(), match.end(), "——") for match in _SINGLE_DASH.finditer(text)]


_QUANTITY = r"[%％‰℃万亿]?"
# Five digits or a leading 0 speak of a telephone number or a code, and so do a room, a door or 附件 3-1.
_NUMBER = r"(?:0\.\d+|[1-9]\d{0,3}(?:\.\d+)?)"
_RANGE = expression(
    f"(?<![\\d.\\-—～~/A-Za-z图表式件第])(?P<low>{_NUMBER})(?P<quantity>{_QUANTITY})(?P<sign>[-－~])"
    f"(?=(?P<high>{_NUMBER})(?:[%％‰℃万亿]|(?!室|房(?!间)|门|号|铺|单元|[栋幢座]\\d)(?P<next>[{HAN}])))"
)
_YEAR = expression("(?:19|20)[0-9]{2}")


# From one day or hour to another: 3月16日-3月18日, 8:30-9:00.
_TIMES = expression(
    r"(?:(?<=\d[年月日号时])|(?<=[午晚上]\d时)|(?<=\d[:：]\d\d))[-－~]"
    r"(?=(?:20\d\d年)?(?:[0-3]?\d[月日号时]|20\d\d年)|[上下]午\d|[0-2]?\d[:：][0-5]\d(?!\d))"
)


def ranges(text: str) -> list[Edit]:
    """A hyphen between numbers becomes — in times and ～ before other words (GB/T 15834-2011 4.13).

    Where the numbers do not rise it joins the parts of an address, a score or a code.
    """
    kept = foreign(text)
    found = [
        (match.start("sign"), "—" if _is_time(match) else "～")
        for match in _RANGE.finditer(text)
        if match.start("sign") not in kept and (match["quantity"] or float(match["low"]) < float(match["high"]))
    ]
    found += [(match.start(), "—") for match in _TIMES.finditer(text)]
    return [Edit(place, place + 1, new) for place, new in sorted(dict(found).items())]


def _is_time(match: re.Match[str]) -> bool:
    """Whether a range is one of years, months, quarters, days or hours: 2025-2026学年, 1-4季度, 8-10时."""
    if match["next"] and match["next"] in "年月季日时":
        return True
    return _YEAR.fullmatch(match["low"]) is not None and _YEAR.fullmatch(match["high"]) is not None


def _prose(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    if pattern.search(text) is None:
        return
    for line in _LINE.finditer(text):
        if not is_latin(line.group()):
            yield from pattern.finditer(text, line.start(), line.end())


def changed_to(text: str, position: int, new: str) -> list[Edit]:
    """What makes the character at a place another one; nothing if it is that already."""
    return [] if text[position] == new else [Edit(position, position + 1, new)]


def _digit(text: str, position: int) -> bool:
    return 0 <= position < len(text) and text[position].isdigit()
