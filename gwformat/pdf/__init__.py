"""Reading PDF: a file comes in, frozen values go out – sheets, words, lines, pictures and what concerns all of it."""

from gwformat.pdf.reading import demand_pypdf, read_pdf
from gwformat.pdf.values import (
    MM_PER_PT,
    Annotation,
    Archive,
    Area,
    Box,
    Face,
    Layer,
    Page,
    Paint,
    PdfFile,
    Picture,
    Space,
    Stroke,
    Words,
)

__all__ = [
    "MM_PER_PT",
    "Annotation",
    "Archive",
    "Area",
    "Box",
    "Face",
    "Layer",
    "Page",
    "Paint",
    "PdfFile",
    "Picture",
    "Space",
    "Stroke",
    "Words",
    "demand_pypdf",
    "read_pdf",
]
