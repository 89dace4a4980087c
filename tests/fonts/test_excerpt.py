"""A face cut down to some characters draws them as before: read back by fontTools, which knows nothing of the cut."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from gwformat.fonts.character_map import lookup, table_of
from gwformat.fonts.embedding import Right
from gwformat.fonts.excerpt import Excerpt, excerpt
from gwformat.fonts.installed import Installed
from tests.standin.fonts import build_all

NAMES = {"familyName": "某某体", "styleName": "Regular", "psName": "MouMou"}
BEYOND = "\U00020bb7"  # of the extension B, as in some names
GLYPHS = {"A": 0x41, "aacute": 0xE1, "uni4E00": 0x4E00, "uni4E01": 0x4E01, "u20BB7": 0x20BB7}


def _square(pen: object, left: int, low: int, side: int) -> None:
    for number, place in enumerate(((0, 0), (0, side), (side, side), (side, 0))):
        point = (left + place[0], low + place[1])
        pen.lineTo(point) if number else pen.moveTo(point)  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def _truetype(path: Path, fs_type: int = 0) -> Installed:
    """Squares of different sizes; `aacute` is made of `A` and of itself moved up."""
    builder = FontBuilder(1000, isTTF=True)
    order = [".notdef", "unused", *GLYPHS]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({code: name for name, code in GLYPHS.items()})
    glyphs = {}
    for number, name in enumerate(order):
        pen = TTGlyphPen(glyphs)
        if name == "aacute":
            pen.addComponent("A", (1, 0, 0, 1, 10, 300))
            pen.addComponent("unused", (0.5, 0, 0, 0.5, -60, 0))
        else:
            _square(pen, 50, -100, 300 + 100 * number)
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    return _finished(builder, path, fs_type, {name: (500 + 10 * n, 50) for n, name in enumerate(order)})


def _postscript(path: Path) -> Installed:
    """Rounds, whose outlines are curves of the third degree."""
    builder = FontBuilder(1000, isTTF=False)
    order = [".notdef", *GLYPHS]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({code: name for name, code in GLYPHS.items()})
    strings = {}
    for number, name in enumerate(order):
        pen = T2CharStringPen(600, None)
        reach = 300 + 10 * number
        pen.moveTo((0, 400))
        pen.curveTo((0, 400 + reach), (500, 400 + reach), (500, 400))
        pen.curveTo((500, 400 - reach), (0, 400 - reach), (0, 400))
        pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF(NAMES["psName"], {}, strings, {})
    return _finished(builder, path, 0, dict.fromkeys(order, (600, 0)))


def _finished(builder: FontBuilder, path: Path, fs_type: int, metrics: dict[str, tuple[int, int]]) -> Installed:
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=859, descent=-141)
    builder.setupNameTable(NAMES)
    builder.setupOS2(fsType=fs_type)
    builder.setupPost()
    builder.save(path)
    return Installed(path, 0, ("某某体",))


def _opened(cut: Excerpt) -> TTFont:
    return TTFont(io.BytesIO(cut.data))


def _bounds(font: TTFont, char: str) -> tuple[float, ...]:
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(char)]].draw(pen)
    return tuple(pen.bounds)


def _width(font: TTFont, char: str) -> int:
    return int(font["hmtx"][font.getBestCmap()[ord(char)]][0])


def test_only_the_wanted_characters_are_in_it_and_they_look_as_before(tmp_path: Path) -> None:
    face = _truetype(tmp_path / "face.ttf")
    cut, whole = _opened(excerpt(face, frozenset("一A"))), TTFont(face.path)
    assert set(cut.getBestCmap()) == {0x4E00, 0x41}
    assert len(cut.getGlyphOrder()) == 3
    for char in "一A":
        assert (_bounds(cut, char), _width(cut, char)) == (_bounds(whole, char), _width(whole, char))


def test_a_composite_glyph_brings_its_parts(tmp_path: Path) -> None:
    face = _truetype(tmp_path / "face.ttf")
    cut, whole = _opened(excerpt(face, frozenset("á"))), TTFont(face.path)
    assert _bounds(cut, "á") == _bounds(whole, "á")
    assert set(cut.getBestCmap()) == {0xE1}


def test_characters_beyond_the_basic_plane_are_found(tmp_path: Path) -> None:
    face = _truetype(tmp_path / "face.ttf")
    cut, whole = _opened(excerpt(face, frozenset(f"一{BEYOND}"))), TTFont(face.path)
    assert _bounds(cut, BEYOND) == _bounds(whole, BEYOND)
    assert {(table.platformID, table.platEncID) for table in cut["cmap"].tables} == {(3, 1), (3, 10)}


def test_outlines_of_postscript_become_those_of_truetype(tmp_path: Path) -> None:
    face = _postscript(tmp_path / "face.otf")
    made = excerpt(face, frozenset("一丁"))
    cut, whole = _opened(made), TTFont(face.path)
    assert cut.sfntVersion == "\0\1\0\0" and "glyf" in cut and "CFF " not in cut
    for char in "一丁":
        assert _bounds(cut, char) == pytest.approx(_bounds(whole, char), abs=1)
        assert _width(cut, char) == _width(whole, char)
    highest = max(_bounds(whole, char)[3] for char in "一丁") / 1000
    assert highest <= made.reach.above <= highest + 0.01


def test_what_the_face_does_not_have_is_left_out(tmp_path: Path) -> None:
    assert excerpt(_truetype(tmp_path / "face.ttf"), frozenset("一二")).characters == frozenset("一")


def test_how_far_the_ink_reaches_is_known(tmp_path: Path) -> None:
    reach = excerpt(_truetype(tmp_path / "face.ttf"), frozenset("丁")).reach
    # The square of 丁, the sixth glyph, is 800 wide from 50, with an advance of 550.
    assert (reach.above, reach.below, reach.before, reach.after) == pytest.approx((0.7, 0.1, 0, 0.3))


def test_the_makers_permission_is_told(tmp_path: Path) -> None:
    assert excerpt(_truetype(tmp_path / "face.ttf", 0x0002), frozenset("一")).embedding.right is Right.RESTRICTED


def test_every_table_of_a_large_face_can_be_read_by_others() -> None:
    face = Installed(build_all() / "SimSun.ttf", 0, ("宋体",))
    cut, whole = _opened(excerpt(face, frozenset("某市政府〔2026〕 ，。"))), TTFont(face.path)
    tags = cut.keys()
    assert all(cut[tag] is not None for tag in tags)
    assert {name.toUnicode() for name in cut["name"].names} <= {name.toUnicode() for name in whole["name"].names}
    for char in "某〔":
        assert (_bounds(cut, char), _width(cut, char)) == (_bounds(whole, char), _width(whole, char))


def test_the_same_characters_give_the_same_bytes(tmp_path: Path) -> None:
    face = _truetype(tmp_path / "face.ttf")
    first = excerpt(face, frozenset("一丁")).data
    excerpt.cache_clear()
    assert excerpt(face, frozenset("丁一")).data == first


CODES = st.dictionaries(
    st.one_of(
        st.integers(0x20, 0x30), st.integers(0x4E00, 0x4E10), st.integers(0, 0xFFFE), st.integers(0x10000, 0x2FFFF)
    ),
    st.integers(1, 400),
    max_size=40,
)


@given(CODES)
def test_a_character_map_leads_to_the_glyphs_it_was_made_of(glyphs: dict[int, int]) -> None:
    data = table_of(glyphs)
    find = lookup(data)
    assert find is not None
    neighbours = {code + step for code in glyphs for step in (-1, 0, 1)}
    assert {code: find(code) for code in neighbours} == {code: glyphs.get(code, 0) for code in neighbours}


@given(CODES)
def test_a_character_map_is_read_by_others(glyphs: dict[int, int]) -> None:
    font = TTFont()
    font.setGlyphOrder([f"g{number}" for number in range(401)])
    from fontTools.ttLib import newTable

    table = newTable("cmap")
    table.decompile(table_of(glyphs), font)
    best = max(table.tables, key=lambda one: one.platEncID).cmap
    assert {code: int(name[1:]) for code, name in best.items() if name != "g0"} == glyphs


def test_neighbours_make_one_stretch_so_that_a_large_face_has_a_small_map() -> None:
    assert len(table_of({0x4E00 + number: 1 + number for number in range(20902)})) == len(table_of({0x4E00: 1}))


def test_in_a_list_of_glyphs_nothing_is_added_to_the_missing_one() -> None:
    """OpenType, cmap format 4: the difference of a stretch is added to what its list names unless that is 0."""
    words = (4, 36, 0, 4, 4, 1, 0, 0x4E01, 0xFFFF, 0, 0x4E00, 0xFFFF, 7, 1, 4, 0, 0, 3)
    find = lookup(struct.pack(">HHHHL18H", 0, 1, 3, 1, 12, *words))
    assert find is not None
    assert [find(0x4E00), find(0x4E01)] == [0, 10]


@given(CODES)
def test_maps_that_others_wrote_are_read(glyphs: dict[int, int]) -> None:
    """fontTools writes stretches with a list of glyphs where numbers do not go up by one."""
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    font = TTFont()
    font.setGlyphOrder([f"g{number}" for number in range(401)])
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, []
    basic = {code: f"g{glyph}" for code, glyph in glyphs.items() if code < 0xFFFF}
    kinds = [(4, 3, 1, basic), (12, 3, 10, {code: f"g{glyph}" for code, glyph in glyphs.items()})]
    for form, platform, encoding, named in kinds if len(basic) < len(glyphs) else kinds[:1]:
        one = CmapSubtable.newSubtable(form)
        one.platformID, one.platEncID, one.language, one.cmap = platform, encoding, 0, named
        table.tables.append(one)
    find = lookup(table.compile(font))
    assert find is not None
    neighbours = {code + step for code in glyphs for step in (-1, 0, 1)}
    assert {code: find(code) for code in neighbours} == {code: glyphs.get(code, 0) for code in neighbours}
