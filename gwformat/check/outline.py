"""Paragraphs come in; those that begin with a level number (7.3.3), in whatever form, and all headings go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gwformat.check.elements import Element
from gwformat.check.registry import Problem
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import HEADINGS
from gwformat.text.characters import HAN, holds_han
from gwformat.text.numerals import NUMERAL, parse_number
from gwformat.values import dataclass

_HAN_MARKS = {chr(0x3220 + n): n + 1 for n in range(10)}  # ㈠
_DIGIT_MARKS = {chr(0x2474 + n): n + 1 for n in range(20)}  # ⑴
_DIGIT = "0-9０-９"
_UNSURE = ",，:： \t\u3000"  # behind a number: the mark of a heading, or not

_MARK = expression(
    rf"[\s\ufffc]*(?:(?P<one>[{NUMERAL}]{{1,4}})"
    rf"(?P<after1>、|[.．](?![{_DIGIT}])|[,，:：]|[ \t\u3000]+(?=[{HAN}]{{2}}))"
    rf"|(?:[（(]\s?(?P<two>[{NUMERAL}]{{1,4}})\s?[）)]|(?P<sign2>[㈠-㈩]))(?P<after2>[、，,.．：:]?)"
    # 3.5 is a decimal; 1.2026年 and 4.3D are numbers with text behind them.
    rf"|(?P<three>[{_DIGIT}]{{1,3}})(?P<after3>[、，,）)]|[.．](?![.．]|[{_DIGIT}]{{1,3}}(?![{_DIGIT}A-Za-z])))"
    rf"|(?:[（(]\s?(?P<four>[{_DIGIT}]{{1,3}})\s?[）)]|(?P<sign4>[⑴-⒇]))(?P<after4>[、，,.．：:]?))"
)
_OPENS = expression(rf"[\s\ufffc]*[{NUMERAL}（(㈠-㈩⑴-⒇{_DIGIT}]")
_LEVELS = ("one", "two", "three", "four")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph or a heading: its level (1–4; 0 for 第一章 and the like), its number and its mark."""

    element: Element
    level: int
    number: int | None  # None: a heading that none of the four forms numbers
    start: int = 0
    end: int = 0

    @property
    def heading(self) -> bool:
        """Whether it is a heading, not numbered text."""
        return self.element.role in HEADINGS

    @property
    def in_chinese(self) -> bool:
        """Whether what it numbers is Chinese: elsewhere a number may be part of the sentence (6. Band)."""
        return holds_han(self.element.text[self.end :])

    @property
    def mark(self) -> str:
        """The number as it is written, with what follows it."""
        return self.element.text[self.start : self.end]


def mark_problem(item: Item, right: str, *, official: bool) -> Problem:
    """That a number is marked otherwise than 7.3.3 says: an error only in a heading of an official document."""
    where = item.element.span(item.start, item.end)
    severity = None if item.heading and official else Severity.WARNING
    return Problem(f"“{item.mark}”应为“{right}”", where, reworded(where, right, Safety.SAFE), severity=severity)


def outline(elements: Iterable[Element]) -> tuple[Item, ...]:
    """The items among `elements`, in document order."""
    return tuple(item for element in elements if (item := _item(element)) is not None)


def _item(element: Element) -> Item | None:
    heading = element.role in HEADINGS
    found = _MARK.match(element.text) if _OPENS.match(element.text) else None
    # 三，… and 三：… and 三 … begin sentences as well.
    if found is None or (found["after1"] is not None and found["after1"][0] in _UNSURE and not heading):
        return Item(element, _unnumbered(element), None) if heading else None
    level = next(n for n, name in enumerate(_LEVELS, 1) if found[f"after{n}"] is not None or found[name])
    sign = found["sign2"] or found["sign4"]
    said = found[_LEVELS[level - 1]]
    number = {**_HAN_MARKS, **_DIGIT_MARKS}[sign] if sign else parse_number(said)
    start = found.end() - len(found[0].lstrip(" \t\u3000\u00a0\ufffc"))
    return Item(element, level, number, start, found.end())


def _unnumbered(element: Element) -> int:
    return 0 if element.text.lstrip().startswith("第") else HEADINGS.index(element.role) + 1


def texts(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items of the main text, then those of each attachment."""
    for _, group in groupby(items, key=lambda item: item.element.block.attachment):
        yield list(group)
