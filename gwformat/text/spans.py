"""Stretches of a text that are no Chinese prose (addresses, file names, Latin lines): their positions come out."""

from __future__ import annotations

import re
from bisect import bisect_right

from gwformat.text.characters import CLOSING, HAN, OPENING, STOPS

_URL = r"(?:(?:https?|ftp)://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+"
_EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PATH = r"(?<![A-Za-z])[A-Za-z]:[\\/][^\s，。；：！？、“”《》]+"
_FILE = r"[^\s，。；：！？、“”《》/\\]+\.(?:docx?|xlsx?|pptx?|wps|pdf|ofd|txt|md|csv|jpe?g|png|zip|rar)(?![A-Za-z0-9])"
_UNTOUCHED = re.compile(f"(?P<url>{_URL})|{_EMAIL}|{_PATH}|{_FILE}", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(f"[{HAN}]")
# × and ○ stand for names left open (××市), so they count as Han here.
_CHINESE = re.compile(f"[{HAN}{CLOSING}{OPENING}{STOPS}…—×○]")
# A neighbour is sought beyond spaces and beyond marks that will be judged by the same neighbour.
_SKIPPED = frozenset(" \u00a0\u3000\t,;:?!")


class Spans:
    """Disjoint stretches of a text; `position in spans` says whether a character lies inside one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of `start:end` lies inside a stretch."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and start < self._ends[index]


def foreign(text: str) -> Spans:
    """URLs, e-mail addresses, paths and file names in `text`."""
    if "." not in text and "@" not in text and ":" not in text:
        return Spans([])
    found: list[tuple[int, int]] = []
    for match in _UNTOUCHED.finditer(text):
        start, end = match.span()
        if match["url"]:
            end = start + len(_trimmed(match["url"]))
        found.append((start, end))
    return Spans(found)


def _trimmed(address: str) -> str:
    # What ends an address is more often the sentence's punctuation than a part of it.
    while address[-1] in ".,;:!?']" or (address[-1] == ")" and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def is_latin(line: str) -> bool:
    """Whether a line is foreign-language prose: more Latin words than Han characters."""
    words = len(_LATIN_WORD.findall(line))
    return words > 0 and words > len(_HAN.findall(line))


def is_chinese_at(text: str, start: int, end: int) -> bool:
    """Whether the nearest character before or after `text[start:end]` is Han or full-width punctuation."""
    start -= 1
    while start >= 0 and text[start] in _SKIPPED:
        start -= 1
    while end < len(text) and text[end] in _SKIPPED:
        end += 1
    near = (text[start] if start >= 0 else "") + text[end : end + 1]
    return _CHINESE.search(near) is not None
