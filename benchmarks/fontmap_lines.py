"""Two PDFs of a document, before and after its fonts were mapped, come in; which lines moved unsaid goes out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pypdf import PdfReader

from benchmarks.drawn_lines import drawn_lines
from benchmarks.pdf_content import read_page
from gwformat.api import MapResult
from gwformat.model import OBJECT
from gwformat.ooxml.inline import atoms

Row = tuple[str, ...]
_SPACE = re.compile(r"\s+")
_SOME = 6  # characters that tell whose line it is
_FEW = 3  # the same beside an object, which shows words of its own
# Scripts of which a PDF may name other characters than it shows: from right to left, and Hangul, which no stand-in has
# and LibreOffice draws now in another font, now as the sign for what is missing.
_OTHERWISE = (re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"), re.compile("[\uac00-\ud7a3]"))
_NUMBER = re.compile(r"[—–-]?\d+[—–-]?")  # of a page: there are as many as pages


@dataclass(frozen=True, slots=True)
class Lines:
    """One document set by LibreOffice before and after."""

    path: Path
    result: MapResult
    pages: tuple[int, int]
    lines: int
    unlisted: tuple[str, ...]
    moved: int
    uncertain: int  # of those moved, in paragraphs said to be uncertain
    page_ends: bool

    @property
    def warned(self) -> bool:
        """Whether the user is told that pages may end elsewhere."""
        kept = self.result.mapped.kept
        return kept is not None and bool(kept.moved or kept.uncertain or kept.free_heights)


def compared(path: Path, result: MapResult, before: Path, after: Path) -> Lines:
    """What LibreOffice shows before beside what it shows after.

    Where a line ends elsewhere, some line of one version stands on no line of the other. In which order they are drawn,
    before a header or after it, and what stands in the next cell does not matter.
    """
    was, now = _pages(before), _pages(after)
    old, new = ([row for page in pages for row in page] for pages in (was, now))
    every = ["\n".join("".join(row) for row in rows) for rows in (old, new)]
    told = _Told(result)
    unlisted = []
    moved = doubted = 0
    for kind, i, j, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, came = _torn(old[i:j], every[1]), _torn(new[first:last], every[0])
        moved += max(len(gone), bool(came))
        left = [line for line in (*gone, *came) if not told.lists(line)]
        sure = [line for line in left if not told.doubts(line)]
        doubted += len(left) - len(sure)
        if sure:
            both = (" | ".join("".join(row) for row in rows[:3]) for rows in (old[i:j], new[first:last]))
            unlisted.append("{}\n      before {}\n      after  {}".format(sure[0], *both))
    same = [len(page) for page in was] == [len(page) for page in now]
    return Lines(path, result, (len(was), len(now)), len(old), tuple(unlisted), moved, doubted, same)


def _torn(rows: Sequence[Row], every: str) -> list[str]:
    """The lines that are on no line of the other version, all of whose words are in `every`."""
    return [line for row in rows for line in row if line not in every]


class _Told:
    """What the user is told of lines: which moved, and in which paragraphs some may have."""

    def __init__(self, result: MapResult) -> None:
        kept = result.mapped.kept
        self._moved = {
            _plain(line)
            for moved in (kept.moved if kept else ())
            if "LibreOffice" in moved.programs
            for line in (*moved.before, *moved.after)
        }
        self._uncertain: list[str] = []
        for part, group in groupby(kept.uncertain if kept else (), lambda one: one.part):
            whole = result.mapped.package.paragraphs(part)
            texts = ("".join(atom.text for atom in atoms(whole[one.paragraph - 1])) for one in group)
            self._uncertain += map(_plain, texts)

    def lists(self, line: str) -> bool:
        """Whether it is a line on the list, or that with its label or the words of the next cell."""
        return any(line in known or (len(known) >= _SOME and known in line) for known in self._moved)

    def doubts(self, line: str) -> bool:
        """Whether it is of a paragraph whose lines are not certain.

        Of words that a PDF may name otherwise any paragraph in their script will do.
        """
        for script in _OTHERWISE:
            if script.search(line):
                return any(map(script.search, self._uncertain))
        return any(_is_of(line, words) for words in self._uncertain)


def _is_of(line: str, words: str) -> bool:
    """Whether a line is one of a paragraph: half of it stands there in one piece, beside an object some words do.

    The rest may be a label, the words of the next cell, or characters of no font, of which a PDF may name others.
    """
    piece = _FEW if OBJECT in words else max(_SOME, (len(line) + 1) // 2)
    return line in words or any(line[at : at + piece] in words for at in range(len(line) - piece + 1))


def _pages(pdf: Path) -> list[list[Row]]:
    """The rows of each page without its number, each the words of the cells it goes through."""
    drawn = (read_page(page) for page in PdfReader(pdf).pages)
    pages = ([tuple(map(_plain, row)) for row in drawn_lines(glyphs, strokes)] for glyphs, strokes in drawn)
    return [[row for row in page if any(row) and not _NUMBER.fullmatch("".join(row))] for page in pages]


def _plain(text: str) -> str:
    return _SPACE.sub("", text)
