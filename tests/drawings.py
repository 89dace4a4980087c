"""Sizes in mm and a relationship id in, runs of WordprocessingML with a graphic in them out."""

from __future__ import annotations

import struct
import zlib

SQUARE = '<wp:wrapSquare wrapText="bothSides"/>'
TOP_AND_BOTTOM = "<wp:wrapTopAndBottom/>"
NONE = "<wp:wrapNone/>"
PNG = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with."""
_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SHAPE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def png(width: int = 1, height: int = 1, grey: int = 0, per_metre: int = 0) -> bytes:
    """A grey rectangle; where it has a resolution, so many pixels are a metre."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * width) * height
    resolution = png_chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if per_metre else b""
    pixels = png_chunk(b"IDAT", zlib.compress(rows))
    return PNG + png_chunk(b"IHDR", head) + resolution + pixels + png_chunk(b"IEND", b"")


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """One of the parts of a PNG, with its length and its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bmp() -> bytes:
    """One black pixel as Windows writes it."""
    return struct.pack("<2sIHHIIiiHHIIiiII", b"BM", 58, 0, 0, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + bytes(4)


def inline(width: float, height: float, rid: str = "img", *, crop: str = "", turn: int = 0, number: int = 1) -> str:
    """A picture in the line of text."""
    picture = _picture(width, height, rid, crop, turn, number)
    return f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{picture}</wp:inline></w:drawing></w:r>'


def anchor(
    width: float,
    height: float,
    wrap: str,
    rid: str = "img",
    *,
    at: tuple[float, float] = (0, 0),
    frames: tuple[str, str] = ("column", "paragraph"),
    behind: bool = False,
    number: int = 1,
) -> str:
    """A picture that floats `at` a distance from the `frames`."""
    across, down = (
        f'<wp:position{axis} relativeFrom="{frame}"><wp:posOffset>{round(shift * 36_000)}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, frame, shift in zip("HV", frames, at, strict=True)
    )
    picture = _picture(width, height, rid, "", 0, number)
    extent, rest = picture.split("<wp:docPr", 1)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="9" '
        f'behindDoc="{int(behind)}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{across}{down}{extent}{wrap}<wp:docPr{rest}</wp:anchor></w:drawing></w:r>"
    )


def vml(width: float, height: float, rid: str = "img", *, style: str = "position:absolute", wrap: str = "") -> str:
    """A picture as Word 2003 wrote it."""
    word = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'
    inside = f'<w10:wrap {word} type="{wrap}"/>' if wrap else ""
    return (
        f'<w:r><w:pict><v:shape style="{style};width:{width}mm;height:{height}mm" alt="旧图">'
        f'<v:imagedata r:id="{rid}" cropleft="16384f"/>{inside}</v:shape></w:pict></w:r>'
    )


def shape(
    width: float,
    height: float,
    *paragraphs: str,
    grows: bool = False,
    turn: int = 0,
    effects: tuple[float, float, float, float] = (0, 0, 0, 0),
    number: int = 1,
) -> str:
    """A rectangle in the line, a text box if it has words; `effects` reach beyond its left, top, right, bottom."""
    size = f'cx="{round(width * 36_000)}" cy="{round(height * 36_000)}"'
    sides = " ".join(f'{side}="{round(reach * 36_000)}"' for side, reach in zip("ltrb", effects, strict=True))
    box = f"<wps:txbx>{_words_of(paragraphs)}</wps:txbx>" if paragraphs else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:effectExtent {sides}/><wp:docPr id="{number}" name="框"/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE_URI}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm rot="{turn * 60_000}">'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525">'
        f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>{box}'
        f"<wps:bodyPr>{'<a:spAutoFit/>' if grows else '<a:noAutofit/>'}</wps:bodyPr></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def vml_box(width: float, height: float, *paragraphs: str, grows: bool = False) -> str:
    """A text box in the line as Word 2003 wrote it."""
    style = "mso-fit-shape-to-text:t" if grows else ""
    return (
        f'<w:r><w:pict><v:rect style="width:{width}mm;height:{height}mm"><v:textbox style="{style}">'
        f"{_words_of(paragraphs)}</v:textbox></v:rect></w:pict></w:r>"
    )


def vml_group(width: float, height: float) -> str:
    """Two shapes drawn as one, as Word 2003 wrote them."""
    shapes = "".join(
        f'<v:rect style="position:absolute;left:{place};top:{place};width:500;height:500"/>' for place in (0, 500)
    )
    style = f"width:{width}mm;height:{height}mm"
    return f'<w:r><w:pict><v:group style="{style}" coordsize="1000,1000">{shapes}</v:group></w:pict></w:r>'


def _words_of(paragraphs: tuple[str, ...]) -> str:
    # Where nothing says them, LibreOffice takes another size than Word and a face that is taller than any of 公文.
    look = '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    words = "".join(f"<w:p><w:r>{look}<w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f"<w:txbxContent>{words}</w:txbxContent>"


def _picture(width: float, height: float, rid: str, crop: str, turn: int, number: int) -> str:
    size = f'cx="{round(width * 36_000)}" cy="{round(height * 36_000)}"'
    return (
        f'<wp:extent {size}/><wp:docPr id="{number}" name="图片 {number}" descr="示意图"/><a:graphic><a:graphicData '
        f'uri="{_URI}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm rot="{turn * 60_000}"><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )
