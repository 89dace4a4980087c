"""A recognised document comes in; its paragraphs, cells and notes go out as passages, with the elements they are."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.comparing.passages import Passage, Place, compared
from gwformat.model import (
    HEAD_ROLES,
    IMPRINT_ROLES,
    OBJECT,
    Carrier,
    CarrierKind,
    Document,
    Note,
    Paragraph,
    Role,
    Run,
    carriers_in,
)

_PICTURED = frozenset((CarrierKind.IMAGE, CarrierKind.CHART, CarrierKind.SMART_ART, CarrierKind.OLE_OBJECT))
_APART = (CarrierKind.TEXT_BOX, CarrierKind.SHAPE)
_READ = (CarrierKind.SYMBOL, CarrierKind.FORMULA, CarrierKind.RUBY)  # drawn as the words they stand for
_REPEATED_ROWS = 4


def passages_of(document: Document, *, art: bool = False) -> tuple[Passage, ...]:
    """Everything the document says, notes last; headers, footers and hidden words are no part of it.

    With `art` the words of word art are: a printed page has them as outlines.
    """
    reading = _Reading(document, art)
    found = [passage for block in document.draft.blocks for passage in reading.read(block)]
    notes = [
        passage for note in reading.notes for part in note.paragraphs for passage in reading.read(part, floats=True)
    ]
    return (*found, *notes)


def repeated_heads(document: Document) -> frozenset[str]:
    """What the first rows of tables say: programs repeat them where a table goes on on another page."""
    found = set()
    for block in document.draft.blocks:
        if isinstance(block, Carrier) and block.rows:
            said = ""
            for row in block.rows[:_REPEATED_ROWS]:
                said += compared("".join(row))
                found.add(said)
    return frozenset(found - {""})


def margin_words(document: Document) -> frozenset[str]:
    """What headers and footers say."""
    stories = (story for story in document.draft.stories if story.kind in ("header", "footer"))
    return frozenset(filter(None, (compared(text) for story in stories for text in story.paragraphs)))


def pictures(document: Document) -> int:
    """How many pictures, charts and the like there are, whose content is not words."""
    return sum(carrier.kind in _PICTURED for carrier in carriers_in(document.draft.blocks))


class _Reading:
    def __init__(self, document: Document, art: bool) -> None:
        self.art = art
        self.notes: list[Note] = []
        self.roles: dict[int, list[Role]] = {}
        for block in document.blocks:
            if block.source is not None:
                for number in range(block.source.first, block.source.last + 1):
                    self.roles.setdefault(number, []).append(block.role)

    def read(
        self, block: Paragraph | Carrier, *, floats: bool = False, cell: bool = False, place: Place | None = None
    ) -> Iterator[Passage]:
        if isinstance(block, Carrier):
            if block.kind is not CarrierKind.HIDDEN_TEXT:
                inside = cell or block.kind is CarrierKind.TABLE
                for part in block.paragraphs:
                    yield from self.read(part, floats=floats or block.kind in _APART, cell=inside)
            if self.art and block.kind is CarrierKind.SHAPE and not block.paragraphs:
                yield Passage(block.text, place or Place(), "艺术字", floats=True)
            return
        number = block.source.first
        roles = self.roles.get(number, [])
        apart = bool(roles) and all(role in (*HEAD_ROLES, *IMPRINT_ROLES) for role in roles)
        text = block.label + "".join(map(self._said, block.runs))
        element = roles[0].value if roles else ""
        yield Passage(text, Place(paragraph=number), element, floats or apart, cell=cell)
        for run in block.runs:
            if run.carrier is not None and run.carrier.kind not in _READ:
                yield from self.read(run.carrier, floats=floats, cell=cell, place=Place(paragraph=number))

    def _said(self, run: Run) -> str:
        carrier = run.carrier
        if carrier is None:
            return run.text
        if carrier.note is not None:
            self.notes.append(carrier.note)
            return carrier.note.label
        if carrier.kind in _READ:
            return carrier.formula.text if carrier.formula is not None else carrier.text.replace(OBJECT, "")
        return ""
