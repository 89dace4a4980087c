"""Lines, areas, pictures, blocks and templates are read with their places, colours and resolutions."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image

from gwformat.finished.values import Space
from tests.ofd.building import (
    DOCUMENT,
    OWN,
    behind,
    colour,
    ofd,
    page,
    path_object,
    resources,
    text_object,
)
from tests.ofd.reading import close, only_page, read, stroke


def test_a_line_is_ruled_with_its_weight_and_colour() -> None:
    line = stroke(
        path_object(10, "M 0 1 L 156 1", boundary="28 100 156 2", inner=colour("StrokeColor", "255 0 0"), LineWidth=0.5)
    )
    assert (line.x0, line.y0, line.x1, line.y1, line.weight) == close(28, 101, 184, 101, 0.5)
    assert line.paint.is_red


def test_a_thin_filled_rectangle_is_a_ruled_line() -> None:
    data = "M 0 0 L 156 0 L 156 0.35 L 0 0.35 C"
    line = stroke(
        path_object(
            10, data, boundary="28 240 156 0.35", inner=colour("FillColor", "0 0 0"), Stroke="false", Fill="true"
        )
    )
    assert (line.x0, line.x1, line.y0, line.weight) == close(28, 184, 240.175, 0.35)


def test_a_path_that_is_filled_without_a_colour_draws_nothing() -> None:
    assert only_page(path_object(10, "M 0 0 L 50 0 L 50 50 C", Stroke="false", Fill="true")).blank


@pytest.mark.parametrize("data", ["M 10 10 A 10 10 0 0 1 30 10", "M 10 10 Q 20 0 30 10", "M 10 10 B 15 0 25 0 30 10"])
def test_curves_are_areas_by_the_rectangle_around_them(data: str) -> None:
    (area,) = only_page(path_object(10, data)).areas
    assert (area.box.left, area.box.right, area.box.bottom) == close(10, 30, 10)
    assert area.box.top < 6


def test_an_arc_reaches_as_far_as_its_radius() -> None:
    (area,) = only_page(path_object(10, "M 10 50 A 10 10 0 0 1 30 50")).areas
    assert area.box.top == pytest.approx(40, abs=0.1)


def test_drawing_parameters_of_the_layer_hold_where_the_object_says_nothing() -> None:
    params = (
        '<ofd:DrawParams><ofd:DrawParam ID="5" LineWidth="0.7"/>'
        '<ofd:DrawParam ID="6" Relative="5"><ofd:StrokeColor Value="255 0 0"/></ofd:DrawParam></ofd:DrawParams>'
    )
    contents = page(path_object(10, "M 10 10 L 90 10"), layer=' DrawParam="6"')
    made = ofd([contents], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>") | {OWN: resources(params)}
    (line,) = read(made).pages[0].strokes
    assert line.weight == pytest.approx(0.7)
    assert line.paint.is_red


def test_drawing_parameters_that_are_relative_to_themselves_end() -> None:
    params = '<ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"/><ofd:DrawParam ID="6" Relative="5"/></ofd:DrawParams>'
    contents = page(path_object(10, "M 10 10 L 90 10", DrawParam=5))
    made = ofd([contents], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>") | {OWN: resources(params)}
    assert len(read(made).pages[0].strokes) == 1


def test_colours_may_be_mixed_of_four_inks_or_written_in_hexadecimal() -> None:
    spaces = (
        '<ofd:ColorSpaces><ofd:ColorSpace ID="5" Type="CMYK"/><ofd:ColorSpace ID="6" Type="GRAY"/></ofd:ColorSpaces>'
    )
    first = path_object(10, "M 9 9 L 90 9", inner='<ofd:StrokeColor ColorSpace="5" Value="0 204 204 0"/>')
    second = path_object(11, "M 9 19 L 90 19", inner='<ofd:StrokeColor Value="#FF #0 #0"/>')
    third = path_object(12, "M 9 29 L 90 29", inner='<ofd:StrokeColor ColorSpace="6" Value="128"/>')
    made = ofd([page(first, second, third)], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    paints = [line.paint for line in read(made | {OWN: resources(spaces)}).pages[0].strokes]
    assert [paint.space for paint in paints] == [Space.CMYK, Space.RGB, Space.GRAY]
    assert paints[0].parts == (0, 0.8, 0.8, 0)
    assert paints[0].is_red and paints[1].is_red and paints[2].is_gray


def test_half_opaque_objects_make_the_page_transparent() -> None:
    assert only_page(path_object(10, "M 9 9 L 90 9", Alpha=128)).transparency == ("不透明度 50%",)


def test_a_clip_cuts_a_line() -> None:
    clip = (
        '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path ID="8" Boundary="0 0 50 297"><ofd:AbbreviatedData>'
        "M 0 0 L 50 0 L 50 297 L 0 297 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>"
    )
    line = stroke(path_object(10, "M 10 100 L 200 100", inner=clip))
    assert line.x1 == pytest.approx(50, abs=0.36)


def picture(form: str, mode: str, size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("form", "mode", "bits", "space"),
    [
        ("PNG", "1", 1, Space.GRAY),
        ("PNG", "RGB", 8, Space.RGB),
        ("JPEG", "L", 8, Space.GRAY),
        ("JPEG", "CMYK", 8, Space.CMYK),
        ("BMP", "RGB", 8, Space.RGB),
        ("TIFF", "1", 1, Space.GRAY),
        ("TIFF", "RGB", 8, Space.RGB),
        ("GIF", "P", 8, Space.INDEXED),
    ],
)
def test_a_picture_has_the_resolution_that_its_place_gives_it(form: str, mode: str, bits: int, space: Space) -> None:
    media = '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>a.img</ofd:MediaFile></ofd:MultiMedia>'
    shown = '<ofd:ImageObject ID="10" Boundary="28 40 50.8 25.4" CTM="50.8 0 0 25.4 0 0" ResourceID="5"/>'
    made = ofd([page(shown)], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    made |= {OWN: resources(media + "</ofd:MultiMedias>"), "Doc_0/Res/a.img": picture(form, mode, (600, 300))}
    (found,) = read(made).pages[0].pictures
    assert (found.columns, found.rows, found.bits, found.space) == (600, 300, bits, space)
    assert found.dpi == pytest.approx(300)
    assert (found.box.left, found.box.top, found.box.right, found.box.bottom) == close(28, 40, 78.8, 65.4)


def test_a_picture_nobody_knows_the_form_of_has_no_resolution() -> None:
    media = '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>a.jb2</ofd:MediaFile></ofd:MultiMedia>'
    made = ofd([page('<ofd:ImageObject ID="10" Boundary="28 40 50 25" ResourceID="5"/>')])
    made = behind(made, DOCUMENT, "</ofd:CommonData>", "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    made |= {OWN: resources(media + "</ofd:MultiMedias>"), "Doc_0/Res/a.jb2": b"\x97JB2\r\n"}
    (found,) = read(made).pages[0].pictures
    assert math.isinf(found.dpi)
    assert found.box.width == pytest.approx(50)


def test_what_is_in_a_block_or_a_vector_graphic_is_drawn_in_its_place() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="50" Height="10"><ofd:Content>'
        f"{text_object(20, '文件', x=1, baseline=5)}</ofd:Content></ofd:CompositeGraphicUnit>"
        "</ofd:CompositeGraphicUnits>"
    )
    block = f'<ofd:PageBlock ID="11">{text_object(12, "某某市")}</ofd:PageBlock>'
    shown = '<ofd:CompositeObject ID="10" Boundary="100 100 50 10" ResourceID="5"/>'
    made = ofd([page(block, shown)], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    file = read(made | {OWN: resources(unit)})
    assert [(line.text, line.left, line.baseline) for line in file.pages[0].words] == [
        ("某某市", 28, 50),
        ("文件", 101, 105),
    ]
    assert {number: one.text for number, one in file.shown.items()} == {"11": "某某市", "12": "某某市", "10": "文件"}


def test_a_vector_graphic_that_contains_itself_is_drawn_once() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="50" Height="10"><ofd:Content>'
        f'{text_object(20, "文件", x=1, baseline=5)}<ofd:CompositeObject ID="21" Boundary="0 0 50 10" ResourceID="5"/>'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    shown = '<ofd:CompositeObject ID="10" Boundary="100 100 50 10" ResourceID="5"/>'
    made = ofd([page(shown)], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>") | {OWN: resources(unit)}
    (found,) = read(made).pages
    assert [line.text for line in found.words] == ["文件"]
    assert "包含它自己" in found.unread


def test_templates_are_drawn_behind_and_before_the_page() -> None:
    common = '<ofd:TemplatePage ID="51" BaseLoc="Tpls/1.xml"/><ofd:TemplatePage ID="52" BaseLoc="/Doc_0/Tpls/2.xml"/>'
    before = '<ofd:Template TemplateID="52" ZOrder="Foreground"/><ofd:Template TemplateID="51"/>'
    made = ofd([page(text_object(10, "正文"), before=before)], common=common)
    made |= {"Doc_0/Tpls/1.xml": page(text_object(20, "底", baseline=40), number=2)}
    made |= {"Doc_0/Tpls/2.xml": page(text_object(30, "面", baseline=60), number=3)}
    assert [line.text for line in read(made).pages[0].words] == ["底", "正文", "面"]


def test_a_page_may_have_a_size_of_its_own() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>"
    first, second = read(ofd([page(before=area), page(number=2)])).pages
    assert (first.width, first.height) == (420, 297)
    assert (second.width, second.height) == (210, 297)


def test_places_are_measured_from_the_corner_of_what_is_shown() -> None:
    boxes = "<ofd:PhysicalBox>0 0 216 303</ofd:PhysicalBox><ofd:ApplicationBox>3 3 210 297</ofd:ApplicationBox>"
    found = read(ofd([page(text_object(10, "甲", x=31, baseline=53), before=f"<ofd:Area>{boxes}</ofd:Area>")])).pages[0]
    assert (found.width, found.height, found.words[0].left, found.words[0].baseline) == close(210, 297, 28, 50)
    assert found.crop is not None
    assert (found.crop.left, found.crop.top, found.crop.bottom) == close(3, 300, 3)
