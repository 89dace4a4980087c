"""Tables of one cell come in; which only wrap the text, as the net and office systems put it there, goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.model import Carrier, CarrierKind, Draft, Paragraph
from gwformat.recognise import patterns
from gwformat.recognise.genre import genre_of
from gwformat.recognise.patterns import key
from gwformat.recognise.pieces import Piece
from gwformat.table import NO_EDGES, CellText

_LONG = 80
_IN_A_CELL = "整份公文排在只有一格的表格里，其中的要素没有识别，原样保留；请先把文字移出表格，再排版"


def is_single(carrier: Carrier) -> bool:
    """Whether it is a table of one cell."""
    return carrier.kind is CarrierKind.TABLE and [len(row) for row in carrier.rows] == [1]


def is_wrapping(carrier: Carrier, draft: Draft) -> bool:
    """Whether a table of one cell is no frame that says something: nobody sees it, or the whole document is in it.

    What has tables or boxes in it stays as it is.
    """
    if not is_single(carrier) or carrier.table is None or carrier not in draft.blocks or draft.marks:
        return False
    cells = list(carrier.table.cells())
    if len(cells) != 1 or not all(isinstance(block, CellText) for block in cells[0].blocks):
        return False
    if any(run.carrier is not None and run.carrier.paragraphs for one in carrier.paragraphs for run in one.runs):
        return False
    unseen = cells[0].edges == NO_EDGES and cells[0].shading is None
    lines = list(_lines(carrier.paragraphs))
    if unseen and len(lines) > 1 and any(line.endswith("。") for line in lines):
        return True
    return _is_document(lines) and not any(_reads(block) for block in draft.blocks if block is not carrier)


def in_a_cell(pieces: Sequence[Piece]) -> Iterator[str]:
    """What the user is told of tables of one cell that hold a whole document and were left as they are."""
    for carrier in (piece.carrier for piece in pieces if piece.carrier is not None):
        if is_single(carrier) and _is_document(list(_lines(carrier.paragraphs))):
            yield _IN_A_CELL


def _is_document(lines: Sequence[str]) -> bool:
    """Whether lines are a document: a title and a date are among them."""
    titled = any("关于" in line and len(line) <= _LONG and genre_of(line) is not None for line in lines)
    return titled and any(map(patterns.DATE_ONLY.fullmatch, lines))


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    return (line for one in paragraphs for part in one.text.split("\n") if (line := key(part)))


def _reads(block: Paragraph | Carrier) -> bool:
    """Whether something is text, rather than head, imprint or an empty line."""
    if isinstance(block, Carrier):
        return True
    lines = [line for line in _lines([block]) if not patterns.COPY_TO.fullmatch(line)]
    return any(line.endswith(("。", "：", "；")) or "，" in line for line in lines)
