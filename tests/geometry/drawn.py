"""Text and lines at known places come in, a PDF that has them exactly there goes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.standin.fonts import build_all

_PT = 72 / 25.4
HEIGHT = 297


@dataclass
class Sheet:
    """An A4 page to draw on; places in mm from the top left."""

    font: TTFont
    content: list[str] = field(default_factory=list)

    def text(self, text: str, x: float, baseline: float, size: float, color: str = "0 0 0") -> None:
        cmap = self.font.getBestCmap()
        glyphs = "".join(f"{self.font.getGlyphID(cmap[ord(char)]):04X}" for char in text)
        place = f"{x * _PT} {(HEIGHT - baseline) * _PT}"
        self.content.append(f"BT {color} rg /F1 {size} Tf 1 0 0 1 {place} Tm <{glyphs}> Tj ET")

    def line(self, x0: float, x1: float, y: float, weight: float, color: str = "0 0 0") -> None:
        up = (HEIGHT - y) * _PT
        self.content.append(f"{color} RG {weight * _PT} w {x0 * _PT} {up} m {x1 * _PT} {up} l S")

    def bar(self, x0: float, x1: float, y: float, weight: float, color: str = "0 0 0") -> None:
        """The same line as a filled rectangle, as some programs draw borders."""
        low = (HEIGHT - y - weight / 2) * _PT
        self.content.append(f"{color} rg {x0 * _PT} {low} {(x1 - x0) * _PT} {weight * _PT} re f")


def open_font(postscript: str = "FangSong_GB2312") -> TTFont:
    """The stand-in with that PostScript name."""
    return TTFont(BytesIO((build_all() / f"{postscript}.ttf").read_bytes()))


def save(path: Path, sheets: list[Sheet]) -> Path:
    """Write the sheets as the pages of a PDF; all use the font of the first."""
    writer = PdfWriter()
    font = _embed(writer, sheets[0].font, "".join("".join(sheet.content) for sheet in sheets))
    for sheet in sheets:
        page = writer.add_blank_page(210 * _PT, HEIGHT * _PT)
        stream = DecodedStreamObject()
        stream.set_data("\n".join(sheet.content).encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = _dictionary(Font=_dictionary(F1=font))
    with path.open("wb") as file:
        writer.write(file)
    return path


def _embed(writer: PdfWriter, font: TTFont, used: str) -> IndirectObject:
    """The font as Type 0 with Identity-H: codes are glyph ids."""
    data = BytesIO()
    font.save(data)
    program, cmap = StreamObject(), DecodedStreamObject()
    program.set_data(data.getvalue())
    ids = {font.getGlyphID(name): code for code, name in font.getBestCmap().items()}
    drawn = [gid for gid in ids if f"{gid:04X}" in used]
    cmap.set_data("".join(f"1 beginbfchar\n<{gid:04X}> <{ids[gid]:04X}>\nendbfchar\n" for gid in drawn).encode())
    widths = ArrayObject()
    for gid in drawn:
        advance = font["hmtx"][font.getGlyphName(gid)][0]
        widths.extend([NumberObject(gid), ArrayObject([NumberObject(advance)])])
    name = font["name"].getDebugName(6)
    descriptor = _dictionary(
        Type=NameObject("/FontDescriptor"),
        FontName=NameObject(f"/{name}"),
        Flags=NumberObject(4),
        FontBBox=ArrayObject([FloatObject(value) for value in (0, -141, 1000, 859)]),
        ItalicAngle=NumberObject(0),
        Ascent=NumberObject(859),
        Descent=NumberObject(-141),
        CapHeight=NumberObject(700),
        StemV=NumberObject(80),
        FontFile2=writer._add_object(program),
    )
    system = _dictionary(
        Registry=TextStringObject("Adobe"), Ordering=TextStringObject("Identity"), Supplement=NumberObject(0)
    )
    descendant = _dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/CIDFontType2"),
        BaseFont=NameObject(f"/{name}"),
        CIDSystemInfo=system,
        CIDToGIDMap=NameObject("/Identity"),
        DW=NumberObject(1000),
        W=widths,
        FontDescriptor=writer._add_object(descriptor),
    )
    return writer._add_object(
        _dictionary(
            Type=NameObject("/Font"),
            Subtype=NameObject("/Type0"),
            BaseFont=NameObject(f"/{name}"),
            Encoding=NameObject("/Identity-H"),
            DescendantFonts=ArrayObject([writer._add_object(descendant)]),
            ToUnicode=writer._add_object(cmap),
        )
    )


def _dictionary(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
