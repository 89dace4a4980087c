"""Which part of a table style holds for a cell: both who read a draft and who see a finished file go by one order."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import readers
from gwformat.model import Carrier
from gwformat.ooxml.effective import formatting_of
from gwformat.units import Twips
from tests.build import make_docx, p

NAMES = {
    "firstRow": "首行", "lastRow": "末行", "firstCol": "首列", "lastCol": "末列",
    "band1Horz": "行带一", "band2Horz": "行带二", "band1Vert": "列带一", "band2Vert": "列带二",
    "nwCell": "左上", "neCell": "右上", "swCell": "左下", "seCell": "右下",
}  # fmt: skip
COLOURS = {name: f"{number:06X}" for number, name in enumerate(NAMES, 1)}
NAMED = {COLOURS[name]: NAMES[name] for name in NAMES}


def table(look: str, parts: tuple[str, ...], cell: str = "") -> bytes:
    """Four rows of four cells, in a style whose `parts` have a colour each."""
    said = "".join(
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:color w:val="{COLOURS[part]}"/></w:rPr></w:tblStylePr>'
        for part in parts
    )
    style = f'<w:style w:type="table" w:styleId="T"><w:name w:val="表"/>{said}</w:style>'
    row = "<w:tr>" + f"<w:tc><w:tcPr>{cell}</w:tcPr>{p('字')}</w:tc>" * 4 + "</w:tr>"
    properties = f'<w:tblPr><w:tblStyle w:val="T"/>{look}</w:tblPr>'
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1500"/>' * 4 + "</w:tblGrid>"
    return make_docx(f"<w:tbl>{properties}{grid}{row * 4}</w:tbl>{p('完')}", {"word/styles.xml": style})


def seen(docx: bytes, folder: Path) -> list[str]:
    """Row by row the part of the style that colours each cell, as checks see it."""
    (folder / "表.docx").write_bytes(docx)
    package = readers.read(folder / "表.docx").package
    assert package is not None
    looks = formatting_of(package)
    found = [NAMED.get(looks.runs(number)[0].color or "", "整表") for number in range(1, 17)]
    return ["　".join(found[start : start + 4]) for start in range(0, 16, 4)]


def read(docx: bytes, folder: Path) -> list[str]:
    """The same as the draft is read."""
    (folder / "表.docx").write_bytes(docx)
    carrier = readers.read(folder / "表.docx").blocks[0]
    assert isinstance(carrier, Carrier) and carrier.table is not None
    rows = [[cell.blocks[0].faces[0].color for cell in row.cells] for row in carrier.table.rows]  # type: ignore[union-attr]
    return ["　".join(NAMED.get(color or "", "整表") for color in row) for row in rows]


def test_the_margins_of_cells_are_those_of_the_style_where_the_table_says_none(tmp_path: Path) -> None:
    margins = '<w:tblPr><w:tblCellMar><w:left w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    style = f'<w:style w:type="table" w:styleId="T"><w:name w:val="表"/>{margins}</w:style>'
    row = f"<w:tr><w:tc>{p('字')}</w:tc></w:tr>"
    own = '<w:tblCellMar><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    grid = '<w:tblGrid><w:gridCol w:w="1500"/></w:tblGrid>'
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{own}</w:tblPr>{grid}{row}</w:tbl>{p("完")}'
    (tmp_path / "表.docx").write_bytes(make_docx(body, {"word/styles.xml": style}))
    carrier = readers.read(tmp_path / "表.docx").blocks[0]
    assert isinstance(carrier, Carrier) and carrier.table is not None
    (cell,) = carrier.table.rows[0].cells
    assert (cell.margins.left, cell.margins.right) == (Twips(60), Twips(40))


EVERYWHERE = '<w:tblLook w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="0"/>'
BY_BITS = '<w:tblLook w:val="01E0"/>'
SIDES = ("firstRow", "lastRow", "firstCol", "lastCol")
BANDS = ("band1Horz", "band2Horz", "band1Vert", "band2Vert")


@pytest.mark.parametrize("eyes", [seen, read])
@pytest.mark.parametrize("look", [EVERYWHERE, BY_BITS])
@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            tuple(NAMES),
            [
                "左上　首行　首行　右上",
                "首列　行带一　行带一　末列",
                "首列　行带二　行带二　末列",
                "左下　末行　末行　右下",
            ],
        ),
        (
            SIDES,
            [
                "首行　首行　首行　首行",
                "首列　整表　整表　末列",
                "首列　整表　整表　末列",
                "末行　末行　末行　末行",
            ],
        ),
        (
            BANDS,
            [
                "整表　列带一　列带二　整表",
                "行带一　行带一　行带一　行带一",
                "行带二　行带二　行带二　行带二",
                "整表　列带一　列带二　整表",
            ],
        ),
    ],
)
def test_corners_beat_outer_rows_these_outer_columns_and_bands_are_between(
    eyes, look: str, parts: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    assert eyes(table(look, parts), tmp_path) == expected


def test_where_the_table_does_not_say_its_cells_do(tmp_path: Path) -> None:
    """By the twelve digits of 17.18.14, or by attributes."""
    for said in ('<w:cnfStyle w:val="001000000000"/>', '<w:cnfStyle w:firstColumn="1"/>'):
        assert seen(table("", SIDES, said), tmp_path) == ["首列　首列　首列　首列"] * 4
