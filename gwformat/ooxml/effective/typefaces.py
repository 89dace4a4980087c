"""A docx in; every visible character with the font that sets it out, in notes and headers too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gwformat.model import OBJECT
from gwformat.ooxml.effective.formatting import Formatting
from gwformat.ooxml.effective.parts import PartLooks
from gwformat.ooxml.effective.scripts import Slot
from gwformat.ooxml.effective.values import Font, RunLook
from gwformat.ooxml.package import Package
from gwformat.values import dataclass

_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph that one font sets; `start` is the place of the first in the paragraph's text."""

    part: str
    paragraph: int
    start: int
    text: str
    font: Font
    slot: Slot
    look: RunLook


def stretches(package: Package, formatting: Formatting) -> Iterator[Stretch]:
    """All of them, part by part; what is no character (pictures, formulas, note numbers) is passed over."""
    main = package.main_part
    notes = (name for kind in _NOTES if (name := package.related(main, kind)))
    names = (*formatting.headers, *formatting.footers, *notes)
    parts = (part for name in names if (part := formatting.part(name)) is not None)
    for part in (formatting.main, *parts):
        for number in range(1, len(part) + 1):
            yield from _paragraph(part, number)


def _paragraph(part: PartLooks, number: int) -> Iterator[Stretch]:
    position = 0
    for piece in part.pieces(number):
        look = piece.look
        for slot, group in groupby(piece.text, look.slot_of):
            text = "".join(group)
            if not look.vanish and text.strip(OBJECT):
                font: Font = getattr(look, slot.value)
                yield Stretch(part.name, number, position, text, font, slot, look)
            position += len(text)
