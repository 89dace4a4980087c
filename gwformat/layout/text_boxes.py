"""A text box at its place comes in; a row of one cell with its words, framed like the box, goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.layout.boxes import Placed
from gwformat.layout.laid import TextLine
from gwformat.layout.paragraphs import lay
from gwformat.layout.rows import CellBox, Item, RowBox
from gwformat.model import Block, CarrierKind, Role, Run, TextBody
from gwformat.setting.cell_text import set_text
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.table import Edges
from gwformat.units import Emu

_ZERO = Emu(0)


def row_of(placed: Placed, setting: Setting) -> TextLine | None:
    """The box with its words; None for what is no box, or one that does not hold mere words in level lines."""
    body = placed.carrier.body
    if placed.carrier.kind is not CarrierKind.TEXT_BOX or body is None or not body.certain or not body.texts:
        return None
    margins = body.margins
    items = tuple(_items(body, Emu(placed.x + margins.left), placed.width - margins.left - margins.right, setting))
    high = margins.top + margins.bottom + sum(item.line.height + item.gap for item in items)
    height = Emu(max(placed.height, high))  # the words are shown though the box would hide some of them
    shift = Emu(round((height - high) * body.lowered))
    edges = Edges(body.frame, body.frame, body.frame, body.frame)
    cell = CellBox(placed.x, placed.width, items, margins.top, margins.bottom, shift, edges, body.shading)
    return TextLine((), placed.x, placed.width, height, row=RowBox((cell,), _ZERO))


def _items(body: TextBody, left: Emu, width: int, setting: Setting) -> Iterator[Item]:
    """The lines of its paragraphs, each with the gap below it; the words keep the sizes they have in the draft."""
    for number, text in enumerate(body.texts):
        room = Emu(max(width, text.mark.size))
        said = set_text(text, text.before, text.after, room, setting)
        label = [(Run(text.paragraph.label), said.mark)] if text.paragraph.label else []
        runs = [*label, *((run, face) for run, face in zip(text.paragraph.runs, said.faces, strict=True) if run.text)]
        words = Passage((Block(Role.OTHER, tuple(run for run, _ in runs)),))
        faces = [face for _, face in runs]
        *lines, last = lay(words, said.set, setting, left, room, faces=faces, spans=()).lines
        yield from map(Item, lines)
        below = body.texts[number + 1].before if number + 1 < len(body.texts) else _ZERO
        yield Item(last, Emu(said.set.after + below))
