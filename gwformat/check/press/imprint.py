"""The lines of all pages come in; the imprint with its page, its last ruled line and its date goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gwformat.check.press.lines import Line
from gwformat.check.press.numbers import is_number
from gwformat.expressions import expression
from gwformat.finished.values import Stroke
from gwformat.text import numerals
from gwformat.values import dataclass

_SENT = expression(r"印发\s*$")
_COPIED = expression(r"(?:抄\s*送|抄\s*报)[：:]")
_LONG = 120.0  # mm: shorter rules belong to tables
_NEAR = 14.0  # mm between the last words and the rule below them
_LOWER_HALF = 150.0  # mm


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 on its page."""

    page: int
    top: float  # of its first words, in mm from the top of the sheet
    last_rule: float | None  # its height in mm from the top of the sheet; None: no rule below it
    printed: date | None  # 印发日期


def imprint_of(pages: Sequence[tuple[int, Sequence[Line], Sequence[Stroke]]]) -> Imprint | None:
    """The last imprint of the file: 抄送 or 印发 in the lower half of a page."""
    for number, lines, rules in reversed(pages):
        found = [line for line in lines if line.baseline > _LOWER_HALF and _belongs(line)]
        if found:
            return Imprint(number, found[0].top, _last_rule(found[-1].bottom, lines, rules), _date(found[-1]))
    return None


def _last_rule(bottom: float, lines: Sequence[Line], rules: Sequence[Stroke]) -> float | None:
    """The height of the lowest of the rules below `bottom`, with the rows between them; None if there is none.

    A row that says neither 抄送 nor 印发 is one of the imprint if a rule closes it: 印发机关 without its date.
    """
    last = 0.0
    heights = [rule.y0 for rule in rules if rule.length > _LONG]
    while below := [height for height in heights if height > last and -1 < height - bottom < _NEAR]:
        last = max(below)
        row = [line for line in lines if 0 < line.baseline - last < _NEAR and not is_number(line.text)]
        if not row:
            break
        bottom = row[-1].bottom
    return last or None


def _belongs(line: Line) -> bool:
    return bool(_COPIED.match(line.text.strip()) or (_SENT.search(line.text) and numerals.DATE.search(line.text)))


def _date(line: Line) -> date | None:
    found = numerals.DATE.search(line.text) if _SENT.search(line.text) else None
    return numerals.date_of(found) if found else None
