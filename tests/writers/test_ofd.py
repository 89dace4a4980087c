"""What an OFD shows stands where the pages say, and is what they say: read from the file, not from what was asked."""

from __future__ import annotations

import io
import math
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from gwformat.errors import FontMissing
from gwformat.layout.boxes import Fill, Glyphs, Layer, Line, Pages, Placed, Span, Stroke
from gwformat.model import Carrier, CarrierKind, Emphasis, Image, Role
from gwformat.pdf import read_pdf
from gwformat.profiles.schema import Slot
from gwformat.units import Emu, Mm, Pt, Twips
from gwformat.writers.drawn.rendered import Rendered
from gwformat.writers.ofd import write_ofd
from gwformat.writers.typst import write_pdf
from tests.drawings import bmp, png
from tests.standin.fonts import build_all
from tests.writers.ofd_file import NS, OfdFile, Thing
from tests.writers.sheets import BODY, SYSTEM, glyphs, line, pages, row_line, sheet

MM = 0.002  # places are written to a thousandth
BASELINE = 0.859  # of the em box of the stand-in fonts


def rendered(made: Pages, **said: object) -> Rendered:
    return write_ofd(made, SYSTEM, font_dirs=[build_all()], **said)  # type: ignore[arg-type]


def ofd(made: Pages, **said: object) -> OfdFile:
    return OfdFile(rendered(made, **said).data)


def close(*values: float) -> object:
    return pytest.approx(values, abs=MM)


def places(found: OfdFile, page: int = 0) -> list[tuple[float, float]]:
    return [(one.x, one.y) for one in found.characters(page)]


def test_every_character_stands_where_the_page_has_it() -> None:
    found = ofd(pages(line(glyphs("某市", Mm(50), tracking=Pt(-0.25)), glyphs("12", Mm(70)), top=Mm(72))))
    baseline = 72 + BASELINE * BODY.mm
    lefts = (50, 50 + Pt(15.75).mm, 70, 70 + BODY.mm / 2)
    assert [one.char for one in found.characters()] == list("某市12")
    for place, left in zip(places(found), lefts, strict=True):
        assert place == close(left, baseline)


def test_it_shows_what_the_pdf_shows_in_the_same_places() -> None:
    made = pages(
        row_line("某某市人民政府关于2026年“某事”的通知", 0, 2, role=Role.TITLE, block=0),
        row_line("各县（市、区）人民政府，市政府各部门：", 2, slot=Slot.HEITI),
        row_line("（一）某某——某某……《某某》GDP of 2026", 3, 2, slot=Slot.KAITI),
        line(glyphs("某某市人民政府文件", Mm(30), Slot.XIAOBIAOSONG, Pt(62), scale=70), top=Mm(150)),
    )
    found = ofd(made).characters()
    drawn = read_pdf(write_pdf(made, SYSTEM, font_dirs=[build_all()]).data).pages[0].visible
    assert drawn
    for words in drawn:
        near = [one for one in found if math.dist((one.x, one.y), (words.left, words.baseline)) < 0.1]
        assert [one.char for one in near] == [words.text[0]], words.text


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("某市府，。“”（）—… 　aG7é\u2003\u00a0\u200b\x07\U00020bb7\ud800\ufffe"), max_size=30))
def test_whatever_the_words_are_the_file_is_sound_and_has_them(text: str) -> None:
    made = pages(row_line(f"某{text}某", 0))
    found = ofd(made)
    said = "".join(one.char for one in found.characters())
    wanted = "".join(char for char in f"某{text}某" if char.isalnum() and char.isprintable())
    assert "".join(char for char in said if char.isalnum()) == wanted
    for thing in found.things(kind="TextObject"):
        words = found.words(thing.number)
        assert words == words.lstrip()
        assert len(words.encode("utf-16-le")) in (2 * len(words), 4)  # beyond the basic plane only alone


def test_blanks_between_words_stay_where_the_face_changes() -> None:
    latin, han = glyphs("GDP ", Mm(28)), glyphs("某　某", Mm(50))
    found = ofd(pages(line(latin, han, glyphs(" of", Mm(80)), top=Mm(50))))
    assert "".join(one.char for one in found.characters()) == "GDP 某　某 of"


def test_blanks_at_the_end_of_a_line_do_not_leave_the_sheet() -> None:
    """The words of a line that is spread out, and the blank after them."""
    spread = replace(glyphs("Word ", Mm(100)), width=Mm(150), tracking=Pt(60))
    found = ofd(pages(line(spread, top=Mm(50))))
    [thing] = found.things()
    assert found.words(thing.number) == "Word "
    assert found.characters()[-1].x < 210 < 100 + 150


def test_no_character_is_wanting_in_the_embedded_fonts() -> None:
    found = ofd(pages(row_line("某某镕，GDP　of 2026—“某”…", 0), row_line("某 某", 1, slot=Slot.HEITI)))
    fonts = {number: TTFont(io.BytesIO(data)).getBestCmap() for number, data in found.fonts().items()}
    for one in found.characters():
        assert ord(one.char) in fonts[int(one.face)], one


def test_a_face_that_is_neither_bold_nor_slanted_does_not_say_so() -> None:
    found = ofd(pages(row_line("某市 of 2026", 0)))
    listed = list(found.tree(f"{found.folder}/PublicRes.xml").iter(f"{NS}Font"))
    assert listed
    assert not [font for font in listed if font.get("Bold") or font.get("Italic")]


def test_words_that_run_from_right_to_left_begin_on_the_right() -> None:
    drawn = write_ofd(pages(row_line("专名 עברית 12 照录", 0)), SYSTEM)
    assert drawn.unjoined
    found = {one.char: one.x for one in OfdFile(drawn.data).characters()}
    assert "".join(sorted("עברית", key=found.__getitem__, reverse=True)) == "עברית"
    assert found["专"] < found["ת"] < found["ע"] < found["1"] < found["2"] < found["照"]


@pytest.mark.parametrize("said", ["א12ב", "א אב 34 ב"])
def test_numbers_within_such_words_run_from_left_to_right(said: str) -> None:
    found = OfdFile(write_ofd(pages(row_line(said, 0)), SYSTEM).data)
    digits = [one.x for one in found.characters() if one.char.isdigit()]
    first, last = found.characters()[0].x, found.characters()[-1].x
    assert digits == sorted(digits)
    assert last < min(digits) and max(digits) < first
    boxes = {thing.number: thing.box for thing in found.things()}
    for one in found.characters():
        left, _, width, _ = boxes[one.thing]
        assert left - MM <= one.x <= left + width


@pytest.mark.parametrize("said", ["\u05d0\u05b8", "\u05d0\u05b8\u05d1\u05b8"])  # letters with points below them
def test_the_boundary_holds_a_letter_however_many_marks_stand_by_it(said: str) -> None:
    found = ofd(pages(row_line(said, 0)))
    letters = [one for one in found.characters() if one.char.isalpha()]
    boxes = {thing.number: thing.box for thing in found.things()}
    assert letters
    for one in letters:
        left, _, width, _ = boxes[one.thing]
        assert left - MM <= one.x and one.x + BODY.mm / 2 <= left + width + MM


@pytest.mark.parametrize("said", ["\u064e", "某\u0301", "某\U0001f3fb\u064e"])
def test_no_boundary_is_empty(said: str) -> None:
    assert all(min(thing.box[2:]) > 0 for thing in ofd(pages(row_line(said, 0))).things())


def test_a_character_no_font_has_is_reported_and_stays_in_the_text() -> None:
    drawn = rendered(pages(row_line("某\U0010fffd", 0)))
    assert [item.characters for item in drawn.substitutions] == ["\U0010fffd"]
    assert [one.char for one in OfdFile(drawn.data).characters()] == ["某", "\U0010fffd"]


def test_the_sign_for_a_character_that_is_missing_is_within_its_boundary(tmp_path: Path) -> None:
    """It may be wider than the room of the character."""
    with TTFont(build_all() / "FangSong_GB2312.ttf") as font:
        font["hmtx"][".notdef"] = (2000, 0)
        font.save(tmp_path / "wide.ttf")
    drawn = write_ofd(pages(row_line("某\U0010fffd", 0)), SYSTEM, font_dirs=[tmp_path])
    *_, missing = OfdFile(drawn.data).things()
    assert missing.box[2] >= 2 * BODY.mm - MM


@pytest.mark.parametrize("said", [{}, {"scale": 70}, {"bold": True}, {"slanted": True}])
def test_no_ink_is_outside_of_its_boundary(said: dict[str, object]) -> None:
    """What is outside is not shown."""
    found = ofd(pages(line(glyphs("某（市），Wgj", Mm(50), size=Pt(22), **said), top=Mm(72))))
    fonts = {number: TTFont(io.BytesIO(data)) for number, data in found.fonts().items()}
    for thing in found.things(kind="TextObject"):
        left, top, width, height = thing.box
        for x, y in _ink(thing, found, fonts[int(thing.element.get("Font", ""))]):
            assert left - MM <= x <= left + width + MM
            assert top - MM <= y <= top + height + MM


def _ink(thing: Thing, found: OfdFile, font: TTFont) -> Iterator[tuple[float, float]]:
    """The corners of what each character covers, with its outline if it has one."""
    element = thing.element
    code = element.find(f"{NS}TextCode")
    assert code is not None
    size, scale = float(element.get("Size", "")), float(element.get("HScale", "1"))
    more = float(element.get("LineWidth", "0")) / 2
    x, y = float(code.get("X", "")), float(code.get("Y", ""))
    glyphs_of, names = font.getGlyphSet(), font.getBestCmap()
    ways = [*map(float, code.get("DeltaX", "").split()), 0.0]
    for char, way in zip(found.words(thing.number), ways, strict=True):
        pen = BoundsPen(glyphs_of)
        glyphs_of[names[ord(char)]].draw(pen)
        em = size / font["head"].unitsPerEm
        x0, y0, x1, y1 = (length * em for length in pen.bounds)
        for across in (x0 * scale - more, x1 * scale + more):
            for up in (y0 - more, y1 + more):
                yield thing.point(x + across, y - up)
        x += way


def test_the_boundary_of_chinese_words_is_their_em_boxes() -> None:
    [thing] = ofd(pages(line(glyphs("某某", Mm(50)), top=Mm(72)))).things()
    assert thing.box == close(50, 72, 2 * BODY.mm, BODY.mm)


def test_narrowed_words_are_narrow_and_stand_in_their_places() -> None:
    found = ofd(pages(line(glyphs("某某市", Mm(30), Slot.XIAOBIAOSONG, Pt(62), scale=70), top=Mm(72))))
    [thing] = found.things()
    assert thing.element.get("HScale") == "0.7"
    assert [x for x, _ in places(found)] == close(30, 30 + 0.7 * Pt(62).mm, 30 + 1.4 * Pt(62).mm)


def test_slanted_words_lean_and_stand_on_the_same_baseline() -> None:
    upright = places(ofd(pages(line(glyphs("某某", Mm(30)), top=Mm(72)))))
    leaning = ofd(pages(line(glyphs("某某", Mm(30), slanted=True), top=Mm(72))))
    [thing] = leaning.things()
    for before, after in zip(upright, places(leaning), strict=True):
        assert after == close(*before)
    foot, head = thing.point(0, 5), thing.point(0, 0)
    assert head[0] - foot[0] == pytest.approx(5 * math.tan(math.radians(12)), abs=MM)


def test_bold_words_without_a_bold_face_have_an_outline() -> None:
    [plain] = ofd(pages(line(glyphs("某", Mm(30)), top=Mm(72)))).things()
    [bold] = ofd(pages(line(glyphs("某", Mm(30), bold=True), top=Mm(72)))).things()
    assert plain.element.get("Stroke") is None
    assert (bold.element.get("Stroke"), bold.element.get("Fill")) == ("true", "true")
    assert float(bold.element.get("LineWidth", "")) == pytest.approx(0.03 * BODY.mm, abs=MM)


@pytest.mark.parametrize(("emphasis", "shift"), [(Emphasis.SUPERSCRIPT, -0.33), (Emphasis.SUBSCRIPT, 0.08)])
def test_raised_and_lowered_words_are_small(emphasis: Emphasis, shift: float) -> None:
    small = Glyphs("某", Mm(28), Pt(9.28), SYSTEM.families[Slot.FANGSONG], BODY, emphasis=frozenset((emphasis,)))
    [found] = ofd(pages(line(small, top=Mm(100)))).characters()
    assert found.size == pytest.approx(0.58 * BODY.mm, abs=MM)
    assert found.y == pytest.approx(100 + (BASELINE + shift) * BODY.mm, abs=MM)


def test_underlines_run_through_blanks_and_marks_of_emphasis_stand_below_words() -> None:
    under = glyphs("　某　", Mm(28), emphasis=frozenset((Emphasis.UNDERLINE,)))
    dotted = glyphs("某，", Mm(28), emphasis=frozenset((Emphasis.EMPHASIS_MARK,)))
    [rule] = ofd(pages(line(under, top=Mm(50)))).things(kind="PathObject")
    (left, _), (right, _) = _ends(rule)
    assert (left, right) == close(28, 28 + 3 * BODY.mm)
    [dot] = ofd(pages(line(dotted, top=Mm(50)))).things(kind="PathObject")
    assert dot.element.get("Fill") == "true"
    assert (dot.box[0] + dot.box[2] / 2, dot.box[2]) == close(28 + BODY.mm / 2, 0.12 * BODY.mm)
    assert dot.box[1] > 50 + BODY.mm


def test_hyphens_and_dots_that_nobody_wrote_are_no_part_of_an_element() -> None:
    words = glyphs("某某", Mm(28))
    dots = replace(glyphs("\t", Mm(40)), width=Mm(30), leader=True)
    found = ofd(pages(line(words, dots, glyphs("3", Mm(70)), top=Mm(50), block=0)))
    texts = [found.words(thing.number) for thing in found.things()]
    assert texts[0] == "某某" and texts[2] == "3" and set(texts[1]) == {"."}
    assert found.tagged("公文体/主体/正文") == ["某某3"]
    last = [one.x for one in found.characters() if one.char == "."][-1]
    assert last + BODY.mm / 4 <= 70 + MM


def test_strokes_are_given_by_their_middle_and_areas_by_their_edges() -> None:
    level = Stroke(Mm(28), Mm(110), Mm(156), Mm(1), "FF0000")
    upright = Stroke(Mm(28), Mm(120), Emu(0), Mm(0.5), height=Mm(30))
    slanting = Stroke(Mm(100), Mm(120), Mm(20), Mm(0.2), height=Mm(10))
    made = pages(strokes=(level, upright, slanting), fills=(Fill(Mm(30), Mm(40), Mm(50), Mm(20), "D9D9D9"),))
    area, *rules = ofd(made).things()
    assert area.box == close(30, 40, 50, 20)
    assert area.element.find(f"{NS}FillColor").get("Value") == "217 217 217"  # type: ignore[union-attr]
    ends = [_ends(rule) for rule in rules]
    assert ends == [
        (close(28, 110), close(184, 110)),
        (close(28, 120), close(28, 150)),
        (close(100, 120), close(120, 130)),
    ]
    assert [float(rule.element.get("LineWidth", "")) for rule in rules] == close(1, 0.5, 0.2)
    left, top, width, height = rules[0].box  # with a dot of the screen and more around the ink
    assert left < 27.6 and top < 109.1 and left + width > 184.4 and top + height > 110.9
    assert rules[0].element.find(f"{NS}StrokeColor").get("Value") == "255 0 0"  # type: ignore[union-attr]


def _ends(rule: Thing) -> tuple[tuple[float, float], ...]:
    said = (rule.element.findtext(f"{NS}AbbreviatedData") or "").split()
    assert (said[0], said[3]) == ("M", "L")
    return tuple(rule.point(float(said[at]), float(said[at + 1])) for at in (1, 4))


def _placed(data: bytes, image: Image | None = None, **said: object) -> Placed:
    carrier = Carrier(CarrierKind.IMAGE, "某图", data=data, image=image)
    return replace(Placed(carrier, Mm(40), Mm(60), Mm(50), Mm(30)), **said)  # type: ignore[arg-type]


def _corners(thing: Thing) -> list[tuple[float, float]]:
    """Where the corners of the unit square go that a picture fills."""
    return [thing.point(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]


def test_a_picture_fills_its_place_and_is_in_the_file_once() -> None:
    found = ofd(pages(carriers=(_placed(png()), _placed(png(), y=Mm(100)))))
    first, second = found.things(kind="ImageObject")
    assert _corners(first) == [close(40, 60), close(90, 60), close(90, 90), close(40, 90)]
    assert _corners(second)[0] == close(40, 100)
    assert list(found.images().values()) == [png()]


def test_a_turned_picture_keeps_its_middle() -> None:
    [thing] = ofd(pages(carriers=(_placed(png(), Image("", turn=90)),))).things()
    assert _corners(thing) == [close(80, 50), close(80, 100), close(50, 100), close(50, 50)]
    assert thing.box == pytest.approx((50, 50, 30, 50), abs=2 * MM)


def test_of_a_cropped_picture_only_the_rest_is_in_the_file() -> None:
    from PIL import Image as Pillow

    content = io.BytesIO()
    picture = Pillow.new("L", (100, 100), 255)
    picture.paste(0, (25, 0, 100, 75))
    picture.save(content, "PNG")
    found = ofd(pages(carriers=(_placed(content.getvalue(), Image("", (0.25, 0.0, 0.0, 0.25))),)))
    [thing] = found.things()
    assert thing.box == close(40, 60, 50, 30)
    [data] = found.images().values()
    with Pillow.open(io.BytesIO(data)) as shown:
        assert (shown.size, shown.getextrema()) == ((75, 75), (0, 0))


def test_of_a_damaged_picture_no_part_can_be_shown() -> None:
    from PIL import Image as Pillow

    content = io.BytesIO()
    Pillow.effect_noise((64, 64), 50).save(content, "JPEG")
    cut = _placed(content.getvalue()[:900], Image("", (0.25, 0.0, 0.0, 0.25)))
    assert rendered(pages(carriers=(cut,))).undrawn == ((CarrierKind.IMAGE, 1),)


def test_what_a_photograph_tells_of_its_making_is_left_out() -> None:
    from PIL import Image as Pillow

    content = io.BytesIO()
    told = Pillow.Exif()
    told[0x010F] = "某牌相机"
    Pillow.new("RGB", (8, 8)).save(content, "JPEG", exif=told)
    assert b"Exif" in content.getvalue()
    [data] = ofd(pages(carriers=(_placed(content.getvalue()),))).images().values()
    assert b"Exif" not in data and data.startswith(b"\xff\xd8")


def test_a_crop_that_adds_a_margin_makes_the_picture_smaller() -> None:
    [thing] = ofd(pages(carriers=(_placed(png(), Image("", (-0.5, 0.0, -0.5, 0.0))),))).things()
    assert thing.box == close(40 + 12.5, 60, 25, 30)


def test_windows_bitmaps_are_put_in_as_png() -> None:
    [data] = ofd(pages(carriers=(_placed(bmp()),))).images().values()
    assert data.startswith(b"\x89PNG")


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:40], b"\1\0\0\0 EMF"])
def test_what_cannot_be_drawn_is_a_dashed_frame_and_counted(data: bytes) -> None:
    drawn = rendered(pages(row_line("某", 0), carriers=(_placed(data),)))
    assert drawn.undrawn == ((CarrierKind.IMAGE, 1),)
    [frame] = OfdFile(drawn.data).things(kind="PathObject")
    assert frame.element.get("DashPattern")
    assert frame.box == pytest.approx((40, 60, 50, 30), abs=1.2)  # with room around the line


def test_what_lies_behind_the_words_is_in_the_background_and_numbers_go_up() -> None:
    carriers = (_placed(png(), layer=Layer.BEFORE), _placed(png(), layer=Layer.BEHIND))
    found = ofd(pages(row_line("某", 0), carriers=carriers))
    layers = list(found.pages[0].iter(f"{NS}Layer"))
    assert [one.get("Type") for one in layers] == ["Background", "Body", "Foreground"]
    assert [etree.QName(one[0]).localname for one in layers] == ["ImageObject", "TextObject", "ImageObject"]
    numbers = [thing.number for thing in found.things()]
    assert numbers == sorted(numbers)


def test_words_for_the_sheet_upright_are_turned() -> None:
    number = line(glyphs("某7", Mm(100)), top=Mm(20))
    wide = replace(sheet(width=Mm(297), height=Mm(210)), turned=(number,))
    found = ofd(Pages((wide,)))
    baseline = 20 + BASELINE * BODY.mm
    assert places(found) == [close(297 - baseline, 100), close(297 - baseline, 100 + BODY.mm)]
    for thing in found.things():
        left, top, width, height = thing.box
        assert height > width or len(found.words(thing.number)) == 1
        assert left >= 0 and top >= 0


def test_a_blank_page_and_a_landscape_page_keep_their_size() -> None:
    wide = sheet(row_line("某", 0), number=3, width=Mm(297), height=Mm(210))
    in_twips = sheet(number=4, width=Twips(11_906), height=Twips(16_838))  # as Word says A4
    letter = sheet(number=5, width=Twips(12_240), height=Twips(15_840))
    found = ofd(Pages((sheet(row_line("某", 0)), sheet(number=2), wide, in_twips, letter)))
    boxes = [page.findtext(f"{NS}Area/{NS}PhysicalBox") for page in found.pages]
    assert boxes == ["0 0 210 297", "0 0 210 297", "0 0 297 210", "0 0 210 297", "0 0 215.9 279.4"]
    assert found.things(1) == []


DOCUMENT = Pages(
    (
        sheet(
            row_line("000001", 0, role=Role.COPY_NUMBER, block=0),
            row_line("机密★1年", 1, role=Role.SECRECY, block=1),
            row_line("特急", 2, role=Role.URGENCY, block=2),
            row_line("某某市人民政府文件", 3, role=Role.ISSUER_MARK, block=3),
            row_line("某政发〔2026〕15号", 4, role=Role.DOC_NUMBER, block=4),
            row_line("签发人：张三　李四", 5, role=Role.SIGNER, block=5),
            row_line("某某市人民政府关于某事的", 6, role=Role.TITLE, block=6),
            row_line("通知", 7, role=Role.TITLE, block=6),
            row_line("各县（市、区）人民政府：", 8, role=Role.ADDRESSEE, block=7),
            row_line("一、总体要求", 9, 2, role=Role.HEADING1, block=8),
            row_line("为贯彻落实某事，现通知如", 10, 2, block=9),
            row_line("— 1 —", 21, role=Role.OTHER),
        ),
        sheet(
            row_line("下。", 0, block=9),
            row_line("附件：某某表", 1, 2, role=Role.ATTACHMENT_NOTE, block=10),
            row_line("某某市人民政府", 2, 10, role=Role.SIGNATURE, block=11),
            row_line("2026年5月6日", 3, 10, role=Role.DATE, block=12),
            row_line("（此件公开发布）", 4, 2, role=Role.ANNOTATION, block=13),
            number=2,
        ),
        sheet(
            row_line("附件1", 0, role=Role.ATTACHMENT_LABEL, block=14),
            row_line("某某表", 1, role=Role.ATTACHMENT_TITLE, block=15),
            row_line("一、表一", 2, role=Role.HEADING1, block=16),
            row_line("附件2", 3, role=Role.ATTACHMENT_LABEL, block=17),
            row_line("表二的内容", 4, role=Role.ATTACHMENT_BODY, block=18),
            row_line("抄送：某某市委办公室，某某市", 20, role=Role.COPY_TO, block=19),
            row_line("人大常委会办公室。", 21, role=Role.COPY_TO, block=19),
            row_line("某某市人民政府办公室", 22, role=Role.PRINTER, block=20),
            row_line("2026年5月7日印发", 23, role=Role.PRINT_DATE, block=21),
            number=3,
        ),
    )
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("版头/份号", ["000001"]),
        ("版头/密级和保密期限/密级", ["机密"]),
        ("版头/密级和保密期限/保密期限", ["1年"]),
        ("版头/紧急程度", ["特急"]),
        ("版头/发文机关标志/发文机关名称", ["某某市人民政府"]),
        ("版头/发文机关标志/后缀标志", ["文件"]),
        ("版头/发文字号/发文机关代字", ["某政发"]),
        ("版头/发文字号/年份", ["2026"]),
        ("版头/发文字号/发文顺序号", ["15"]),
        ("版头/签发人", ["张三　", "李四"]),
        ("主体/标题", ["某某市人民政府关于某事的通知"]),
        ("主体/主送机关", ["各县（市、区）人民政府"]),
        ("主体/正文", ["一、总体要求为贯彻落实某事，现通知如下。"]),
        ("主体/附件说明", ["某某表"]),
        ("主体/发文机关署名", ["某某市人民政府"]),
        ("主体/成文日期", ["2026年5月6日"]),
        ("主体/附注", ["（此件公开发布）"]),
        ("主体/附件", ["附件1某某表一、表一", "附件2表二的内容"]),
        ("版记/抄送机关", ["某某市委办公室，某某市人大常委会办公室"]),
        ("版记/印发机关", ["某某市人民政府办公室"]),
        ("版记/印发日期", ["2026年5月7日"]),
    ],
)
def test_the_elements_are_found_by_their_tags(path: str, words: list[str]) -> None:
    margin = DOCUMENT.pages[0]
    made = replace(
        DOCUMENT, pages=(replace(margin, lines=(*margin.lines[:-1], _margin(margin.lines[-1]))), *DOCUMENT.pages[1:])
    )
    assert ofd(made).tagged(f"公文体/{path}") == words


def _margin(number: Line) -> Line:
    return replace(number, margin=True)


def test_the_mark_of_an_order_ends_in_one_and_a_level_may_be_set_wide() -> None:
    found = ofd(
        pages(
            row_line("机　密", 0, role=Role.SECRECY, block=0),
            row_line("某某市人民政府令", 1, role=Role.ISSUER_MARK, block=1),
        )
    )
    assert found.tagged("公文体/版头/密级和保密期限/密级") == ["机　密"]
    assert found.tagged("公文体/版头/发文机关标志/*") == ["某某市人民政府", "令"]
    datas = {one.get("Name"): one.text for one in found.entry.iter(f"{NS}CustomData")}
    assert datas["密级"] == "机密"


def test_every_reference_leads_to_an_object_of_the_page_it_names() -> None:
    found = ofd(DOCUMENT)
    on_page = {number: {thing.number for thing in found.things(at)} for at, number in enumerate(found.numbers)}
    references = list(found.tags().iter(f"{NS}ObjectRef"))
    assert references
    for one in references:
        assert int(one.text or 0) in on_page[int(one.get("PageRef", ""))]


def test_numbers_are_given_once_and_none_is_greater_than_said() -> None:
    found = ofd(replace(DOCUMENT, pages=(*DOCUMENT.pages, sheet(carriers=(_placed(png()),)))))
    trees = [found.tree(name) for name in found.names if name.endswith(".xml")]
    numbers = [int(one.get("ID", "")) for tree in trees for one in tree.iter() if one.get("ID")]
    assert len(numbers) == len(set(numbers))
    assert max(numbers) <= int(found.document.findtext(f"{NS}CommonData/{NS}MaxUnitID") or 0)


def test_every_place_in_the_package_that_is_named_is_there() -> None:
    found = ofd(replace(DOCUMENT, pages=(*DOCUMENT.pages, sheet(carriers=(_placed(png()),)))))
    assert found.names[0] == "OFD.xml"
    common = found.document.find(f"{NS}CommonData")
    assert common is not None
    for name in (common.findtext(f"{NS}PublicRes"), common.findtext(f"{NS}DocumentRes")):
        tree = found.tree(f"Doc_0/{name}")
        files = [one.text for one in tree.iter(f"{NS}FontFile", f"{NS}MediaFile")]
        assert files and all(f"Doc_0/{tree.get('BaseLoc')}/{file}" in found.names for file in files)


def test_headings_become_an_outline_each_below_the_higher_one_before_it() -> None:
    run_in = Line(
        (glyphs("1．第一件事。", Mm(28), lead=Role.HEADING3), glyphs("正文接在后面", Mm(80))),
        *(Role.BODY, Mm(28), Mm(100), Mm(106), Mm(100), (Span(4, 0, 7), Span(5, 0, 6))),
    )
    first = sheet(
        row_line("某某市人民政府关于某事的", 0, 2, role=Role.TITLE, block=1),
        row_line("通知", 1, 9, role=Role.TITLE, block=1),
        row_line("一、总体要求", 3, 2, role=Role.HEADING1, block=3),
        run_in,
    )
    second = sheet(row_line("附件1", 0, role=Role.ATTACHMENT_LABEL, block=9), number=2)
    found = ofd(Pages((first, second)))
    [outlines] = found.document.iter(f"{NS}Outlines")
    assert _titles(outlines) == [
        ("某某市人民政府关于某事的通知", [("一、总体要求", [("1．第一件事", [])])]),
        ("附件1", []),
    ]
    places_of = [(int(one.get("PageID", "")), float(one.get("Top", ""))) for one in outlines.iter(f"{NS}Dest")]
    assert places_of[1] == (found.numbers[0], pytest.approx(first.lines[2].top.mm, abs=MM))
    assert places_of[3][0] == found.numbers[1]


def _titles(element: etree._Element) -> list[tuple[str | None, object]]:
    return [(one.get("Title"), _titles(one)) for one in element.iterfind(f"{NS}OutlineElem")]


def test_the_data_about_the_document_repeat_its_elements() -> None:
    found = ofd(DOCUMENT, genre="通知", created=datetime(2026, 5, 6, 23, 59, tzinfo=UTC)).entry
    info = found.find(f"{NS}DocBody/{NS}DocInfo")
    assert info is not None
    said = {etree.QName(one).localname: one.text for one in info if one.text}
    assert len(said.pop("DocID") or "") == 32
    assert said.pop("CreatorVersion")
    assert said == {
        "Title": "某某市人民政府关于某事的通知",
        "Author": "某某市人民政府",
        "Subject": "通知",
        "CreationDate": "2026-05-06",
        "ModDate": "2026-05-06",
        "Creator": "gwformat",
    }
    datas = {one.get("Name"): one.text for one in info.iter(f"{NS}CustomData")}
    assert (datas["发文字号"], datas["签发人"], datas["页数"]) == ("某政发〔2026〕15号", "张三、李四", "3")


def test_without_a_date_none_is_made_up_and_the_same_pages_give_the_same_bytes() -> None:
    first = rendered(DOCUMENT).data
    assert b"CreationDate" not in OfdFile(first).parts["OFD.xml"]
    assert rendered(DOCUMENT).data == first
    other = replace(DOCUMENT, pages=DOCUMENT.pages[:2])
    assert OfdFile(rendered(other).data).entry.findtext(f".//{NS}DocID") != OfdFile(first).entry.findtext(
        f".//{NS}DocID"
    )


def test_documents_may_be_drawn_at_the_same_time() -> None:
    sheets = [pages(row_line(f"第{number}份某市政府", 0)) for number in range(8)]
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(lambda made: rendered(made).data, sheets))
    assert together == [rendered(made).data for made in sheets]


def test_replaced_characters_are_reported_and_the_file_says_so() -> None:
    drawn = rendered(pages(row_line("朱镕某", 0)))
    [substitution] = drawn.substitutions
    assert (substitution.family, substitution.characters) == ("仿宋_GB2312", "镕")
    found = OfdFile(drawn.data)
    assert found.entry.findtext(f".//{NS}Abstract") == "字体已替换：仿宋_GB2312（镕）→仿宋"
    assert [found.words(thing.number) for thing in found.things()] == ["朱", "镕", "某"]


def test_strict_refuses_to_replace() -> None:
    with pytest.raises(FontMissing, match="“仿宋_GB2312”没有“镕”"):
        rendered(pages(row_line("朱镕某", 0)), strict=True)


def test_faces_that_may_not_be_embedded_are_named(tmp_path: Path) -> None:
    font = TTFont(build_all() / "FangSong_GB2312.ttf")
    font["OS/2"].fsType = 0x0002
    font.save(tmp_path / "FangSong_GB2312.ttf")
    made = pages(row_line("某", 0))
    [(name, embedding)] = write_ofd(made, SYSTEM, font_dirs=[tmp_path]).guarded
    assert (name, embedding.words) == ("仿宋_GB2312", "不许嵌入")
    assert rendered(made).guarded == ()


@pytest.mark.skipif("GWFORMAT_OFD_XSD" not in os.environ, reason="GWFORMAT_OFD_XSD names no folder of schemas")
def test_the_file_is_as_the_schemas_of_annex_a_say() -> None:
    folder = Path(os.environ["GWFORMAT_OFD_XSD"])
    small = Glyphs("某", Mm(28), Mm(4), SYSTEM.families[Slot.FANGSONG], BODY, bold=True, slanted=True)
    shown = sheet(
        line(small, top=Mm(50)), strokes=(Stroke(Mm(28), Mm(110), Mm(156), Mm(1)),), carriers=(_placed(png()),)
    )
    found = ofd(replace(DOCUMENT, pages=(*DOCUMENT.pages, shown)), created=datetime(2026, 5, 6, tzinfo=UTC))
    schemas = {"OFD.xml": "OFD", "Document.xml": "Document", "Content.xml": "Page"}
    schemas |= {"PublicRes.xml": "Res", "DocumentRes.xml": "Res"}
    for name in found.names:
        if schema := schemas.get(name.rpartition("/")[2]):
            etree.XMLSchema(etree.parse(folder / f"{schema}.xsd")).assertValid(found.tree(name))
