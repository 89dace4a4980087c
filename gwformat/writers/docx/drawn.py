"""The bytes of a picture come in; its part in the package and the drawing that shows it go out."""

from __future__ import annotations

import hashlib

from lxml import etree

from gwformat.layout.boxes import SealBox
from gwformat.ooxml.names import NS, PIC, A, R
from gwformat.units import Emu
from gwformat.writers.docx.oxml import Element
from gwformat.writers.docx.parts import Parts

_SIGNATURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
_NAMESPACES = f'xmlns:wp="{NS["wp"]}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}"'
_NO_DISTANCE = 'distT="0" distB="0" distL="0" distR="0"'


def inline(data: bytes, size: tuple[Emu, Emu], parts: Parts) -> Element:
    """A picture in the line of text."""
    identifier, number = _kept(data, parts)
    return etree.fromstring(
        f"<wp:inline {_NAMESPACES} {_NO_DISTANCE}>{_extent(size)}"
        f'<wp:docPr id="{number}" name="图片"/>{_graphic(identifier, number, "图片", size)}</wp:inline>'
    )


def behind(data: bytes, box: SealBox, name: str, parts: Parts) -> Element:
    """A picture behind the words, at a place of the sheet across and of its paragraph down."""
    identifier, number = _kept(data, parts)
    number = (number + box.organ) % 0x7FFFFFFF  # one picture may serve for several organs
    size = (box.width, box.height)
    shown = _quoted(name)
    return etree.fromstring(
        f'<wp:anchor {_NAMESPACES} {_NO_DISTANCE} simplePos="0" relativeHeight="{box.organ + 1}" behindDoc="1" '
        'locked="0" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{box.x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{box.down}</wp:posOffset></wp:positionV>'
        f'{_extent(size)}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name={shown} descr={shown}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f"{_graphic(identifier, number, name, size)}</wp:anchor>"
    )


def _kept(data: bytes, parts: Parts) -> tuple[str, int]:
    """The relationship to the part that holds these very bytes, and a number for what shows them."""
    kind = next((name for sign, name in _SIGNATURES.items() if data.startswith(sign)), "png")
    digest = hashlib.sha256(data).hexdigest()[:16]
    name = f"word/media/{digest}.{kind}"
    parts.default_type(kind, f"image/{kind}")
    parts.add_data(name, data)
    return parts.relate(parts.package.main_part, f"gwImage{digest}", "image", name), int(digest[:7], 16)


def _extent(size: tuple[Emu, Emu]) -> str:
    return f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'


def _graphic(identifier: str, number: int, name: str, size: tuple[Emu, Emu]) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name={_quoted(name)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def _quoted(text: str) -> str:
    """An attribute value in quotes; what quotes it loads an HTTP client, so only a document with pictures does."""
    from xml.sax.saxutils import quoteattr

    return quoteattr(text)
