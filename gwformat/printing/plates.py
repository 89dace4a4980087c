"""The pages of a PDF and the sides they go on come in; a PDF of those sides goes out, fonts and pictures kept once."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from gwformat.finished.matrices import Matrix
from gwformat.printing.pdf_forms import Leaf, PageForm, form_of, operands, writer_for
from gwformat.printing.sheets import Placement, Ring, Rule, Side
from gwformat.units import Emu
from gwformat.values import dataclass

_HAIRLINE = 0.25  # points
_ROUND = 0.5523  # of the radius: the handles of a quarter circle
_ALL_INKS = "/GwAll"  # marks are printed by every ink
STAMP_FONT = "/GwNo"


@dataclass(frozen=True, slots=True)
class Plate:
    """A PDF with one page per side, and where source page 0 lies on each side that shows it."""

    data: bytes
    first_page: Mapping[int, Matrix]


def plates(leaves: Sequence[Leaf], sides: Sequence[Side], stamp_font: PdfObject | None = None) -> Plate:
    """The PDF of `sides`, on which `leaves` are placed; `stamp_font` is at hand where the first of them lies."""
    writer = writer_for(leaves)
    numbers = sorted({placement.page for side in sides for placement in side.placements})
    forms = {number: form_of(leaves[number], writer) for number in numbers}
    font = None if stamp_font is None else stamp_font.clone(writer).indirect_reference
    inks = writer._add_object(_separation_all())
    first: dict[int, Matrix] = {}
    for number, side in enumerate(sides):
        page = writer.add_blank_page(side.size.width.pt, side.size.height.pt)
        matrices = [matrix_of(placement, forms[placement.page], side.size.height) for placement in side.placements]
        first.update((number, m) for m, one in zip(matrices, side.placements, strict=True) if one.page == 0)
        _fill(page, writer, side, forms, matrices, inks, font if number in first else None)
    buffer = io.BytesIO()
    writer.write(buffer)
    return Plate(buffer.getvalue(), first)


def matrix_of(placement: Placement, form: PageForm, height: Emu) -> Matrix:
    """Where the form goes: in the middle of its room, a wide page in a narrow room with its head to the left (8)."""
    room = placement.room
    turn = placement.turn
    if (form.width > form.height) != (room.width > room.height):
        turn = (turn + 90) % 360
    width, height_ = (form.height, form.width) if turn % 180 else (form.width, form.height)
    x = placement.x.pt + (room.width.pt - width) / 2
    y = height.pt - placement.y.pt - room.height.pt + (room.height.pt - height_) / 2
    turned: dict[int, Matrix] = {
        0: (1, 0, 0, 1, x, y),
        90: (0, 1, -1, 0, x + width, y),
        180: (-1, 0, 0, -1, x + width, y + height_),
        270: (0, -1, 1, 0, x, y + height_),
    }
    return turned[turn]


def _fill(
    page: PageObject,
    writer: PdfWriter,
    side: Side,
    forms: Mapping[int, PageForm],
    matrices: Sequence[Matrix],
    inks: IndirectObject,
    font: IndirectObject | None,
) -> None:
    """Draw the forms and the marks; content and resources are objects of their own, which copies refer to."""
    parts = [
        b"q " + operands(matrix) + b" cm /P%d Do Q\n" % (placement.page + 1)
        for placement, matrix in zip(side.placements, matrices, strict=True)
    ]
    if side.marks:
        parts.append(f"q {_ALL_INKS} CS 1 SCN {_HAIRLINE} w\n".encode())
        parts += [_drawn(mark, side.size.height) for mark in side.marks]
        parts.append(b"Q\n")
    stream = StreamObject()
    stream.set_data(b"".join(parts))
    page[NameObject("/Contents")] = writer._add_object(stream)
    shown = {NameObject(f"/P{one.page + 1}"): forms[one.page].reference for one in side.placements}
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject(shown)})
    if side.marks:
        resources[NameObject("/ColorSpace")] = DictionaryObject({NameObject(_ALL_INKS): inks})
    if font is not None:
        resources[NameObject("/Font")] = DictionaryObject({NameObject(STAMP_FONT): font})
    page[NameObject("/Resources")] = writer._add_object(resources)
    left, top = (edge.pt for edge in side.trim)
    if left or top:
        width, height = side.size.width.pt, side.size.height.pt
        page[NameObject("/TrimBox")] = ArrayObject(map(FloatObject, (left, top, width - left, height - top)))


def _drawn(mark: Rule | Ring, height: Emu) -> bytes:
    if isinstance(mark, Rule):
        ends = (mark.x1.pt, (height - mark.y1) / 12_700, mark.x2.pt, (height - mark.y2) / 12_700)
        return operands(ends[:2]) + b" m " + operands(ends[2:]) + b" l S\n"
    x, y, r = mark.x.pt, (height - mark.y) / 12_700, mark.radius.pt
    k = r * _ROUND
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    return operands((x + r, y)) + b" m " + b" ".join(operands(q) + b" c" for q in quarters) + b" s\n"


def _separation_all() -> ArrayObject:
    """The colour space whose tint every ink prints."""
    tint = DictionaryObject(
        {
            NameObject("/FunctionType"): NumberObject(2),
            NameObject("/Domain"): ArrayObject(map(FloatObject, (0, 1))),
            NameObject("/C0"): ArrayObject(map(FloatObject, (0, 0, 0, 0))),
            NameObject("/C1"): ArrayObject(map(FloatObject, (0, 0, 0, 1))),
            NameObject("/N"): FloatObject(1),
        }
    )
    names = (NameObject("/Separation"), NameObject("/All"), NameObject("/DeviceCMYK"))
    return ArrayObject([*names, tint])
