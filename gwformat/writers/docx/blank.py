"""For drafts that are no docx: a package of our own, with the draft's tables and pictures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.model import Carrier, CarrierKind
from gwformat.ooxml.active import DOCUMENT_TYPE
from gwformat.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from gwformat.ooxml.package import Package
from gwformat.setting.carriers import picture_size
from gwformat.setting.setting import Setting
from gwformat.table import Place, places
from gwformat.writers.docx.content import Piece
from gwformat.writers.docx.drawn import inline
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import Element, el, text_leaves
from gwformat.writers.docx.parts import Parts


def package() -> Package:
    """The least a docx file needs."""
    return Package(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{CONTENT_TYPES}">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
                f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
            ).encode(),
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body/></w:document>'.encode(),
        }
    )


def shown(piece: Piece, parts: Parts, setting: Setting) -> Piece:
    """The piece with the node that shows its inline carrier, if it is one a text draft can have."""
    carrier = piece.run.carrier
    if carrier is None:
        return piece
    if carrier.kind is CarrierKind.PAGE_BREAK:
        return replace(piece, node=el("br", type="page"))
    return replace(piece, node=el("drawing", _picture(carrier, parts, setting)))


def fill_tables(placed: Sequence[Placed]) -> None:
    """Put tables where their passages stand."""
    for item in placed:
        carrier = item.passage.blocks[0].carrier
        if carrier is None:
            continue
        if carrier.kind is CarrierKind.TABLE:
            table = _table(carrier)
            parent = item.node.getparent()
            if parent is not None:
                parent.replace(item.node, table)
            item.node = table


def _table(carrier: Carrier) -> Element:
    """The bare rows and cells; widths, borders and looks come with those of all other tables."""
    table = el("tbl", el("tblPr"), el("tblGrid"))
    for row in places(carrier):
        table.append(el("tr", el("trPr", el("cantSplit")), *map(_cell, row)))
    return table


def _cell(place: Place) -> Element:
    words = el("p", el("r", *text_leaves(place.words))) if place.words else el("p")
    shape = [el("gridSpan", val=place.span)] if place.span > 1 else []
    if place.rows != 1:
        shape.append(el("vMerge", val="restart") if place.rows else el("vMerge"))
    return el("tc", el("tcPr", *shape), words) if shape else el("tc", words)


def _picture(carrier: Carrier, parts: Parts, setting: Setting) -> Element:
    return inline(carrier.data, picture_size(carrier.size, setting), parts)
