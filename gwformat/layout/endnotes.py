"""A document comes in; its endnotes, broken into lines and with the rule above them, go out as the end of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.objects import Picture
from gwformat.layout.paragraphs import lay_note
from gwformat.layout.sheet import Sheet
from gwformat.model import Carrier, CarrierKind, Document, Run
from gwformat.setting.notes import RULE_DOWN, RULE_SHARE, RULE_WEIGHT, SEPARATOR, note_set
from gwformat.setting.setting import Setting
from gwformat.units import Emu


def lay_endnotes(document: Document, setting: Setting, sheet: Sheet, *, outline: bool) -> list[Laid]:
    """The endnotes in the order of their references, on pages of their own; nothing if there are none."""
    found: list[Laid] = []
    for carrier in _endnotes(document):
        if carrier.note is not None:
            found += lay_note(carrier.note, setting, sheet.left, sheet.text_width, outline=outline)
    return [_rule(setting, sheet), *found] if found else []


def _rule(setting: Setting, sheet: Sheet) -> Laid:
    how = replace(note_set(setting), page_break_before=True, pitch=SEPARATOR)
    width = Emu(sheet.text_width // RULE_SHARE)
    top = Emu(RULE_DOWN - RULE_WEIGHT // 2)
    picture = Picture(Carrier(CarrierKind.HORIZONTAL_RULE), sheet.left, top, width, RULE_WEIGHT)
    return Laid(how, (TextLine((), sheet.left, width, SEPARATOR, pictures=(picture,)),), None)


def _endnotes(document: Document) -> Iterator[Carrier]:
    for block in document.blocks:
        if block.carrier is not None:
            yield from _inside(block.carrier)
        yield from _among(block.runs)


def _among(runs: Iterable[Run]) -> Iterator[Carrier]:
    for run in runs:
        if run.carrier is not None:
            yield from _inside(run.carrier)


def _inside(carrier: Carrier) -> Iterator[Carrier]:
    """The carrier if it is an endnote, else those in the cells of a table and the words of a text box."""
    if carrier.kind is CarrierKind.ENDNOTE:
        yield carrier
    for paragraph in carrier.paragraphs:
        yield from _among(paragraph.runs)
