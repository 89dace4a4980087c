"""Quotation marks after GB/T 15834-2011 4.8: straight ones in a text come in, the edits that pair them come out."""

from __future__ import annotations

import re

from gwformat.expressions import expression
from gwformat.model import Edit
from gwformat.text.characters import CLOSING, STOPS, count_han
from gwformat.text.punctuation import changed_to
from gwformat.text.spans import Spans, foreign, is_chinese_at, is_latin
from gwformat.values import dataclass

_LINE = expression(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Family:
    """One level of quotation: its straight forms, its opening and closing form."""

    straight: str
    opening: str
    closing: str
    pattern: re.Pattern[str]


_DOUBLE = _Family('"＂', "“", "”", re.compile('["＂“”]'))
_SINGLE = _Family("'＇", "‘", "’", re.compile("['＇‘’]"))
_STRAIGHT = expression("[\"＂'＇]")
_CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_CORNER = expression("[「」『』]")


def quoted(words: str) -> str:
    """`words` in quotation marks for a message: in ‘ ’ if they hold such marks themselves."""
    return f"‘{words}’" if not {'"', "“", "”"}.isdisjoint(words) else f"“{words}”"


def paired(text: str) -> list[Edit]:
    """Straight quotes become “ ” and ‘ ’ in lines where every one finds its partner; others are left alone."""
    if _STRAIGHT.search(text) is None:
        return []
    kept = foreign(text)
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        if is_latin(line.group()):
            continue
        for family in (_DOUBLE, _SINGLE):
            edits += _pairs(text, line.span(), family, kept) or []
    return edits


def unpaired(text: str) -> list[Edit]:
    """What the straight quotes left by `paired` would become, judged by their neighbours alone."""
    kept = foreign(text)
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        if is_latin(line.group()) or _pairs(text, line.span(), _DOUBLE, kept) is not None:
            continue
        opened = False
        for position in _marks(text, line.span(), _DOUBLE, kept):
            after = text[position + 1 : position + 2]
            opened = text[position] == _DOUBLE.opening or (not opened and after not in f"{CLOSING}{STOPS}")
            if text[position] in _DOUBLE.straight:
                edits.append(Edit(position, position + 1, _DOUBLE.opening if opened else _DOUBLE.closing))
    return edits


def corners(text: str) -> list[Edit]:
    """「」『』, the quotes of vertical text, become “ ” ‘ ’ if they are balanced."""
    found = list(_CORNER.finditer(text))
    opening = sum(match.group() in "「『" for match in found)
    if not found or opening * 2 != len(found):
        return []
    return [Edit(match.start(), match.end(), _CORNERS[match.group()]) for match in found]


def _pairs(text: str, line: tuple[int, int], family: _Family, kept: Spans) -> list[Edit] | None:
    edits: list[Edit] = []
    opened: int | None = None
    for position in _marks(text, line, family, kept):
        char = text[position]
        if opened is None:
            if char == family.closing:
                return None
            opened = position
            continue
        if char == family.opening:
            return None
        if _in_chinese(text, opened, position):
            edits += changed_to(text, opened, family.opening) + changed_to(text, position, family.closing)
        opened = None
    return None if opened is not None else edits


def _marks(text: str, line: tuple[int, int], family: _Family, kept: Spans) -> list[int]:
    marks: list[int] = []
    for match in family.pattern.finditer(text, *line):
        position = match.start()
        if position not in kept and not _is_sign(text, position, opens=len(marks) % 2 == 0):
            marks.append(position)
    return marks


def _is_sign(text: str, position: int, opens: bool) -> bool:
    """An apostrophe (it's), or the sign of an inch or a minute: a quote after a digit where none is open (15")."""
    before = text[position - 1] if position else ""
    after = text[position + 1] if position + 1 < len(text) else ""
    if text[position] == "'" and _is_letter(before) and _is_letter(after):
        return True
    return text[position] in "\"'" and opens and before.isdigit()


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _in_chinese(text: str, start: int, end: int) -> bool:
    return count_han(text[start:end]) > 0 or is_chinese_at(text, start, end + 1)
