"""Lines that LibreOffice ends elsewhere come in, the rule of LibreOffice that ends them there goes out.

The rules are those of `gwformat.layout.libreoffice`: they are put to each paragraph of the docx anew. A difference they
do not foretell has the cause "?", whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gwformat.fonts.advances import Advances
from gwformat.layout.western import western_places
from gwformat.model import OBJECT
from gwformat.ooxml.effective import formatting_of
from gwformat.ooxml.package import Package
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.writers.docx.mapping.measuring import Measuring

UNKNOWN = "?"
CAUSES = {
    "slash": "LibreOffice parts after a slash",
    "dash": "LibreOffice parts —— or ……",
    "set": "a character that Word puts at no start or end of a line, and LibreOffice does",
    "hyphen": "one of them parts at a hyphen",
    "sticks": "LibreOffice does not part letters or digits from a sign before or after them",
    "width": "LibreOffice gives the last character of a stretch no tracking",
    UNKNOWN: "not foretold",
}


def plain(text: str) -> str:
    """A line without spaces and objects, which the two draw differently."""
    return "".join(text.replace(OBJECT, "").split())


def foretold(docx: Path, advances: Advances) -> frozenset[str]:
    """The lines of the main part as LibreOffice should break them."""
    package = Package.open(docx)
    looks = formatting_of(package)
    measuring = Measuring(looks, looks, advances)
    found = set()
    for number, paragraph in enumerate(package.paragraphs(package.main_part), 1):
        program = measuring.in_libreoffice(package.main_part, number, paragraph)
        if program is not None:
            program = replace(program, not_at_start=NOT_AT_START, not_at_end=NOT_AT_END)  # it has been told
            found.update(plain(program.text[one.start : one.end]) for one in program.lines(program.was))
    return frozenset(found)


def cause(theirs: Sequence[str], ours: Sequence[str], lines: frozenset[str]) -> str:
    """Why LibreOffice has `theirs` where the pages have `ours`; `lines` are those foretold of the document."""
    if not theirs or not ours or not all(line in lines for line in theirs):
        return UNKNOWN
    ends, text = theirs[0][-1:], "".join(theirs)
    begins = text[len(theirs[0]) : len(theirs[0]) + 1]
    if ends in "/\\":
        return "slash"
    if ends in "—…" and begins == ends:
        return "dash"
    if begins in NOT_AT_START or ends in NOT_AT_END:
        return "set"
    end = len(ours[0])
    if ends == "-" or ours[0][-1:] == "-":
        return "hyphen"
    return "width" if end in western_places("".join(ours)) or len(ours) == 1 else "sticks"
