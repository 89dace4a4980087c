"""A Markdown text comes in; it goes out with the rows of tables as the syntax wants them, line for line.

A Chinese input method leaves ｜ between cells and full-width blanks behind rows: to the syntax they are words, and no
table begins.
"""

from __future__ import annotations

import re

_WIDE = "｜\u3000\u00a0"
_BLANKS = r"[ \t\u3000\u00a0]*"
_BAR = r"[|｜]"
_CELL = rf"{_BLANKS}:?-+:?{_BLANKS}"
_DELIMITERS = re.compile(rf"{_BLANKS}(?:{_BAR}{_CELL})+(?:{_BAR}{_BLANKS})?|{_CELL}(?:{_BAR}{_CELL})+")
_TO_ASCII = str.maketrans(dict.fromkeys("\u3000\u00a0", " ") | {"｜": "|"})


def with_ascii_bars(text: str) -> str:
    """The text, line for line, with the bars and the blanks at the ends of the rows of tables as ASCII has them."""
    if "-" not in text or not any(char in text for char in _WIDE):
        return text
    lines = text.split("\n")
    at = 1
    while at < len(lines):
        at = _mended(lines, at) if _DELIMITERS.fullmatch(lines[at]) else at + 1
    return "\n".join(lines)


def _mended(lines: list[str], at: int) -> int:
    """Mend the table whose delimiter row is `lines[at]`; where it ends, at the next empty line."""
    wide = "｜" in lines[at]
    end = next((row for row in range(at + 1, len(lines)) if not lines[row].strip()), len(lines))
    for row in (at - 1, *range(at + 1, end)):
        words = lines[row].rstrip()
        lines[row] = words.replace("｜", "|") if wide else words
    lines[at] = lines[at].translate(_TO_ASCII)
    return end
