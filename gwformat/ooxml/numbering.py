"""Numbered paragraphs in document order in, the label Word shows before each of them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml import numerals
from gwformat.ooxml.names import MC, local, w
from gwformat.ooxml.symbols import to_unicode
from gwformat.ooxml.values import VAL, switch, value_of, whole
from gwformat.values import dataclass

_PLACEHOLDER = expression(r"%([1-9])")
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_PRIVATE = range(0xE000, 0xF900)
_LEVELS = 9  # 17.9.6: that a list may have, and that a label can name


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number looks and what stands around it."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""  # of a custom number format
    text: str = ""
    legal: bool = False  # all numbers in the label as plain digits
    restart: int | None = None  # restarts after this level (1-based); 0 never; None after any higher one
    style: str | None = None
    font: str = ""
    hidden: bool = False
    suffix: str = "tab"  # what stands between label and text: tab, space, nothing
    indent: Mapping[str, str] = field(default_factory=dict)  # attributes of w:ind

    def numeral(self, number: int, *, legal: bool = False) -> str:
        """`number` in this level's format."""
        if legal and self.number_format != "decimalZero":
            return str(number)
        return numerals.custom(number, self.pattern) if self.pattern else numerals.numeral(number, self.number_format)


@dataclass(slots=True)
class _List:
    """The levels of a `w:num`, the counters it shares with others, and restarts still to be made."""

    levels: Mapping[int, Level]
    counters: dict[int, int]
    restarts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted. Ask for labels in document order."""

    def __init__(self, root: etree._Element | None, style_numbers: Callable[[], Mapping[str, str]] = dict) -> None:
        """`style_numbers` is asked for the `numId` of numbering styles if a list only links to one."""
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._style_numbers = style_numbers
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is not None:
            for element in root.iterchildren(w("abstractNum")):
                self._abstracts.setdefault(element.get(w("abstractNumId"), ""), element)
            for element in root.iterchildren(w("num")):
                self._nums.setdefault(element.get(w("numId"), ""), element)

    def level_of_style(self, num_id: str, style_id: str | None) -> int | None:
        """The level that a list links to a paragraph style, if it does."""
        found = self._list(num_id)
        if found is None or style_id is None:
            return None
        return next((index for index, level in found.levels.items() if level.style == style_id), None)

    def level(self, num_id: str, index: int) -> Level | None:
        """The definition of one level of a list."""
        found = self._list(num_id)
        return found.levels.get(index) if found else None

    def advance(self, num_id: str, index: int) -> str:
        """Count one paragraph at a level (0-based) of a list; its label, without the tab or space after it."""
        found = self._list(num_id)
        level = found.levels.get(index) if found else None
        if found is None or level is None:
            return ""
        counters = found.counters
        if index in found.restarts:
            # w:startOverride holds from the first paragraph of this w:num at this level on.
            counters[index] = found.restarts.pop(index)
        else:
            counters[index] = counters[index] + 1 if index in counters else level.start
        for higher in range(min(index, _LEVELS)):
            # A level that was passed over counts as begun: after "1.1" the next first level is "2".
            counters.setdefault(higher, found.levels.get(higher, level).start)
        for lower in [lower for lower in counters if lower > index]:
            if _restarts(found.levels.get(lower), index):
                del counters[lower]
        return _label(found, level)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract = self._abstract_of(num) if num is not None else None
        if num is None or abstract is None:
            return None
        levels = dict(_level(element) for element in abstract.iterchildren(w("lvl")))
        restarts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            index = whole(override.get(w("ilvl"))) or 0
            definition = override.find(w("lvl"))
            if definition is not None:
                levels[index] = _level(definition)[1]
            start = override.find(w("startOverride"))
            if start is not None:
                restarts[index] = whole(start.get(VAL)) or 0
                levels[index] = replace(levels.get(index, Level()), start=restarts[index])
        counters = self._counters.setdefault(abstract.get(w("abstractNumId"), ""), {})
        return _List(levels, counters, restarts)

    def _abstract_of(self, num: etree._Element | None) -> etree._Element | None:
        """The definition of a list, through the numbering style it may link to."""
        seen: set[str] = set()
        while num is not None:
            reference = num.find(w("abstractNumId"))
            identifier = reference.get(VAL, "") if reference is not None else ""
            abstract = self._abstracts.get(identifier)
            link = abstract.find(w("numStyleLink")) if abstract is not None else None
            if link is None or identifier in seen:
                return abstract
            seen.add(identifier)
            num = self._nums.get(self._style_numbers().get(link.get(VAL, ""), ""))
        return None


def _restarts(level: Level | None, used: int) -> bool:
    """Whether a lower level starts anew after a paragraph at level `used` (0-based)."""
    if level is None or level.restart is None:
        return True
    return used < level.restart


def _label(found: _List, level: Level) -> str:
    if level.hidden:
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shown = found.levels.get(index)
        return shown.numeral(found.counters.get(index, shown.start), legal=level.legal) if shown else ""

    if level.number_format == "bullet":
        return "".join(_bullet(character, level.font) for character in level.text)
    return _PLACEHOLDER.sub(number, level.text)


def _bullet(character: str, font: str) -> str:
    if character == "o" and font.startswith("Courier"):
        return "○"  # Word's hollow bullet is this letter
    symbolic = font.lower().startswith(_SYMBOL_FONTS) or ord(character) in _PRIVATE
    return to_unicode(ord(character), font) if symbolic else character


def _level(element: etree._Element) -> tuple[int, Level]:
    number_format, pattern = _number_format(element)
    legal = element.find(w("isLgl"))
    fonts, vanish = (element.find(f"{w('rPr')}/{w(name)}") for name in ("rFonts", "vanish"))
    indent = element.find(f"{w('pPr')}/{w('ind')}")
    start = whole(value_of(element, w("start")))
    return whole(element.get(w("ilvl"))) or 0, Level(
        start=0 if start is None else start,
        number_format=number_format,
        pattern=pattern,
        text=value_of(element, w("lvlText")) or "",
        legal=legal is not None and switch(legal),
        restart=whole(value_of(element, w("lvlRestart"))),
        style=value_of(element, w("pStyle")),
        font=(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else "",
        hidden=vanish is not None and switch(vanish),
        suffix=value_of(element, w("suff")) or "tab",
        indent={local(key): str(text) for key, text in indent.attrib.items()} if indent is not None else {},
    )


def _number_format(element: etree._Element) -> tuple[str, str]:
    """The number format and, if it is custom, its pattern; Word 2010 wraps those in `mc:AlternateContent`."""
    formats = element.findall(w("numFmt")) or element.findall(f"{{{MC}}}AlternateContent//{w('numFmt')}")
    for found in formats:
        if found.get(VAL) == "custom" and found.get(w("format")):
            return "custom", found.get(w("format"), "")
    return next((found.get(VAL, "decimal") for found in formats if found.get(VAL) != "custom"), "decimal"), ""
