"""A table of a text format comes in; what a docx must hold for it, counted with no help of the writer's, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.things import Thing


def of_table(rows: Sequence[Sequence[str]], spans: Sequence[Sequence[tuple[int, int]]]) -> Thing:
    """The table as squares, each with the cell that lies on it; squares nobody lies on are empty cells."""
    lies: dict[tuple[int, int], tuple[int, int]] = {}  # square → where its cell begins
    words: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        for order, said in enumerate(row):
            wide, high = spans[at][order] if spans else (1, 1)
            column = next(free for free in range(len(lies) + 1) if (at, free) not in lies)
            words[at, column] = said
            lies |= {(at + down, column + right): (at, column) for down in range(high) for right in range(wide)}
    width = 1 + max((column for _, column in lies), default=-1)
    cells: list[list[str]] = []
    for at in range(len(rows)):
        squares = [lies.get((at, column), (at, column)) for column in range(width)]
        cells.append([words.get(cell, "") if cell[0] == at else "" for cell in dict.fromkeys(squares)])
    return Thing(
        ObjectKind.TABLE, ",".join(str(len(row)) for row in cells), "\x1f".join(said for row in cells for said in row)
    )
