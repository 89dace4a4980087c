"""Imposed PDFs, read back: which page lies where, that fonts and pictures are kept once, that seals are printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from gwformat.errors import InputUnreadable
from gwformat.pdf import read_pdf
from gwformat.printing.imposing import Form, Imposition, impose
from gwformat.printing.pdf_forms import leaves_of, open_pdf, size_of
from gwformat.printing.plates import plates
from gwformat.printing.sheets import A4, plain_side
from gwformat.units import Mm
from tests.printing.rasters import drawn, needs_poppler, same
from tests.printing.specimens import notice, opened, with_content, written


def imposed(data: bytes, form: Form = Form.BOOKLET) -> bytes:
    leaves = leaves_of(open_pdf(data, "付印.pdf"))
    return plates(leaves, impose(range(len(leaves)), Imposition(form))).data


def plain(data: bytes) -> bytes:
    leaves = leaves_of(open_pdf(data, "付印.pdf"))
    return plates(leaves, [plain_side(size_of(leaf.page), number) for number, leaf in enumerate(leaves)]).data


def test_the_words_of_each_page_stand_in_its_half_of_the_sheet() -> None:
    found = []
    for sheet in read_pdf(imposed(notice(8))).pages:
        for left, right in ((0, 210), (210, 420)):
            found.append({w.text for w in sheet.visible if left < w.left < right and w.text.startswith("第")})
    said = [{f"第{number}页的文字"} for number in (8, 1, 2, 7, 6, 3, 4, 5)]
    assert found == said


def test_words_keep_their_place_on_the_page() -> None:
    [before, *_], [after, *_] = (read_pdf(data).pages for data in (notice(4), imposed(notice(4))))
    place = next((w.left, w.baseline) for w in before.visible if w.text.startswith("第1页"))
    assert next((w.left - 210, w.baseline) for w in after.visible if w.text.startswith("第1页")) == pytest.approx(
        place, abs=0.01
    )


def test_fonts_stay_embedded_and_are_kept_once() -> None:
    def programs(data: bytes) -> list[str]:
        objects = [obj.get_object() for obj in _objects(data)]
        return sorted(str(o["/FontName"]) for o in objects if isinstance(o, DictionaryObject) and "/FontFile2" in o)

    assert programs(imposed(notice(40))) == programs(notice(40))


def _objects(data: bytes) -> list[Any]:
    reader = opened(data)
    return [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])) if reader.get_object(number)]  # type: ignore[call-overload]


@needs_poppler
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_looks_as_it_did(turn: int, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=opened(notice(1)))
    writer.pages[0].rotate(turn)
    data = written(writer)
    assert same(drawn(data, tmp_path)[0], drawn(plain(data), tmp_path)[0])


@needs_poppler
def test_a_cropped_page_shows_what_it_showed(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=opened(notice(1)))
    writer.pages[0].cropbox.upper_right = (500, 700)
    writer.pages[0].cropbox.lower_left = (50, 100)
    data = written(writer)
    path = tmp_path / "cropped"
    path.mkdir()
    whole = drawn(plain(data), tmp_path, 72)[0]
    assert whole.size == (450, 600)
    assert size_of(opened(data).pages[0]).width.pt == 450


def stamped(flags: int) -> bytes:
    """A page on which an annotation draws a red square of 20 mm, as seals of signatures do."""
    writer = PdfWriter(clone_from=opened(with_content("BT /F 12 Tf 72 700 Td (text) Tj ET")))
    look = DecodedStreamObject()
    look.set_data(b"1 0 0 rg 0 0 10 10 re f")
    look.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): _numbers(0, 0, 10, 10)})
    annotation = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): _numbers(100, 100, 156.7, 156.7),
            NameObject("/F"): NumberObject(flags),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    return written(writer)


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(map(FloatObject, values))


@needs_poppler
@pytest.mark.parametrize(("flags", "shown"), [(4, True), (0, False), (4 | 2, False)])
def test_a_seal_that_is_an_annotation_is_printed_if_it_says_so(flags: int, shown: bool, tmp_path: Path) -> None:
    page: Image.Image = drawn(plain(stamped(flags)), tmp_path, 72)[0]
    assert (page.getpixel((128, 842 - 128)) == (255, 0, 0)) is shown


def test_a_wide_page_lies_with_its_head_to_the_left() -> None:
    writer = PdfWriter(clone_from=opened(notice(1)))
    page: PageObject = writer.pages[0]
    page.mediabox.upper_right = (841.89, 595.28)
    leaves = leaves_of(opened(written(writer)))
    plate = plates(leaves, [plain_side(A4, 0)])
    a, b, c, d, *_ = plate.first_page[0]
    assert (a, b, c, d) == (0, 1, -1, 0)  # what pointed right points up, what pointed up points left


def test_a_sheet_larger_than_its_pages_says_where_it_is_trimmed() -> None:
    from gwformat.printing.sheets import Size

    leaves = leaves_of(open_pdf(notice(4), "付印.pdf"))
    wanted = Imposition(Form.BOOKLET, sheet=Size(Mm(450), Mm(320)))
    page = opened(plates(leaves, impose(range(4), wanted)).data).pages[0]
    assert [round(float(edge) / 72 * 25.4, 1) for edge in page.trimbox] == [15, 11.5, 435, 308.5]


@pytest.mark.parametrize(
    ("key", "said"),
    [("/CropBox", NumberObject(45)), ("/MediaBox", ArrayObject()), ("/Rotate", DictionaryObject())],
)
def test_a_page_of_no_size_is_refused(key: str, said: PdfObject) -> None:
    writer = PdfWriter(BytesIO(notice(2)))
    writer.pages[1][NameObject(key)] = said
    target = BytesIO()
    writer.write(target)
    with pytest.raises(InputUnreadable, match=r"“坏\.pdf”有的页面读不下去"):
        open_pdf(target.getvalue(), "坏.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b""])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InputUnreadable):
        open_pdf(data, "坏.pdf")
