"""PDFs to be printed, made with the stand-in fonts or by hand."""

from __future__ import annotations

import io
from functools import cache

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from gwformat.layout.boxes import Line, Page, Pages, Stroke
from gwformat.model import Role
from gwformat.profiles.schema import Slot
from gwformat.units import Mm, Pt
from gwformat.writers.typst import write_pdf
from tests.standin.fonts import build_all
from tests.writers.sheets import SYSTEM, glyphs, line, row_line

RED = "FF0000"


@cache
def notice(pages: int = 4) -> bytes:
    """A document with a red head, and on each page a line that says which it is."""
    return write_pdf(
        Pages(tuple(_page(number) for number in range(1, pages + 1))), SYSTEM, font_dirs=[build_all()]
    ).data


def _page(number: int) -> Page:
    lines: list[Line] = [row_line(f"第{number}页的文字", row) for row in range(8, 14)]
    strokes: tuple[Stroke, ...] = ()
    if number == 1:
        mark = glyphs("某某市人民政府文件", Mm(30), Slot.XIAOBIAOSONG, Pt(40), color=RED)
        lines.insert(0, line(mark, top=Mm(60), role=Role.ISSUER_MARK))
        strokes = (Stroke(Mm(28), Mm(100), Mm(156), Pt(1), RED), Stroke(Mm(28), Mm(240), Mm(156), Pt(1)))
    return Page(number, number, Mm(210), Mm(297), tuple(lines), strokes)


def with_content(*contents: str, resources: DictionaryObject | None = None) -> bytes:
    """A4 pages with this content, in Helvetica as /F."""
    writer = PdfWriter()
    for content in contents:
        page = writer.add_blank_page(595.28, 841.89)
        stream = DecodedStreamObject()
        stream.set_data(content.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        face = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in face.items()})
        said = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
        said.update(resources or {})
        page[NameObject("/Resources")] = said
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))
