"""For drafts that are no docx: a package of our own, with the draft's tables and pictures in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from gwformat.model import Carrier, CarrierKind
from gwformat.ooxml.names import CONTENT_TYPES, NS, PIC, RELATIONSHIPS, A, R, W
from gwformat.ooxml.package import Package
from gwformat.setting.carriers import picture_size
from gwformat.setting.setting import Setting
from gwformat.writers.docx.content import Piece
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import Element, el, text_leaves
from gwformat.writers.docx.parts import Parts

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SIGNATURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}


def package() -> Package:
    """The least a docx file needs."""
    return Package(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{CONTENT_TYPES}">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
                f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
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


def fill_carriers(placed: Sequence[Placed], parts: Parts, setting: Setting) -> None:
    """Put tables and pictures where their passages stand."""
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
        elif carrier.data:
            item.node.append(el("r", el("drawing", _picture(carrier, parts, setting))))


def _table(carrier: Carrier) -> Element:
    """The bare rows and cells; widths, borders and looks come with those of all other tables."""
    columns = max(len(row) for row in carrier.rows)
    table = el("tbl", el("tblPr"), el("tblGrid"))
    for row in carrier.rows:
        cells = [*row, *([""] * (columns - len(row)))]
        table.append(el("tr", el("trPr", el("cantSplit")), *map(_cell, cells)))
    return table


def _cell(text: str) -> Element:
    return el("tc", el("p", el("r", *text_leaves(text))) if text else el("p"))


def _picture(carrier: Carrier, parts: Parts, setting: Setting) -> Element:
    kind = next((name for sign, name in _SIGNATURES.items() if carrier.data.startswith(sign)), "png")
    main = parts.package.main_part
    digest = hashlib.sha256(carrier.data).hexdigest()[:16]
    name = f"word/media/{digest}.{kind}"
    parts.default_type(kind, f"image/{kind}")
    parts.add_data(name, carrier.data)
    identifier = parts.relate(main, f"gwImage{digest}", "image", name)
    width, height = picture_size(carrier.size, setting)
    number = int(digest[:7], 16)
    return etree.fromstring(
        f'<wp:inline xmlns:wp="{NS["wp"]}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图片"/><a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="图片"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    )
