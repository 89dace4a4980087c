"""Lines of a PDF come in; they go out without the heads of tables that are printed again at the top of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.comparing.passages import Passage, Text, compared


def without_repeated(lines: Sequence[Passage], heads: frozenset[str], approved: Text) -> Sequence[Passage]:
    """The lines without the `heads` at the top of pages, as far as there are more of them than were approved."""
    if not heads:
        return lines
    said = "".join(compared(line.text) for line in lines)
    more = {head: said.count(head) - approved.string.count(head) for head in heads}
    kept: list[Passage] = []
    at, below = 0, False
    while at < len(lines):
        count = _head_at(lines, at, more) if lines[at].first_on_page and at else 0
        if count:
            for head in _parts(lines, at, count):
                if head in more:
                    more[head] -= 1
        else:
            kept.append(replace(lines[at], first_on_page=True) if below else lines[at])
        below = bool(count)
        at += count or 1
    return kept


def _head_at(lines: Sequence[Passage], at: int, more: dict[str, int]) -> int:
    """How many lines from `at` on are the longest head of which there is one too many; 0 if none."""
    found = 0
    longest = max(map(len, more))
    words = ""
    for number in range(at, len(lines)):
        if number > at and lines[number].first_on_page:
            break
        words += compared(lines[number].text)
        if len(words) > longest:
            break
        if more.get(words, 0) > 0:
            found = number - at + 1
    return found


def _parts(lines: Sequence[Passage], at: int, count: int) -> list[str]:
    """The heads of one row, of two rows … that end within these lines."""
    words, found = "", []
    for line in lines[at : at + count]:
        words += compared(line.text)
        found.append(words)
    return found
