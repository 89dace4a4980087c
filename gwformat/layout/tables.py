"""A block carrier comes in; the lines it takes go out: the rows of a table, a picture, or an empty line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.layout.boxes import Span
from gwformat.layout.paragraphs import Laid, TextLine, height_of, lay
from gwformat.layout.sheet import Sheet
from gwformat.model import Block, Carrier, CarrierKind, Role, Run
from gwformat.setting.carriers import column_width
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips

_CELL_MARGIN = Twips(108)  # left and right, where nothing else is said
_BORDER = Twips(10)


def lay_carrier(passage: Passage, direct: Direct, setting: Setting, sheet: Sheet) -> Laid:
    """The lines of a carrier; certain only where it comes from a draft without a layout of its own."""
    block = passage.blocks[0]
    carrier = block.carrier
    assert carrier is not None
    if carrier.kind is CarrierKind.TABLE and carrier.rows:
        return _table(carrier, passage, setting, sheet)
    run = Run("\ufffc", carrier=carrier)
    inner = Passage((Block(block.role, (run,), source=block.source),), passage.first)
    how = set_of(block.role, setting, direct)
    return lay(inner, how, setting, sheet.left, sheet.text_width)


def _table(carrier: Carrier, passage: Passage, setting: Setting, sheet: Sheet) -> Laid:
    """Equal columns over the type area: so a draft in plain text is written; of others no more is known."""
    how = set_of(Role.OTHER, setting)
    count = max(len(row) for row in carrier.rows)
    width = column_width(count, setting)
    left = Emu(sheet.left + (sheet.text_width - width * count) // 2)
    edges = [Emu(left + width * number) for number in range(count + 1)]
    rows = tuple(_row(texts, edges, passage, setting) for texts in carrier.rows)
    header = rows[0] if len(rows) > 1 else None
    return Laid(how, rows, passage.blocks[0].source, carrier.source is None or not carrier.paragraphs, header)


def _row(texts: Sequence[str], edges: Sequence[Emu], passage: Passage, setting: Setting) -> TextLine:
    cells = [list(_cell(text, *pair, passage, setting)) for text, pair in zip(texts, pairwise(edges), strict=False)]
    height = max((height_of(lines) for lines in cells), default=Emu(0))
    placed = []
    for lines in cells:
        down = (height - height_of(lines)) // 2
        for line in lines:
            placed.append((Emu(down), line))
            down += line.height
    width = Emu(edges[-1] - edges[0])
    return TextLine((), edges[0], width, Emu(height + _BORDER), cells=tuple(placed), columns=tuple(edges))


def _cell(text: str, left: Emu, right: Emu, passage: Passage, setting: Setting) -> Iterator[TextLine]:
    words = Passage((Block(Role.OTHER, (Run(text),)),))
    width = Emu(right - left - 2 * _CELL_MARGIN)
    for line in lay(words, set_of(Role.OTHER, setting), setting, Emu(left + _CELL_MARGIN), width).lines:
        spans = (Span(passage.first, 0, 0),)
        yield TextLine(line.glyphs, line.x, line.width, line.height, spans)
