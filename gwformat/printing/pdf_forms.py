"""A page of a PDF comes in, a form that draws what would be printed of it goes out, upright and with its corner at 0.

What is only for the screen – links, notes, bookmarks, tags – stays behind; seals and stamps that are annotations with
an appearance of their own are printed and become part of the form.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    RectangleObject,
    StreamObject,
)

from gwformat.errors import InputUnreadable
from gwformat.finished.matrices import Matrix
from gwformat.pdf.damage import DAMAGE
from gwformat.printing.sheets import Size
from gwformat.units import Pt
from gwformat.values import dataclass

_HIDDEN, _PRINTED = 1 << 1, 1 << 2  # annotation flags
_OF_THE_FILE = ("/OCProperties", "/OutputIntents")  # which layers show, and what colours mean


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be printed; `content` and the `forms` it draws take the place of its own content where only part is.

    `stamps`: annotations that are printed belong to it.
    """

    page: PageObject
    content: bytes | None = None
    forms: Mapping[str, StreamObject] = field(default_factory=lambda: MappingProxyType({}))
    stamps: bool = True


@dataclass(frozen=True, slots=True)
class PageForm:
    """A form in the file that is being written, and its size in points."""

    reference: IndirectObject
    width: float
    height: float


def open_pdf(data: bytes, name: str) -> PdfReader:
    """The PDF; `InputUnreadable` if it is none, is damaged, empty, needs a password, or has a page of no size."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        count = len(reader.pages)
    except DAMAGE as error:
        raise InputUnreadable(f"“{name}”不是能读的 PDF", "请确认文件完整；有密码的，先去掉密码。") from error
    if not count:
        raise InputUnreadable(f"“{name}”一页也没有", "请确认文件完整。")
    with reading(name):
        for page in reader.pages:
            size_of(page)
    return reader


def size_of(page: PageObject) -> Size:
    """What a reader sees of the page: its crop box, turned as it says."""
    width, height = _visible(page)
    return Size(Pt(width), Pt(height))


def _visible(page: PageObject) -> tuple[float, float]:
    unit = float(page.user_unit)
    width, height = float(page.cropbox.width) * unit, float(page.cropbox.height) * unit
    return (height, width) if page.rotation % 180 else (width, height)


@contextlib.contextmanager
def reading(name: str) -> Iterator[None]:
    """What pypdf raises of content that is damaged becomes `InputUnreadable`."""
    try:
        yield
    except DAMAGE as error:
        advice = "请用生成它的软件重新导出 PDF。"
        raise InputUnreadable(f"“{name}”有的页面读不下去", advice) from error


def leaves_of(reader: PdfReader) -> tuple[Leaf, ...]:
    """All pages of a PDF, whole."""
    return tuple(Leaf(page) for page in reader.pages)


def writer_for(leaves: Sequence[Leaf]) -> PdfWriter:
    """An empty file that knows of the layers and colours of the file of the leaves."""
    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    writer.metadata = {"/Producer": "gwformat"}
    source: Any = leaves[0].page.pdf if leaves else None
    root = source.root_object if source is not None else DictionaryObject()
    for key in _OF_THE_FILE:
        if key in root:
            writer.root_object[NameObject(key)] = root.raw_get(key).clone(writer)
    return writer


def form_of(leaf: Leaf, writer: PdfWriter) -> PageForm:
    """The form of a page, its resources shared with the other pages of its file."""
    page, drawing = leaf.page, leaf.content
    if drawing is None:
        content = page.get_contents()
        drawing = b"" if content is None else content.get_data()
    resources = _resources(page, writer)
    stamps = _annotations(page, writer) if leaf.stamps else ()
    parts = [b"q\n", drawing, b"\nQ\n"]
    if stamps or leaf.forms:
        resources = DictionaryObject(resources)
        shown = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
        resources[NameObject("/XObject")] = shown
        for name, form in leaf.forms.items():
            shown[NameObject(name)] = writer._add_object(form.clone(writer))
        for number, (reference, matrix) in enumerate(stamps):
            shown[NameObject(f"/GwStamp{number}")] = reference
            parts.append(b"q " + operands(matrix) + b" cm /GwStamp%d Do Q\n" % number)
    stream = StreamObject()
    stream.set_data(b"".join(parts))
    form = stream.flate_encode()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject([float(edge) for edge in page.cropbox])
    form[NameObject("/Matrix")] = ArrayObject(map(FloatObject, upright(page)))
    form[NameObject("/Resources")] = resources
    if "/Group" in page:
        form[NameObject("/Group")] = page.raw_get("/Group").clone(writer)
    return PageForm(writer._add_object(form), *_visible(page))


def _resources(page: PageObject, writer: PdfWriter) -> DictionaryObject:
    resources = page.get("/Resources")
    if resources is None:
        return DictionaryObject()
    copied = resources.get_object().clone(writer).get_object()
    assert isinstance(copied, DictionaryObject)
    return copied


def upright(page: PageObject) -> Matrix:
    """From the page's own coordinates to points from the lower left corner of what the reader sees."""
    box, unit = page.cropbox, float(page.user_unit)
    left, bottom, right, top = (float(edge) * unit for edge in (box.left, box.bottom, box.right, box.top))
    turned: dict[int, Matrix] = {
        0: (unit, 0, 0, unit, -left, -bottom),
        90: (0, -unit, unit, 0, -bottom, right),
        180: (-unit, 0, 0, -unit, right, top),
        270: (0, unit, -unit, 0, top, -left),
    }
    return turned[page.rotation % 360]


def _annotations(page: PageObject, writer: PdfWriter) -> Sequence[tuple[PdfObject, Matrix]]:
    """The appearances of annotations that are printed, each with the matrix that puts it into its place."""
    found: list[tuple[PdfObject, Matrix]] = []
    entries: Any = page.get("/Annots", ArrayObject())
    for entry in entries.get_object() or ():
        annotation: Any = entry.get_object()
        if not isinstance(annotation, DictionaryObject):
            continue
        flags = int(annotation.get("/F", 0))
        appearance = _appearance(annotation)
        if appearance is not None and flags & _PRINTED and not flags & _HIDDEN and "/Rect" in annotation:
            rect: Any = annotation["/Rect"]
            matrix = _fitted(appearance, [float(edge) for edge in rect])
            if matrix is not None:
                found.append((appearance.clone(writer).indirect_reference or appearance, matrix))
    return found


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    appearances = annotation.get("/AP", DictionaryObject()).get_object()
    normal = appearances.get("/N", None) if isinstance(appearances, DictionaryObject) else None
    normal = normal.get_object() if normal is not None else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        state = normal.get(annotation.get("/AS", "/Off"), None)
        normal = state.get_object() if state is not None else None
    return normal if isinstance(normal, StreamObject) and "/BBox" in normal else None


def _fitted(form: Any, rect: list[float]) -> Matrix | None:
    """ISO 32000-1 12.5.5, algorithm 8.1: the form's box, as its own matrix has it, is fitted to the rectangle."""
    box = [float(edge) for edge in form["/BBox"].get_object()]
    a, b, c, d, e, f = (
        float(value) for value in form.get("/Matrix", ArrayObject(map(FloatObject, (1, 0, 0, 1, 0, 0))))
    )
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    if not (width and height):
        return None
    x, y = min(rect[::2]), min(rect[1::2])
    across, down = abs(rect[2] - rect[0]) / width, abs(rect[3] - rect[1]) / height
    return (across, 0, 0, down, x - left * across, y - bottom * down)


def operands(values: Sequence[float]) -> bytes:
    """Numbers as a content stream has them."""
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in values).encode()
