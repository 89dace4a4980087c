"""Stretches of a text that are no Chinese prose (addresses, file names, Latin lines): their positions come out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from gwformat.expressions import expression
from gwformat.text.characters import CLOSING, HAN, OPENING, STOPS, count_han
from gwformat.text.scripts import WESTERN_WORD

# Bounds keep the work linear in lines without any space; no address or file name is longer.
_LONGEST = 500
_URL = rf"(?:(?:https?|ftp)://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{{1,{_LONGEST}}}"
_EMAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PATH = rf"(?<![A-Za-z])[A-Za-z]:[\\/][^\s，。；：！？、“”《》]{{1,{_LONGEST}}}"
_ADDRESS = expression(f"(?P<url>{_URL})|{_EMAIL}|{_PATH}", re.IGNORECASE)
_SUFFIX = expression(r"\.(?:docx?|xlsx?|pptx?|wps|pdf|ofd|txt|md|csv|jpe?g|png|zip|rar)(?![A-Za-z0-9])", re.IGNORECASE)
_NOT_IN_A_NAME = frozenset(" \t\n\u00a0\u3000，。；：！？、“”《》/\\")
# × and ○ stand for names left open (××市), so they count as Han here.
_CHINESE = expression(f"[{HAN}{CLOSING}{OPENING}{STOPS}…—×○]")
# A neighbour is sought beyond spaces and beyond marks that will be judged by the same neighbour.
_SKIPPED = frozenset(" \u00a0\u3000\t,;:?!")


class Spans:
    """Stretches of a text; `position in spans` says whether a character lies inside one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of `start:end` lies inside a stretch."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and start < self._ends[index]


@lru_cache(maxsize=1024)
def foreign(text: str) -> Spans:
    """URLs, e-mail addresses, paths and file names in `text`."""
    if "." not in text and "@" not in text and ":" not in text:
        return Spans([])
    found: list[tuple[int, int]] = []
    for match in _ADDRESS.finditer(text) if _may_hold_address(text) else ():
        start, end = match.span()
        if match["url"]:
            end = start + len(_trimmed(match["url"]))
        found.append((start, end))
    addresses = Spans(found)
    found += (
        (_start_of_name(text, match.start()), match.end())
        for match in _SUFFIX.finditer(text)
        if match.start() not in addresses
    )
    return Spans(found)


def _may_hold_address(text: str) -> bool:
    return "@" in text or ":/" in text or ":\\" in text or "www." in text.lower()


def _start_of_name(text: str, position: int) -> int:
    start = position
    while start > max(0, position - _LONGEST) and text[start - 1] not in _NOT_IN_A_NAME:
        start -= 1
    return start


def _trimmed(address: str) -> str:
    # What ends an address is more often the sentence's punctuation than a part of it.
    while address[-1] in ".,;:!?']" or (address[-1] == ")" and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def is_latin(line: str) -> bool:
    """Whether a line is foreign-language prose: more words than Han characters."""
    words = len(WESTERN_WORD.findall(line))
    return words > 0 and words > count_han(line)


def is_chinese_at(text: str, start: int, end: int) -> bool:
    """Whether the nearest character before or after `text[start:end]` is Han or full-width punctuation."""
    start -= 1
    while start >= 0 and text[start] in _SKIPPED:
        start -= 1
    while end < len(text) and text[end] in _SKIPPED:
        end += 1
    near = (text[start] if start >= 0 else "") + text[end : end + 1]
    return _CHINESE.search(near) is not None
