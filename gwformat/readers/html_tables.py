"""The source of an HTML block comes in; its stretches go out, tables as rows of cells that may span others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.readers import md_html
from gwformat.table import Spans, columns_of
from gwformat.values import dataclass

_TABLE = re.compile(r"<table\b[^<>]*>(.*?)</table\s*>", re.DOTALL | re.IGNORECASE)
_PARTS = re.compile(r"<(/?)(table|tr|t[dh])\b([^<>]*)>", re.IGNORECASE)
_CAPTION = re.compile(r"<caption\b[^<>]*>(.*?)</caption\s*>", re.DOTALL | re.IGNORECASE)
_BLANKS = re.compile(r"\s*\n\s*")
_MOST = 60  # columns a cell may span
_MOST_ROWS = 1000
_DIGITS = 9  # a number of more is more than any cell may span


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """The words of the cells of each row, and how many columns and rows each cell takes."""

    rows: tuple[tuple[str, ...], ...]
    spans: Spans


def stretches(source: str, losses: list[str]) -> Iterator[tuple[int, str | HtmlTable]]:
    """What stands in the source from line to line (the first is 0): HTML without tables, and tables.

    A table in a cell is left to be read as words, as everything is that is no row of cells.
    """
    done = 0
    for found in _TABLE.finditer(source):
        table = None if "<table" in found[1].lower() or md_html.hides(found[1]) else _table(found[1], losses)
        if table is None:
            continue
        before = source[done : found.start()]
        yield source.count("\n", 0, done), before
        caption = _CAPTION.search(found[1])
        if caption:
            yield source.count("\n", 0, found.start() + caption.start()), caption[0]
        yield source.count("\n", 0, found.start()), table
        done = found.end()
    yield source.count("\n", 0, done), source[done:]


def _table(inside: str, losses: list[str]) -> HtmlTable | None:
    """The table; None if words stand in it outside of all cells."""
    rows: list[list[tuple[str, int, int]]] = []
    loose: list[str] = []
    inside = _CAPTION.sub(lambda found: "\n" * found[0].count("\n"), inside)
    pieces = _PARTS.split(inside)
    loose.append(pieces[0])
    for closing, name, said, words in zip(*(pieces[start::4] for start in range(1, 5)), strict=True):
        cell = name.lower() in ("td", "th") and not closing
        if cell:
            if not rows:
                rows.append([])
            rows[-1].append(
                (_words(words, losses), _number(said, "colspan", _MOST), _number(said, "rowspan", _MOST_ROWS))
            )
        else:
            loose.append(words)
            if name.lower() == "tr" and not closing:
                rows.append([])
    if any(line for line in md_html.words("".join(loose), []) if line) or not any(rows):
        return None
    return _of(rows)


def _of(rows: list[list[tuple[str, int, int]]]) -> HtmlTable | None:
    """The table, if no cell reaches beyond it or over another."""
    if not all(rows):
        return None
    spans = tuple(tuple((wide, high) for _, wide, high in row) for row in rows)
    if columns_of(spans) is None:
        return None
    return HtmlTable(tuple(tuple(words for words, _, _ in row) for row in rows), spans)


def _words(source: str, losses: list[str]) -> str:
    """The words of a cell, its paragraphs below each other."""
    lines = md_html.words(_BLANKS.sub(" ", source.strip()), losses)
    return "\n".join(words.strip() for line in lines for words in line)


def _number(said: str, name: str, most: int) -> int:
    value = md_html.attribute(f"<td {said}>", name)
    return min(max(int(value[:_DIGITS]), 1), most) if value.isdecimal() else 1
