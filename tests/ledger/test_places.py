"""For which parts of its style a cell counts: the ledger and the reader work it out each by itself, and agree."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gwformat import readers
from gwformat.ledger.places import conditions
from gwformat.ooxml.effective import formatting_of
from gwformat.ooxml.names import w
from gwformat.values import dataclass
from tests.build import make_docx, p

PARTS = (
    "firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band2Horz", "band1Vert", "band2Vert",
    "nwCell", "neCell", "swCell", "seCell",
)  # fmt: skip
COLOURS = {part: f"{number:06X}" for number, part in enumerate(PARTS, 1)}
SWITCHES = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
SELDOM = 60  # examples, of which each is a whole file


@dataclass(frozen=True)
class Row:
    """How many columns each cell spans, how many come before the first, and what cells say of themselves."""

    spans: tuple[int, ...]
    before: int
    chosen: str


@dataclass(frozen=True)
class Drawn:
    rows: tuple[Row, ...]
    look: str
    parts: tuple[str, ...]
    bands: tuple[int, int]

    def style(self) -> str:
        row, column = self.bands
        sizes = f'<w:tblStyleRowBandSize w:val="{row}"/><w:tblStyleColBandSize w:val="{column}"/>'
        said = "".join(
            f'<w:tblStylePr w:type="{part}"><w:rPr><w:color w:val="{COLOURS[part]}"/></w:rPr></w:tblStylePr>'
            for part in self.parts
        )
        return f'<w:style w:type="table" w:styleId="T"><w:name w:val="表"/><w:tblPr>{sizes}</w:tblPr>{said}</w:style>'

    def body(self) -> str:
        return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{self.look}</w:tblPr>{"".join(map(_row, self.rows))}</w:tbl>'


def _row(row: Row) -> str:
    before = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
    cells = "".join(
        f'<w:tc><w:tcPr>{row.chosen}<w:gridSpan w:val="{span}"/></w:tcPr>{p("字")}</w:tc>' for span in row.spans
    )
    return f"<w:tr><w:trPr>{row.chosen}{before}</w:trPr>{cells}</w:tr>"


def _in_hex(chosen: frozenset[str]) -> str:
    return f'<w:tblLook w:val="{sum(SWITCHES[name] for name in chosen):04X}"/>'


def _in_words(chosen: frozenset[str]) -> str:
    return "<w:tblLook " + " ".join(f'w:{name}="{int(name in chosen)}"' for name in SWITCHES) + "/>"


switched = st.frozensets(st.sampled_from(list(SWITCHES)))
looks = st.one_of(st.just(""), switched.map(_in_hex), switched.map(_in_words))
digits = st.text("01", min_size=12, max_size=12).map(lambda said: f'<w:cnfStyle w:val="{said}"/>')
rows = st.builds(
    Row,
    st.lists(st.integers(1, 3), min_size=1, max_size=4).map(tuple),
    st.integers(0, 2),
    st.one_of(st.just(""), digits),
)
tables = st.builds(
    Drawn,
    st.lists(rows, min_size=1, max_size=5).map(tuple),
    looks,
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=12, unique=True).map(tuple),
    st.tuples(st.integers(1, 2), st.integers(1, 2)),
)


def told(table: Drawn) -> list[str | None]:
    """Cell by cell the strongest part of the style that says something, by the ledger."""
    ns = f'xmlns:w="{w("")[1:-1]}"'
    root = etree.fromstring(table.body().replace("<w:tbl>", f"<w:tbl {ns}>", 1))
    found = (conditions(root, cell, table.bands) for cell in root.iter(w("tc")))
    return [next((part for part in reversed(parts) if part in table.parts), None) for parts in found]


def seen(table: Drawn) -> list[str | None]:
    """The same by the colour that a reader sees."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "表.docx")
        path.write_bytes(make_docx(table.body() + p("完"), {"word/styles.xml": table.style()}))
        package = readers.read(path).package
        assert package is not None
        shown = formatting_of(package)
        named = {colour: part for part, colour in COLOURS.items()}
        cells = sum(len(row.spans) for row in table.rows)
        return [named.get(shown.runs(number)[0].color or "") for number in range(1, cells + 1)]


@settings(max_examples=SELDOM, deadline=None)
@given(tables)
def test_the_ledger_and_the_reader_agree_on_the_part_of_the_style_that_counts(table: Drawn) -> None:
    assert told(table) == seen(table)


SQUARE = Drawn(tuple(Row((1, 1, 1), 0, "") for _ in range(3)), _in_words(frozenset(SWITCHES)), PARTS, (1, 1))


def test_corners_are_stronger_than_rows_and_rows_than_columns() -> None:
    assert told(SQUARE) == [
        *("nwCell", "firstRow", "neCell"),
        *("firstCol", None, "lastCol"),
        *("swCell", "lastRow", "seCell"),
    ]


def test_bands_are_counted_below_the_first_row_and_beside_the_first_column() -> None:
    banded = replace(SQUARE, look=_in_words(frozenset({"firstRow", "firstColumn"})), parts=PARTS[4:8])
    assert told(banded) == [
        *(None, "band1Vert", "band2Vert"),
        *("band1Horz", "band1Horz", "band1Horz"),
        *("band2Horz", "band2Horz", "band2Horz"),
    ]


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_said_in_hexadecimal_is_the_one_said_by_name(name: str) -> None:
    one = frozenset({name})
    assert told(replace(SQUARE, look=_in_hex(one))) == told(replace(SQUARE, look=_in_words(one)))
