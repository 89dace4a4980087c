"""Lists of names and posts (组长：张某某　　县长): a line comes in; its label and its cells go out.

A line is a row of such a list if it is a label before a colon, or cells parted by blanks or tabs, and neither a
sentence nor a line to fill in.
"""

from __future__ import annotations

from enum import Enum, auto

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.text.characters import HAN, SPACE, count_han
from gwformat.text.form_lines import gaps_of
from gwformat.text.spaces import begins_like_name, is_surname
from gwformat.text.width import advance, columns
from gwformat.values import dataclass

_LONGEST_LABEL = 8
_LONGEST_ROW = 120
_LONGEST_ENTRY = 14  # characters of an office or organ that stands in a column
_LABEL = expression(
    f"(?P<label>[{HAN}](?:[{HAN}{SPACE}]{{0,22}}[{HAN}])?(?:[（(][^）)]{{1,10}}[）)])?)[{SPACE}\t]*[：:][{SPACE}\t]*"
)
_NO_LABEL = expression("(?:附[件表图]|抄[送报]|主送|注|备注|说明|电话|联系|时间|地点|一|二|三|四|五|第)")
_WORD = expression(f"[^{SPACE}\t]+")
_SENTENCE = expression(r"[。；！？：:;!?\n]")
_PERSON = expression(f"(?:[{HAN}×xX○]{{2,4}}|[{HAN}]{{1,10}}(?:·[{HAN}]{{1,10}})+)(?:[（(][^（()）]{{1,30}}[）)])?")
_NO_PERSON = expression(
    "特此|此复|此致|敬礼|以上|如下|谢谢|各位|同志|附件|盖章|公章|签[名字章]|姓名|职务|单位|年|其他|等"
)
_ENTRY = expression(f"[{HAN}（）()、]{{2,{_LONGEST_ENTRY}}}")
_COMMAS = "、，,"
_LISTED = expression(f"[{_COMMAS}]")
_FEWEST_LISTED = 3


class Cells(Enum):
    """What stands in the cells of a row."""

    NONE = auto()  # a label with nothing after it
    NAMES = auto()  # 张某某　李　某
    POST = auto()  # 张某某　　县长
    HELD = auto()  # 县长　张某某
    ENTRIES = auto()  # 市财政局　市教育局
    COMMAS = auto()  # 张某某、李某、王某某
    TEXT = auto()  # one cell that is none of these


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: where its label, its colon with the blanks after it, and its cells stand in the text."""

    text: str
    label: tuple[int, int] | None
    body: int
    cells: tuple[tuple[int, int], ...]
    kind: Cells

    def width(self, number: int) -> float:
        """The width of a cell in 字, one blank within a name counting as one."""
        words = _WORD.findall(self.text[slice(*self.cells[number])])
        return advance("".join(words)) + sum(word[-1] not in _COMMAS for word in words[:-1])

    def gap(self, number: int) -> float:
        """The blanks behind a cell, in 字."""
        return columns(self.text[self.cells[number][1] : self.cells[number + 1][0]]) / 2


def row_of(text: str) -> Row | None:
    """The row that a line is; None if it is no line of a list."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end or end - start > _LONGEST_ROW or OBJECT in text:
        return None
    label, body = _label(text, start)
    if text[end - 1] == "。":
        end -= 1
    if _SENTENCE.search(text, body, end):
        return None
    words = [found.span() for found in _WORD.finditer(text, body, end)]
    cells = _cells(text, words)
    kind = _kind(text, cells)
    if (kind is Cells.NONE and label is None) or gaps_of(text):
        return None
    return Row(text, label, body, cells, kind)


def _label(text: str, start: int) -> tuple[tuple[int, int] | None, int]:
    found = _LABEL.match(text, start)
    if found is None or count_han(found["label"]) > _LONGEST_LABEL or _NO_LABEL.match(found["label"]):
        return None, start
    return found.span("label"), found.end()


def _cells(text: str, words: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The words; a surname and a given name of one character each together, and what goes on after a comma."""
    cells: list[tuple[int, int]] = []
    for start, end in words:
        before = cells[-1] if cells else None
        if before is not None and (_is_name(text[slice(*before)], text[start:end]) or text[before[1] - 1] in _COMMAS):
            cells[-1] = (before[0], end)
        else:
            cells.append((start, end))
    return tuple(cells)


def _is_name(words: str, after: str) -> bool:
    """Whether the last name of a cell goes on with the next word: 王某某、李 某、张某某."""
    above = _LISTED.split(words)
    surname, given = above[-1], _LISTED.split(after)[0].partition("（")[0]
    return len(surname) == len(given) == 1 and (is_surname(surname) or is_person(above[0]))


def _kind(text: str, spans: tuple[tuple[int, int], ...]) -> Cells:
    cells = ["".join(_WORD.findall(text[slice(*span)])) for span in spans]
    if not cells:
        return Cells.NONE
    persons = [is_person(cell) for cell in cells]
    if all(persons):
        return Cells.NAMES
    if len(cells) == 1:
        names = _names_in(cells[0])
        listed = len(names) >= _FEWEST_LISTED and all(map(is_person, names))
        return Cells.COMMAS if listed else Cells.TEXT
    if persons[0]:
        return Cells.POST
    if persons[-1] and all(_ENTRY.fullmatch(cell) for cell in cells):
        return Cells.HELD
    return Cells.ENTRIES if all(_ENTRY.fullmatch(cell) for cell in cells) else Cells.TEXT


def _names_in(cell: str) -> list[str]:
    """What commas part in a cell."""
    return [name for name in _LISTED.split("".join(_WORD.findall(cell))) if name]


def is_person(word: str) -> bool:
    """Whether a word can be the name of a person, with or without a note in brackets."""
    return _PERSON.fullmatch(word) is not None and _NO_PERSON.search(word.partition("（")[0]) is None


def names_persons(text: str) -> bool:
    """Whether a line is a row without a label, of persons alone or beside their posts: half begin like names."""
    row = row_of(text)
    if row is None or row.label is not None:
        return False
    if len(row.cells) == 1 and row.kind is not Cells.NAMES:
        names = _names_in(text[slice(*row.cells[0])])  # 张某某、李　某（市财政局）
        return len(names) > 1 and all(is_person(name) and begins_like_name(name) for name in names)
    cells = {Cells.NAMES: row.cells, Cells.POST: row.cells[:1], Cells.HELD: row.cells[-1:]}.get(row.kind, ())
    named = sum(begins_like_name(text[start:end]) for start, end in cells)
    return named > 0 and 2 * named >= len(cells)


def indent_of(text: str) -> float:
    """The blanks before the words of a line, in 字."""
    return columns(text[: len(text) - len(text.lstrip(" \t\u00a0\u3000"))]) / 2
