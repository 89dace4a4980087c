"""Faults of fonts, planted in the finished PDF."""

from __future__ import annotations

import io
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf.generic import DictionaryObject, NameObject

from tests.printing.pages import PT, Sheets, of
from tests.printing.plants import plant
from tests.printing.proofs import fonts, raw

PLACE = f"BT /Planted 16 Tf {40 * PT:.2f} {60 * PT:.2f} Td"


def face(**outlined: bool) -> bytes:
    """A small TrueType font with the letters named; a letter may have no outline."""
    order = [".notdef", *outlined]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(name): name for name in outlined})
    builder.setupGlyf({name: _outline(outlined.get(name, True)) for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Times New Roman", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _outline(drawn: bool) -> Any:
    pen = TTGlyphPen(None)
    if drawn:
        pen.moveTo((50, 0))
        pen.lineTo((50, 700))
        pen.lineTo((450, 700))
        pen.lineTo((450, 0))
        pen.closePath()
    return pen.glyph()


def simple(sheets: Sheets, program: bytes | None, name: str = "TimesNewRomanPSMT") -> DictionaryObject:
    """A font for codes of one byte; not embedded if there is no program."""
    descriptor = of(
        Type="/FontDescriptor", FontName=f"/{name}", Flags=32, FontBBox=[0, -200, 1000, 800], ItalicAngle=0,
        Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    if program is not None:
        descriptor[NameObject("/FontFile2")] = sheets.stream(program, Length1=len(program))
    return of(
        Type="/Font", Subtype="/TrueType", BaseFont=f"/{name}", FirstChar=32, LastChar=126, Widths=[500] * 95,
        Encoding="/WinAnsiEncoding", FontDescriptor=sheets.writer._add_object(descriptor),
    )  # fmt: skip


def over(program: bytes | None, words: str, name: str = "TimesNewRomanPSMT", before: str = "") -> bytes:
    sheets = Sheets()
    font = simple(sheets, program, name)
    return sheets.over(2, f"q 0 0 0 rg {PLACE} {before} ({words}) Tj ET Q", Font={"Planted": font}).bytes()


plant("字体没有嵌入", "P720", fonts(r"TimesNewRomanPSMT +TrueType +WinAnsi +no "))(lambda: over(None, "AB"))
plant("西文用了代用的字体", "P721", fonts(r"DejaVuSans"))(lambda: over(face(A=True, B=True), "AB", "DejaVuSans"))
plant("字形是空的", "P724", fonts(r"TimesNewRomanPSMT +TrueType +WinAnsi +yes"))(
    lambda: over(face(A=True, B=False), "AB")
)
plant("字体里没有这个字", "P724", fonts(r"TimesNewRomanPSMT +TrueType +WinAnsi +yes"))(lambda: over(face(A=True), "AB"))
plant("有看不见的文字", "P726", raw(rb"3 Tr"))(lambda: over(face(A=True, B=True), "AB", before="3 Tr"))
plant("西文字体嵌入了", "", fonts(r"TimesNewRomanPSMT +TrueType +WinAnsi +yes"))(
    lambda: over(face(A=True, B=True), "AB")
)


@plant("嵌入的字体损坏", "P725", fonts(r"(?i)error|TimesNewRomanPSMT"))
def _() -> bytes:
    return over(face(A=True, B=True)[:120], "AB")


@plant("中文字体没有嵌入", "P720", raw(rb"/BaseFont /STSong-Light"), "P721")
def _() -> bytes:
    sheets = Sheets()
    descriptor = of(
        Type="/FontDescriptor", FontName="/STSong-Light", Flags=4, FontBBox=[0, -200, 1000, 800], ItalicAngle=0,
        Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    descendant = of(
        Type="/Font", Subtype="/CIDFontType2", BaseFont="/STSong-Light",
        CIDSystemInfo={"Registry": "Adobe", "Ordering": "GB1", "Supplement": 2},
        FontDescriptor=sheets.writer._add_object(descriptor),
    )  # fmt: skip
    font = of(
        Type="/Font", Subtype="/Type0", BaseFont="/STSong-Light", Encoding="/UniGB-UCS2-H",
        DescendantFonts=[sheets.writer._add_object(descendant)],
    )  # fmt: skip
    return sheets.over(2, f"q 0 0 0 rg {PLACE} <516C6587> Tj ET Q", Font={"Planted": font}).bytes()


@plant("有 Type 3 字体", "P722", fonts(r"Type 3"))
def _() -> bytes:
    sheets = Sheets()
    box = sheets.stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f")
    font = of(
        Type="/Font", Subtype="/Type3", FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs={"A": box}, FirstChar=65, LastChar=65, Widths=[500],
        Encoding={"Type": "/Encoding", "Differences": [65, "/A"]},
    )  # fmt: skip
    return sheets.over(2, f"q 0 0 0 rg {PLACE} (A) Tj ET Q", Font={"Planted": font}).bytes()


def font_named(sheets: Sheets, part: str) -> Any:
    """The font of the ground whose name has that part."""
    for page in sheets.writer.pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            if part in str(reference.get_object()["/BaseFont"]):
                return reference.get_object()
    raise LookupError(part)


@plant("文字不能提取", "P723", fonts(r"FZFSK\S+ +CID TrueType +Identity-H +yes yes no "))
def _() -> bytes:
    sheets = Sheets()
    del font_named(sheets, "FZFSK")["/ToUnicode"]
    return sheets.bytes()


@plant("汉字用了代用的字体", "P721", fonts(r"DroidSansFallback"))
def _() -> bytes:
    sheets = Sheets()
    font = font_named(sheets, "FZFSK")
    font[NameObject("/BaseFont")] = NameObject("/AAAAAA+DroidSansFallback")
    font["/DescendantFonts"][0].get_object()[NameObject("/BaseFont")] = NameObject("/AAAAAA+DroidSansFallback")
    return sheets.bytes()


@plant("没有一处用仿宋", "P721", fonts(r"NotoSerifCJKsc-Regular"))
def _() -> bytes:
    sheets = Sheets()
    font = font_named(sheets, "FZFSK")
    font[NameObject("/BaseFont")] = NameObject("/AAAAAA+NotoSerifCJKsc-Regular")
    font["/DescendantFonts"][0].get_object()[NameObject("/BaseFont")] = NameObject("/AAAAAA+NotoSerifCJKsc-Regular")
    return sheets.bytes()


@plant("缺字印成方框", "P724", raw(rb"<00000001> Tj"))
def _() -> bytes:
    """Glyph 0 of the font of the ground: what is drawn where a font has no glyph."""
    sheets = Sheets()
    font = font_named(sheets, "FZFSK")
    return sheets.over(2, f"q 0 0 0 rg {PLACE} <00000001> Tj ET Q", Font={"Planted": font}).bytes()
