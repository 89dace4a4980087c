"""Words are read with their places, their fonts and what is missing of them, whichever way they are written."""

from __future__ import annotations

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from gwformat.ofd.values import OfdFile
from tests.ofd.building import (
    font,
    ofd,
    page,
    text_object,
)
from tests.ofd.reading import close, read, words


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
