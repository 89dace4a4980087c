"""Small drafts for the tests: lines of text come in, a `Draft` as a reader would make it goes out."""

from __future__ import annotations

import re
from pathlib import Path

from gwformat.model import (
    OBJECT,
    PLAIN,
    Block,
    Carrier,
    CarrierKind,
    Document,
    Draft,
    Look,
    Paragraph,
    Role,
    Run,
    Source,
)
from gwformat.recognise import Overrides, recognise

PART = "word/document.xml"
Line = str | Paragraph | Carrier


def paragraph(
    text: str, number: int = 0, look: Look = PLAIN, label: str = "", boxes: tuple[Carrier, ...] = ()
) -> Paragraph:
    """A paragraph with one run per stretch of text, manual line break or box."""
    leaves = [Run(bit, paragraph=number, atom=atom) for atom, bit in enumerate(re.findall(r"\n|[^\n]+", text))]
    leaves += [Run(OBJECT, carrier=box, paragraph=number, atom=len(leaves) + order) for order, box in enumerate(boxes)]
    return Paragraph(tuple(leaves), Source(PART, number, number), look, label)


def table(*rows: tuple[str, ...], kind: CarrierKind = CarrierKind.TABLE) -> Carrier:
    """A table with one paragraph a cell."""
    cells = tuple(paragraph(cell, 1000 + order) for order, cell in enumerate(cell for row in rows for cell in row))
    return Carrier(kind, "\n".join(cell for row in rows for cell in row), paragraphs=cells, rows=rows)


def draft(*lines: Line) -> Draft:
    """A draft of these lines; strings become paragraphs numbered from 1."""
    blocks = tuple(paragraph(line, order) if isinstance(line, str) else line for order, line in enumerate(lines, 1))
    return Draft(Path("草稿.docx"), "docx", blocks)


def recognised(*lines: Line, given: Overrides | None = None) -> Document:
    """What recognition makes of the lines."""
    return recognise(draft(*lines), given or Overrides())


def words(block: Block) -> str:
    """The words of a block as a reader of the test wants to see them."""
    return block.carrier.kind.value if block.carrier else block.text.strip().replace("\n", "／")


def elements(*lines: Line, given: Overrides | None = None) -> list[tuple[Role, str]]:
    """The recognised elements that have words, in target order."""
    blocks = recognised(*lines, given=given).blocks
    return [(block.role, words(block)) for block in blocks if block.carrier or block.text.strip()]


def of(role: Role, *lines: Line) -> list[str]:
    """The words of all elements of `role`."""
    return [text for found, text in elements(*lines) if found is role]
