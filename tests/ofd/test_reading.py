"""What an OFD draws is read with its places, whichever of the ways of the standard it is written in."""

from __future__ import annotations

import io
import math

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from gwformat.finished.values import Page, Space, Stroke, Words
from gwformat.ofd.package import is_ofd
from gwformat.ofd.reading import read_ofd
from gwformat.ofd.values import OfdFile
from tests.ofd.building import (
    DOCUMENT,
    ENTRY,
    OWN,
    PUBLIC,
    TAG,
    TAGS,
    XMLNS,
    Parts,
    behind,
    changed,
    colour,
    font,
    ofd,
    page,
    page_part,
    path_object,
    resources,
    text_object,
    xml,
    zipped,
)


def read(parts: Parts) -> OfdFile:
    return read_ofd(zipped(parts))


def only_page(*objects: str, **more: str) -> Page:
    return read(ofd([page(*objects)], **more)).pages[0]


def words(*objects: str) -> list[Words]:
    return list(only_page(*objects).words)


def stroke(*objects: str) -> Stroke:
    (found,) = only_page(*objects).strokes
    return found


def close(*values: float) -> object:
    return pytest.approx(values, abs=1e-6)


# Words


def test_a_line_stands_where_its_boundary_and_its_code_put_it() -> None:
    (line,) = words(text_object(10, "某某市人民政府", x=28, baseline=50, size=5))
    assert line.text == "某某市人民政府"
    assert (line.left, line.right, line.baseline, line.size) == close(28, 63, 50, 5)
    assert line.face.name == "仿宋_GB2312" and not line.face.embedded


def test_offsets_may_be_written_as_runs() -> None:
    (plain,) = words(text_object(10, "甲乙丙丁戊", delta="5 5 5 4"))
    (run,) = words(text_object(10, "甲乙丙丁戊", delta="g 3 5 4"))
    assert (plain.left, plain.right) == (run.left, run.right) == close(28, 52)


def test_a_run_longer_than_the_words_is_cut_off() -> None:
    (line,) = words(text_object(10, "甲乙", delta="g 4000000000 5"))
    assert line.right == pytest.approx(38)


def test_words_that_stand_apart_are_read_apart() -> None:
    assert [line.text for line in words(text_object(10, "甲乙丙", delta="5 25"))] == ["甲乙", "丙"]


def test_an_offset_downward_begins_words_of_their_own() -> None:
    code = '<ofd:TextCode X="0" Y="5" DeltaX="5 0" DeltaY="0 5">甲乙丙</ofd:TextCode>'
    first, second = words(f'<ofd:TextObject ID="1" Boundary="20 20 50 50" Font="3" Size="5">{code}</ofd:TextObject>')
    assert (first.text, first.left, first.baseline) == ("甲乙", 20, 25)
    assert (second.text, second.left, second.baseline) == ("丙", 25, 30)


def test_words_that_go_back_are_read_apart_unless_they_are_read_from_right_to_left() -> None:
    assert [line.text for line in words(text_object(10, "甲乙丙", delta="5 -4", x=60))] == ["甲乙", "丙"]
    (line,) = words(text_object(10, "ئۇيغۇر", delta="g 5 -2.5", x=60))
    assert line.text == "ئۇيغۇر"
    assert (line.left, line.right) == close(60 - 5 * 2.5, 62.5)


def test_a_second_code_without_a_place_goes_on_at_that_of_the_first() -> None:
    codes = '<ofd:TextCode X="2" Y="5">甲</ofd:TextCode><ofd:TextCode X="12">乙</ofd:TextCode>'
    first, second = words(f'<ofd:TextObject ID="1" Boundary="20 20 50 50" Font="3" Size="5">{codes}</ofd:TextObject>')
    assert (first.left, second.left, second.baseline) == close(22, 32, 25)


def test_hscale_narrows_the_characters_and_not_the_offsets() -> None:
    (line,) = words(text_object(10, "甲乙", delta="4", HScale=0.8))
    assert (line.left, line.right, line.size) == close(28, 28 + 4 + 4, 5)


def test_the_matrix_of_an_object_is_applied_before_its_boundary() -> None:
    code = '<ofd:TextCode X="10" Y="20" DeltaX="10">甲乙</ofd:TextCode>'
    (line,) = words(
        f'<ofd:TextObject ID="1" Boundary="30 40 50 50" CTM="0.5 0 0 0.5 1 2" Font="3" Size="10">{code}'
        "</ofd:TextObject>"
    )
    assert (line.left, line.right, line.baseline, line.size) == close(36, 46, 52, 5)


def test_a_turned_matrix_turns_the_words() -> None:
    code = '<ofd:TextCode X="0" Y="0">甲</ofd:TextCode>'
    (line,) = words(
        f'<ofd:TextObject ID="1" Boundary="30 40 9 9" CTM="0 1 -1 0 4 0" Font="3" Size="5">{code}</ofd:TextObject>'
    )
    assert line.angle == pytest.approx(-90)
    assert not line.upright


def test_char_direction_turns_each_character() -> None:
    code = '<ofd:TextCode X="0" Y="0" DeltaY="5">甲乙</ofd:TextCode>'
    (line,) = words(
        f'<ofd:TextObject ID="1" Boundary="30 40 9 20" Font="3" Size="5" CharDirection="90">{code}</ofd:TextObject>'
    )
    assert line.text == "甲乙"  # turned to the right, the line goes down
    assert line.angle == pytest.approx(-90)


def test_characters_without_offsets_all_stand_in_one_place() -> None:
    file = read(ofd([page(text_object(10, "甲乙丙", delta=" ").replace(' DeltaX=" "', ""))]))
    assert [(one.page, one.text) for one in file.stacked] == [(1, "甲乙丙")]


def test_what_is_not_visible_is_read_as_invisible() -> None:
    (line,) = words(text_object(10, "某某市", Visible="false"))
    assert line.invisible
    (line,) = words(text_object(10, "某某市", Fill="false"))
    assert line.invisible
    (line,) = words(text_object(10, "某某市", Alpha="0"))
    assert line.invisible


def test_words_outside_of_their_boundary_are_cut_off() -> None:
    assert not words(text_object(10, "某某市").replace('Y="5.0"', 'Y="60"'))


# Fonts


def small_font(characters: str) -> bytes:
    """A TrueType font of boxes, the characters as wide as their place in `characters` says: 600, 700, …"""
    names = {ord(char): f"g{number}" for number, char in enumerate(characters, 1)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values(), "nothing"])
    builder.setupCharacterMap(names)
    pen = TTGlyphPen(None)
    for point in ((0, 0), (0, 500), (500, 500)):
        (pen.moveTo if point == (0, 0) else pen.lineTo)(point)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], square) | {"nothing": TTGlyphPen(None).glyph()})
    widths = {name: (500 + 100 * number, 0) for number, name in enumerate(names.values(), 1)}
    builder.setupHorizontalMetrics({".notdef": (500, 0), "nothing": (500, 0)} | widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupOS2(fsType=2)
    builder.setupPost()
    buffer = io.BytesIO()
    builder.font.save(buffer)
    return buffer.getvalue()


def with_font(*objects: str) -> OfdFile:
    made = ofd([page(*objects)], fonts=[font(3, "ABCDEF+Small", "small.ttf")])
    return read(made | {"Doc_0/Res/small.ttf": small_font("甲乙")})


def test_the_last_character_is_as_wide_as_its_font_says() -> None:
    (line,) = with_font(text_object(10, "甲乙")).pages[0].words
    assert line.right == pytest.approx(28 + 5 + 0.7 * 5)
    assert (line.face.name, line.face.embedded, line.face.subset, line.face.kind) == ("Small", True, True, "TrueType")


def test_a_character_that_the_font_does_not_have_is_missing() -> None:
    (line,) = with_font(text_object(10, "甲丙 乙")).pages[0].words
    assert line.missing == 1


def test_a_glyph_that_is_given_stands_for_its_character() -> None:
    given = (
        '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="2"><ofd:Glyphs>2 3</ofd:Glyphs></ofd:CGTransform>'
    )
    (line,) = with_font(text_object(10, "甲丙丁", inner=given)).pages[0].words
    assert line.text == "甲丙丁"
    assert line.missing == 1  # the third glyph is empty


def test_a_glyph_for_which_no_character_stands_cannot_be_read() -> None:
    given = '<ofd:CGTransform CodePosition="0"><ofd:Glyphs>1</ofd:Glyphs></ofd:CGTransform>'
    (line,) = with_font(text_object(10, "\ufffd乙", inner=given)).pages[0].words
    assert (line.unmapped, line.missing) == (1, 0)


def test_a_font_may_forbid_to_be_embedded() -> None:
    assert with_font(text_object(10, "甲")).restricted == ("Small",)


def test_a_font_file_that_is_none_is_a_fault_of_its_face() -> None:
    made = ofd([page(text_object(10, "甲"))], fonts=[font(3, "Small", "small.ttf")])
    (face,) = read(made | {"Doc_0/Res/small.ttf": b"no font at all"}).faces
    assert face.embedded and face.fault


# Lines, areas, colours, pictures


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


# Blocks, vector graphics, templates


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


# What concerns the whole file


def test_metadata_are_read_by_their_names() -> None:
    custom = '<ofd:CustomDatas><ofd:CustomData Name="文种">通知</ofd:CustomData></ofd:CustomDatas>'
    file = read(ofd([page()], info=f"<ofd:Title>通知</ofd:Title>{custom}"))
    assert (file.about["Title"], file.custom) == ("通知", {"文种": "通知"})


def test_annotations_belong_to_their_page() -> None:
    more = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
    made = ofd([page(), page(number=2)], more=more) | {
        "Doc_0/Annots/Annotations.xml": xml(
            f'<ofd:Annotations {XMLNS}><ofd:Page PageID="2000"><ofd:FileLoc>1.xml</ofd:FileLoc></ofd:Page>'
            "</ofd:Annotations>"
        ),
        "Doc_0/Annots/1.xml": xml(
            f'<ofd:PageAnnot {XMLNS}><ofd:Annot ID="77" Type="Stamp" Creator="某人" Print="false">'
            "<ofd:Remark>已阅</ofd:Remark></ofd:Annot></ofd:PageAnnot>"
        ),
    }
    first, second = read(made).pages
    assert not first.annotations
    assert [(note.kind, note.printed, note.words) for note in second.annotations] == [("Stamp", False, "已阅")]


def test_attachments_are_named() -> None:
    made = ofd([page()], more="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>") | {
        "Doc_0/Attachs/Attachments.xml": xml(
            f'<ofd:Attachments {XMLNS}><ofd:Attachment ID="a" Name="附表"><ofd:FileLoc>a.xlsx</ofd:FileLoc>'
            "</ofd:Attachment></ofd:Attachments>"
        ),
        "Doc_0/Attachs/a.xlsx": b"PK",
    }
    assert read(made).attachments == ("附表",)
    assert not read(made).stray


def test_what_happens_by_itself_and_what_a_click_opens_are_kept_apart() -> None:
    opening = '<ofd:Action Event="DO"><ofd:URI URI="https://example.gov.cn"/></ofd:Action>'
    click = '<ofd:Action Event="CLICK"><ofd:URI URI="https://example.gov.cn/b"/></ofd:Action>'
    jump = '<ofd:Action Event="DO"><ofd:Goto><ofd:Dest Type="Fit" PageID="1000"/></ofd:Goto></ofd:Action>'
    file = read(ofd([page()], more=f"<ofd:Actions>{opening}{click}{jump}</ofd:Actions>"))
    assert file.actions == ("打开网址",)
    assert file.links == ("https://example.gov.cn/b",)


def test_permissions_are_read() -> None:
    said = '<ofd:Print Printable="false" Copies="3"/><ofd:ValidPeriod EndDate="2026-01-01"/>'
    found = read(ofd([page()], more=f"<ofd:Permissions>{said}</ofd:Permissions>")).limits
    assert (found.may_print, found.copies, found.end) == (False, 3, "2026-01-01")


def tagged(tree: str) -> Parts:
    made = ofd(
        [page(text_object(10, "某政发〔2026〕5号"))], more="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>"
    )
    index = f'<ofd:CustomTags {XMLNS}><ofd:CustomTag TypeID=""><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag>'
    return made | {TAGS: xml(index + "</ofd:CustomTags>"), TAG: xml(tree)}


def test_tags_show_the_words_they_refer_to() -> None:
    tree = f'<公文体 {XMLNS}><发文字号><ofd:ObjectRef PageRef="1000">10</ofd:ObjectRef></发文字号></公文体>'
    file = read(tagged(tree))
    assert file.tags is not None
    (root,) = file.tags
    assert [(tag.name, tag.shown) for tag in root.all()] == [
        ("公文体", "某政发〔2026〕5号"),
        ("发文字号", "某政发〔2026〕5号"),
    ]
    assert not file.faults  # the vocabulary of tags has namespaces of its own


def test_tags_that_refer_to_nothing_say_so() -> None:
    refs = '<ofd:ObjectRef PageRef="7">10</ofd:ObjectRef><ofd:ObjectRef PageRef="1000">99</ofd:ObjectRef>'
    file = read(tagged(f"<公文体 {XMLNS}><标题>{refs}</标题></公文体>"))
    assert file.tags is not None
    first, second = file.tags[0].children[0].refs
    assert (first.page, first.text) == (None, None)
    assert (second.page, second.text) == (1, None)


def test_signatures_are_listed_with_what_they_protect() -> None:
    made = behind(
        ofd([page()]), ENTRY, "</ofd:DocBody>", "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    )
    made["Doc_0/Signs/Signatures.xml"] = xml(
        f'<ofd:Signatures {XMLNS}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>'
    )
    made["Doc_0/Signs/Sign_0/Signature.xml"] = xml(
        f'<ofd:Signature {XMLNS}><ofd:SignedInfo><ofd:Provider ProviderName="某某签章"/>'
        '<ofd:References CheckMethod="1.2.156.10197.1.401"><ofd:Reference FileRef="/OFD.xml"/>'
        '<ofd:Reference FileRef="/Doc_0/gone.xml"/></ofd:References>'
        '<ofd:StampAnnot ID="2" PageRef="1000" Boundary="120 230 42 42"/></ofd:SignedInfo>'
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>"
    )
    made["Doc_0/Signs/Sign_0/SignedValue.dat"] = b"\x30\x00"
    (found,) = read(made).signatures
    assert found.said == "电子印章 1，某某签章"
    assert (found.protected, found.absent) == (("OFD.xml",), ("/Doc_0/gone.xml",))
    assert read(made).unprotected == (DOCUMENT, PUBLIC, page_part(1))
    assert [(stamp.page, stamp.box.left, stamp.box.bottom) for stamp in found.stamps] == [(1, 120, 272)]
    assert found.whole


def test_places_that_lead_nowhere_are_named_with_what_should_be_there() -> None:
    made = changed(ofd([page()]), DOCUMENT, lambda text: text.replace(">PublicRes.xml<", ">Public.xml<"))
    (lost,) = read(made).lost
    assert (lost.part, lost.target, lost.what) == (DOCUMENT, "Public.xml", "资源")


def test_a_name_in_other_capitals_is_found_and_noted() -> None:
    made = changed(ofd([page(text_object(10, "甲"))]), DOCUMENT, lambda text: text.replace("Page_0", "page_0"))
    file = read(made)
    assert file.pages[0].words and not file.pages[0].unread
    assert [one.near for one in file.lost] == ["Doc_0/Pages/Page_0/Content.xml"]


def test_a_number_that_two_things_have_is_named() -> None:
    assert read(ofd([page(text_object(10, "甲"), text_object(10, "乙"))])).repeated == ("10",)


def test_an_address_outside_of_the_package_is_not_fetched_but_named() -> None:
    made = ofd([page()], fonts=[font(3, "宋体", "https://example.gov.cn/song.ttf")])
    file = read(made)
    assert file.outside == ("https://example.gov.cn/song.ttf",)
    assert not file.faces[0].embedded


def test_a_part_that_nothing_refers_to_is_stray() -> None:
    assert read(ofd([page()]) | {"Doc_0/草稿.txt": b"x"}).stray == ("Doc_0/草稿.txt",)


def test_the_older_namespace_is_read_and_named() -> None:
    made = {
        name: data.replace(b"ofdspec.org/2016", b"ofdspec.org")
        for name, data in ofd([page(text_object(10, "甲"))]).items()
    }
    file = read(made)
    assert file.pages[0].words
    assert len(file.faults) == 1 and "http://www.ofdspec.org" in file.faults[0]


def test_a_package_encrypted_as_gm_t_0099_says_is_locked() -> None:
    made = ofd([page()])
    del made[DOCUMENT]
    file = read(made | {"Encryptions.xml": xml(f"<ofd:Encryptions {XMLNS}/>")})
    assert file.locked and file.encryption and not file.pages


def test_only_a_package_with_an_entry_is_taken_for_an_ofd() -> None:
    assert is_ofd(zipped(ofd([page()])))
    assert not is_ofd(zipped({"word/document.xml": b"OFD.xml"}))
    assert not is_ofd(b"%PDF-1.7 OFD.xml")
