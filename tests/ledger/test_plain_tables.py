"""The ledger counts the cells of a table of text by itself: what the docx must hold for it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import gwformat.ledger
from gwformat.ledger.plain_tables import of_table

ONE = (1, 1)


@pytest.mark.parametrize(
    ("rows", "spans", "shape", "words"),
    [
        ((("甲", "乙"), ("丙", "丁")), (), "2,2", "甲 乙 丙 丁"),
        ((("甲", "乙"), ("丙",)), (), "2,2", "甲 乙 丙 "),  # a short row is filled up
        ((("甲",), ("乙", "丙")), (((2, 1),), (ONE, ONE)), "1,2", "甲 乙 丙"),
        ((("甲", "乙"), ("丙",)), (((1, 2), ONE), (ONE,)), "2,2", "甲 乙  丙"),  # 甲 goes on beside 丙
        ((("甲", "乙"), ("丙",)), ((ONE, (2, 2)), (ONE,)), "2,2", "甲 乙 丙 "),
        ((), (), "", ""),
    ],
)
def test_every_square_of_a_table_is_a_cell_or_belongs_to_one(rows, spans, shape: str, words: str) -> None:
    table = of_table(rows, spans)
    assert (table.key, table.words.replace("\x1f", " ")) == (shape, words)


def test_the_ledger_does_not_ask_the_writer_where_cells_are() -> None:
    for module in Path(gwformat.ledger.__file__).parent.glob("*.py"):
        nodes = [node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        assert not any(node.module == "gwformat.table" for node in nodes), module.name
