"""Layers for preprinted sheets: each alone, and laid on each other the page they came from, pixel by pixel."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from gwformat.pdf import read_pdf
from gwformat.printing.inks import Ink, _red_pixels, ink_of
from gwformat.printing.overprint import Layer, moved, overprint
from gwformat.printing.pdf_forms import leaves_of, open_pdf, size_of
from gwformat.printing.plates import plates
from gwformat.printing.sheets import plain_side
from gwformat.units import Emu, Mm
from tests.printing.rasters import drawn, laid_on, needs_poppler, same
from tests.printing.specimens import notice, with_content


def layer(data: bytes, wanted: Layer, right: Emu = Emu(0), down: Emu = Emu(0)) -> bytes:
    done = overprint(leaves_of(open_pdf(data, "付印.pdf")), wanted)
    leaves = [moved(leaf, right, down) for leaf in done.leaves]
    return plates(leaves, [plain_side(size_of(leaf.page), number) for number, leaf in enumerate(leaves)]).data


def words(data: bytes) -> list[str]:
    return ["".join(words.text for words in page.visible) for page in read_pdf(data).pages]


def test_the_head_is_the_red_mark_and_the_red_line_of_the_first_page() -> None:
    head = read_pdf(layer(notice(), Layer.HEAD))
    assert [w.text for w in head.pages[0].visible] == ["某某市人民政府文件"]
    assert [round(stroke.y0) for stroke in head.pages[0].strokes] == [100]
    assert len(head.pages) == 1


def test_the_rest_is_everything_else_and_its_words_can_be_read() -> None:
    assert words(layer(notice(), Layer.REST)) == [page.replace("某某市人民政府文件", "") for page in words(notice())]


def test_nothing_of_a_layer_is_hidden_in_another() -> None:
    content = open_pdf(layer(notice(), Layer.HEAD), "红.pdf").pages[0]
    assert "文字" not in content.extract_text()


@needs_poppler
@pytest.mark.parametrize(("one", "other"), [(Layer.HEAD, Layer.REST), (Layer.RED, Layer.BLACK)])
def test_two_layers_laid_on_each_other_are_the_page(one: Layer, other: Layer, tmp_path: Path) -> None:
    whole = drawn(notice(), tmp_path)
    first, second = drawn(layer(notice(), one), tmp_path), drawn(layer(notice(), other), tmp_path)
    blank = Image.new("RGB", whole[0].size, "white")
    first += [blank] * (len(whole) - len(first))
    assert not any(same(part, page) for part, page in zip(first, whole, strict=True))
    assert all(same(laid_on(a, b), page) for a, b, page in zip(first, second, whole, strict=True))


FOREIGN = {
    "colours of all kinds of spaces": (
        "1 0 0 rg 50 700 100 20 re f 0 0.8 0.8 0 k 50 650 100 20 re f 0 g 50 600 100 20 re f"
        " 0 0 1 RG 3 w 200 700 m 300 720 l S 0.8 0 0 RG 200 650 m 300 650 l S"
    ),
    "red filling within a black outline": "1 0 0 rg 0 G 4 w 50 600 200 100 re B",
    "red filling with a hole within a black outline": "1 0 0 rg 0 G 4 w 50 600 200 100 re 100 620 100 60 re B*",
    "words that follow each other in different colours": (
        "BT /F 24 Tf 50 700 Td 1 0 0 rg (red) Tj 0 g (black) Tj 1 0 0 rg (red again) Tj ET"
    ),
    "words on lines of their own": (
        "BT /F 24 Tf 30 TL 50 700 Td 1 0 0 rg (red) Tj 0 g (black) ' 1 0 0 rg 2 1 (red) \" 0 g (black) ' ET"
    ),
    "colours saved and given back": "q 1 0 0 rg 50 700 90 20 re f Q 50 650 90 20 re f 1 0 0 rg q 0 g Q 50 600 9 9 re f",
    "a clip that holds for both": "q 50 600 100 100 re W n 1 0 0 rg 0 0 120 650 re f 0 g 120 0 400 700 re f Q",
    "white over both": "1 0 0 rg 50 700 100 40 re f 0 g 200 700 100 40 re f 1 g 40 710 300 10 re f",
    "an outline of letters": "BT /F 40 Tf 1 Tr 1 0 0 RG 0 g 50 700 Td (red) Tj ET",
    "a picture in the content": "q 1 0 0 rg 80 0 0 80 50 600 cm BI /IM true /W 8 /H 1 /BPC 1 ID \xaa EI Q",
}


@needs_poppler
@pytest.mark.parametrize("content", FOREIGN.values(), ids=list(FOREIGN))
def test_red_and_black_of_foreign_pages_are_the_page(content: str, tmp_path: Path) -> None:
    data = with_content(content)
    red, black, whole = (drawn(d, tmp_path)[0] for d in (layer(data, Layer.RED), layer(data, Layer.BLACK), data))
    assert same(laid_on(red, black), whole)
    assert not any(ink_of((r / 255, g / 255, b / 255)) is Ink.RED for _, (r, g, b) in black.getcolors(1 << 20))


def form(content: bytes, **resources: DictionaryObject) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    stream[NameObject("/Subtype")] = NameObject("/Form")
    stream[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, 600, 850)))
    return stream


@needs_poppler
def test_a_form_takes_the_colour_it_is_drawn_in(tmp_path: Path) -> None:
    shown = DictionaryObject({NameObject("/X"): form(b"10 10 50 50 re f 0 g 100 10 50 50 re f")})
    resources = DictionaryObject({NameObject("/XObject"): shown})
    data = with_content("1 0 0 rg q 1 0 0 1 50 600 cm /X Do Q 0 g /X Do", resources=resources)
    red, black, whole = (drawn(d, tmp_path, 72)[0] for d in (layer(data, Layer.RED), layer(data, Layer.BLACK), data))
    assert same(laid_on(red, black), whole)
    assert red.getpixel((80, 842 - 630)) == (255, 0, 0)
    assert red.getpixel((170, 842 - 630)) == (255, 255, 255)


def picture(red: int, black: int) -> DecodedStreamObject:
    """Pixels in a row, red ones before black ones."""
    stream = DecodedStreamObject()
    stream.set_data(b"\xff\0\0" * red + b"\0\0\0" * black)
    said = {"/Subtype": NameObject("/Image"), "/ColorSpace": NameObject("/DeviceRGB")}
    numbers = {"/Width": red + black, "/Height": 1, "/BitsPerComponent": 8}
    stream.update({NameObject(key): value for key, value in said.items()})
    stream.update({NameObject(key): NumberObject(value) for key, value in numbers.items()})
    return stream


def with_picture(red: int, black: int) -> bytes:
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/I"): picture(red, black)})})
    return with_content("q 90 0 0 10 50 600 cm /I Do Q", resources=resources)


@pytest.mark.parametrize(("pixels", "inked"), [((9, 0), Layer.RED), ((0, 9), Layer.BLACK)])
def test_a_picture_of_one_ink_goes_to_its_layer(pixels: tuple[int, int], inked: Layer) -> None:
    data = with_picture(*pixels)
    found = {wanted for wanted in (Layer.RED, Layer.BLACK) if read_pdf(layer(data, wanted)).pages[0].pictures}
    assert found == {inked}


@needs_poppler
def test_a_picture_in_both_inks_is_parted_pixel_by_pixel(tmp_path: Path) -> None:
    data = with_picture(5, 4)
    red, black, whole = (drawn(d, tmp_path)[0] for d in (layer(data, Layer.RED), layer(data, Layer.BLACK), data))
    assert same(laid_on(red, black), whole)
    assert {color for _, color in red.getcolors(99)} == {(255, 0, 0), (255, 255, 255)}
    assert {color for _, color in black.getcolors(99)} == {(0, 0, 0), (255, 255, 255)}


@given(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=60))
def test_pixels_are_parted_as_colours_are(colours: list[tuple[int, int, int]]) -> None:
    picture = Image.frombytes("RGB", (len(colours), 1), bytes(part for colour in colours for part in colour))
    for colour, masked in zip(colours, _red_pixels(picture).tobytes(), strict=True):
        red, green, blue = colour
        spread = red - min(green, blue)
        near = min(abs(red - 102), abs(4 * spread - red), abs(3 * abs(green - blue) - spread)) <= 4
        assert near or (masked == 255) is (ink_of((red / 255, green / 255, blue / 255)) is Ink.RED)


def test_a_page_without_red_says_that_nothing_is_printed() -> None:
    leaves = leaves_of(open_pdf(with_content("BT /F 12 Tf 50 700 Td (black) Tj ET"), "黑.pdf"))
    assert overprint(leaves, Layer.HEAD).notices == ("首页没有红色的版头，印出来是白纸",)


def test_a_red_seal_low_on_the_page_does_not_belong_to_the_head() -> None:
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/I"): picture(9, 0)})})
    data = with_content("q 90 0 0 90 350 200 cm /I Do Q q 90 0 0 90 50 700 cm /I Do Q", resources=resources)
    assert [len(read_pdf(layer(data, one)).pages[0].pictures) for one in (Layer.HEAD, Layer.REST)] == [1, 1]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_an_offset_moves_everything_right_and_down_as_the_reader_sees_it(turn: int) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(notice(1)))
    writer.pages[0].rotate(turn)
    buffer = io.BytesIO()
    writer.write(buffer)
    before, after = (
        read_pdf(layer(buffer.getvalue(), Layer.REST, right, down)).pages[0].visible[0]
        for right, down in ((Mm(0), Mm(0)), (Mm(1.5), Mm(-0.8)))
    )
    assert (after.left - before.left, after.baseline - before.baseline) == pytest.approx((1.5, -0.8), abs=0.01)


@pytest.mark.parametrize(
    ("rgb", "ink"),
    [
        ((1, 0, 0), Ink.RED),
        ((1, 0.2, 0.2), Ink.RED),
        ((0.75, 0, 0), Ink.RED),
        ((1, 0.7, 0.7), Ink.RED),
        ((1, 0.5, 0), Ink.OTHER),
        ((1, 0, 1), Ink.OTHER),
        ((0.2, 0, 0), Ink.OTHER),
        ((0, 0, 0), Ink.OTHER),
        ((0.5, 0.48, 0.5), Ink.OTHER),
        ((1, 1, 1), Ink.WHITE),
    ],
)
def test_red_is_what_the_red_ink_prints(rgb: tuple[float, float, float], ink: Ink) -> None:
    assert ink_of(rgb) is ink
