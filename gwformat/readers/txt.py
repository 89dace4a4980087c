"""A plain text file comes in, a draft with one paragraph a line comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gwformat.model import OBJECT, Carrier, CarrierKind, Draft, Paragraph, Run, Source
from gwformat.readers.encoding import read_text
from gwformat.readers.ruled import Drawn, drawn_tables
from gwformat.readers.tabbed import tables


def read_txt(path: Path) -> Draft:
    """The draft in a text file: every line is a paragraph, a form feed a page break; lines of cells are a table."""
    text = read_text(path)
    drawn = tuple(drawn_tables(text.lines))
    blocks = tuple(_blocks(path, text.lines, drawn))
    counts = Counter(block.kind for block in blocks if isinstance(block, Carrier))
    counts.update(
        run.carrier.kind
        for block in blocks
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.carrier is not None
    )
    return Draft(
        path,
        "txt",
        blocks,
        carriers=tuple(sorted(counts.items())),
        losses=text.losses,
        notices=(*text.notices, *map(_said, drawn)),
    )


def _said(drawn: Drawn) -> str:
    """What the user is told of a table that is drawn with characters."""
    place = f"第 {drawn.first + 1}～{drawn.end} 行"
    if drawn.rows:
        return f"{place}是用线条画的表格，读作表格，画线的字符不再保留"
    return f"{place}像是用线条画的表格，但各行的格数不同，读不成表格，各行仍作正文，请改成表格"


def _blocks(path: Path, lines: Sequence[str], drawn: Sequence[Drawn]) -> Iterator[Paragraph | Carrier]:
    done = 0
    known = [one for one in drawn if one.rows]
    covered = {number for one in known for number in range(one.first, one.end)}
    plain = [one for one in tables(lines) if one[0] not in covered]
    for first, end, rows in sorted([*known, *plain]):
        for number in range(done, first):
            yield from _paragraphs(path, number + 1, lines[number])
        text = "\n".join("\t".join(row) for row in rows)
        yield Carrier(CarrierKind.TABLE, text, Source(path.name, first + 1, end), rows=rows)
        done = end
    for number in range(done, len(lines)):
        yield from _paragraphs(path, number + 1, lines[number])


def _paragraphs(path: Path, number: int, line: str) -> Iterator[Paragraph]:
    """The paragraph of a line; what follows a form feed is one of its own that begins with a page break."""
    source = Source(path.name, number, number)
    for position, piece in enumerate(line.split("\f")):
        runs = []
        if position:
            runs.append(Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=number, atom=2 * position - 1))
        if piece:
            # Word's manual line break arrives as a vertical tab when text is pasted.
            runs.append(Run(piece.replace("\v", "\n"), paragraph=number, atom=2 * position))
        if runs or "\f" not in line:
            yield Paragraph(tuple(runs), source)
