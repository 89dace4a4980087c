"""What typst draws stands where the pages say: measured from the PDF, not from what was asked for."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from benchmarks.ink import Box, ink
from gwformat.errors import ConfigurationInvalid, FontMissing, UsageError
from gwformat.fonts import FontSystem, load_system
from gwformat.layout.boxes import Glyphs, Line, Pages, Placed, Span, Stroke
from gwformat.model import Carrier, CarrierKind, Emphasis, Image, Role
from gwformat.pdf import read_pdf
from gwformat.profiles.schema import Slot
from gwformat.units import Emu, Mm, Pt
from gwformat.writers.drawn.rendered import Rendered
from gwformat.writers.typst import write_pdf, write_png, write_svg
from tests.drawings import png
from tests.standin.fonts import build_all
from tests.writers.sheets import BODY, SYSTEM, glyphs, line, pages, row_line, sheet

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")

MM = 0.05  # one pixel at 600 dpi is 0.042 mm
WHOLE = Box(0, 0, 210, 297)
INSET = 0.04  # of the ink of a stand-in character from the edge of its em box


def pdf(made: Pages, **said: object) -> Rendered:
    return write_pdf(made, SYSTEM, font_dirs=[build_all()], **said)  # type: ignore[arg-type]


def measured(made: Pages, folder: Path, area: Box = WHOLE) -> Box:
    path = folder / "measured.pdf"
    path.write_bytes(pdf(made).data)
    found = ink(path, 1, area)
    assert found is not None
    return found


def words(made: Pages) -> str:
    return PdfReader(io.BytesIO(pdf(made).data)).pages[0].extract_text()


def close(value: float) -> object:
    return pytest.approx(value, abs=MM)


@needs_poppler
@pytest.mark.parametrize("slot", list(Slot))
@pytest.mark.parametrize("size", [Pt(14), Pt(16), Pt(22), Pt(62)])
def test_the_em_box_fills_the_line_from_top_to_bottom(tmp_path: Path, slot: Slot, size: Emu) -> None:
    drawn = measured(pages(line(glyphs("某某", Mm(50), slot, size), top=Mm(72))), tmp_path)
    inset = INSET * size.mm
    assert drawn.y0 == close(72 + inset)
    assert drawn.y1 == close(72 + size.mm - inset)
    assert drawn.x0 == close(50 + inset)
    assert drawn.x1 == close(50 + 2 * size.mm - inset)


@needs_poppler
def test_text_of_several_faces_and_sizes_stands_on_one_baseline(tmp_path: Path) -> None:
    small = glyphs("中", Mm(70), Slot.KAITI, Pt(10))
    made = pages(line(glyphs("某", Mm(28)), glyphs("H", Mm(50)), small, top=Mm(50)))
    baseline = 50 + 0.859 * BODY.mm
    assert measured(made, tmp_path, Box(49, 0, 60, 297)).y1 == close(baseline)
    assert measured(made, tmp_path, Box(69, 0, 90, 297)).y1 == close(baseline + 0.101 * Pt(10).mm)


HAN_AND_MARKS = st.text(st.sampled_from("某市政府，。、：；？！（）《》“”‘’〔〕【】—…·"), max_size=24)


@needs_poppler
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(between=HAN_AND_MARKS, tracking=st.sampled_from([0, -0.25, 1.5]))
def test_no_punctuation_is_closed_up_or_trimmed(tmp_path: Path, between: str, tracking: float) -> None:
    text = f"（{between}某"
    made = pages(line(glyphs(text, Mm(28), tracking=Pt(tracking)), top=Mm(100)))
    drawn = measured(made, tmp_path, Box(20, 99, 210, 107))
    assert drawn.x0 == close(28 + 0.6 * BODY.mm)  # the ink of the bracket is in the right half of its cell
    right = 28 + (len(text) * 16 + (len(text) - 1) * tracking) * 25.4 / 72
    assert drawn.x1 == close(right - INSET * BODY.mm)


@needs_poppler
def test_no_blank_opens_between_han_and_latin_in_one_face(tmp_path: Path) -> None:
    made = pages(line(glyphs("某GDP2026年某", Mm(28)), top=Mm(100)))
    assert measured(made, tmp_path).x1 == close(28 + (3 + 3.5 - INSET) * BODY.mm)


@needs_poppler
@pytest.mark.parametrize("tracking", [-0.3, 0.25, 1.5])
@pytest.mark.parametrize("text", ["某Ⅱ、某", "某α某β某", "某Ａ某Ｂ，某", "某の某"])
def test_tracking_goes_on_between_letters_of_two_scripts(tmp_path: Path, text: str, tracking: float) -> None:
    made = pages(line(glyphs(text, Mm(28), tracking=Pt(tracking)), top=Mm(100)))
    right = 28 + (len(text) * 16 + (len(text) - 1) * tracking) * 25.4 / 72
    assert measured(made, tmp_path).x1 == close(right - INSET * BODY.mm)


@needs_poppler
def test_a_character_no_font_has_does_not_move_what_follows(tmp_path: Path) -> None:
    made = pages(line(glyphs("某\U0002ebe0\U00030729某", Mm(28)), top=Mm(100)))
    assert measured(made, tmp_path).x1 == close(28 + (4 - INSET) * BODY.mm)


@needs_poppler
@pytest.mark.parametrize("width", [30, 34, 40])
def test_a_stretch_becomes_as_wide_as_it_says_whatever_the_font_file_says(tmp_path: Path, width: float) -> None:
    stretch = Glyphs("某某某某某某", Mm(28), Mm(width), SYSTEM.families[Slot.FANGSONG], BODY)
    last_advance = width / 6 - BODY.mm
    right = measured(pages(line(stretch, top=Mm(100))), tmp_path).x1
    assert right == close(28 + width - last_advance - INSET * BODY.mm)


@pytest.fixture(scope="module")
def narrow_quotes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stand-in fonts, but the curly quotes of 仿宋 are half as wide."""
    folder = tmp_path_factory.mktemp("narrow")
    face = SYSTEM.faces[Slot.FANGSONG]
    shutil.copytree(build_all(), folder, dirs_exist_ok=True)
    font = TTFont(folder / f"{face.postscript}.ttf")
    for quote in "“”":
        name = font.getBestCmap()[ord(quote)]
        outline = font["glyf"][name]
        outline.coordinates.translate((250 - (outline.xMin + outline.xMax) // 2, 0))
        outline.recalcBounds(font["glyf"])
        font["hmtx"][name] = (500, outline.xMin)
    font.save(folder / f"{face.postscript}.ttf")
    return folder


@needs_poppler
def test_quotes_of_a_replaced_face_stand_by_their_words_and_the_others_stay(
    tmp_path: Path, narrow_quotes: Path
) -> None:
    path = tmp_path / "quotes.pdf"
    path.write_bytes(
        write_pdf(pages(line(glyphs("某“某”某", Mm(28)), top=Mm(100))), SYSTEM, font_dirs=[narrow_quotes]).data
    )
    em = BODY.mm

    def drawn(cell: float, width: float = 1) -> Box:
        found = ink(path, 1, Box(28 + cell * em, 99, 28 + (cell + width) * em, 107))
        assert found is not None
        return found

    for cell in (0, 2, 4):
        assert drawn(cell).x0 == close(28 + (cell + INSET) * em)
        assert drawn(cell).x1 == close(28 + (cell + 1 - INSET) * em)
    middle = 0.25 * em
    assert (drawn(1).x0 + drawn(1).x1) / 2 == close(28 + 2 * em - middle)
    assert (drawn(3).x0 + drawn(3).x1) / 2 == close(28 + 3 * em + middle)


@needs_poppler
def test_letters_wider_than_their_room_become_narrower_and_do_not_touch(tmp_path: Path) -> None:
    made = pages(line(glyphs("HHHH", Mm(28), width=Mm(4 * 0.5 * BODY.mm)), top=Mm(100)))  # 0.722 em each
    path = tmp_path / "letters.pdf"
    path.write_bytes(pdf(made).data)
    em = BODY.mm
    for number in range(4):
        found = ink(path, 1, Box(28 + number * em / 2, 99, 28 + (number + 1) * em / 2, 107))
        assert found is not None
        assert found.x1 - found.x0 < em / 2 - 2 * MM


@needs_poppler
def test_characters_are_narrowed_and_not_lowered_by_scaling(tmp_path: Path) -> None:
    stretch = glyphs("某某市人民政府文件", Mm(30), Slot.XIAOBIAOSONG, Pt(62), scale=70, color="FF0000")
    drawn = measured(pages(line(stretch, top=Mm(72))), tmp_path)
    inset = INSET * Pt(62).mm
    # Poppler draws narrowed characters up to two pixels beside the place the file says.
    sides = (30 + 0.7 * inset, 30 + 0.7 * (9 * Pt(62).mm - inset))
    assert (drawn.x0, drawn.x1) == pytest.approx(sides, abs=2 * MM)
    assert (drawn.y0, drawn.y1) == (close(72 + inset), close(72 + Pt(62).mm - inset))


@needs_poppler
def test_blanks_keep_their_width_and_underlines_run_through_them(tmp_path: Path) -> None:
    stretch = glyphs("　　某　　", Mm(28), emphasis=frozenset((Emphasis.UNDERLINE,)))
    made = pages(line(stretch, top=Mm(100)))
    em_box = Box(0, 100, 210, 100 + 0.9 * BODY.mm)
    assert measured(made, tmp_path, em_box).x0 == close(28 + (2 + INSET) * BODY.mm)
    below = Box(0, 100 + 0.98 * BODY.mm, 210, 110)
    line_drawn = measured(made, tmp_path, below)
    assert (line_drawn.x0, line_drawn.x1) == (close(28), close(28 + 5 * BODY.mm))


@needs_poppler
def test_marks_of_emphasis_are_dots_below_the_middle_of_words_and_of_no_punctuation(tmp_path: Path) -> None:
    stretch = glyphs("某，市。", Mm(28), emphasis=frozenset((Emphasis.EMPHASIS_MARK,)))
    dots = measured(pages(line(stretch, top=Mm(100))), tmp_path, Box(0, 100 + BODY.mm, 210, 120))
    assert dots.y1 - dots.y0 == close(0.12 * BODY.mm)
    radius = (dots.y1 - dots.y0) / 2
    assert (dots.x0 + radius, dots.x1 - radius) == (close(28 + 0.5 * BODY.mm), close(28 + 2.5 * BODY.mm))


@needs_poppler
@pytest.mark.parametrize(("emphasis", "above"), [(Emphasis.SUPERSCRIPT, True), (Emphasis.SUBSCRIPT, False)])
def test_raised_and_lowered_text_is_small(tmp_path: Path, emphasis: Emphasis, above: bool) -> None:
    stretch = Glyphs(
        "某", Mm(28), Emu(round(0.58 * BODY)), SYSTEM.families[Slot.FANGSONG], BODY, emphasis=frozenset((emphasis,))
    )
    drawn = measured(pages(line(stretch, top=Mm(100))), tmp_path)
    assert drawn.y1 - drawn.y0 == close(0.92 * 0.58 * BODY.mm)
    assert ((drawn.y0 + drawn.y1) / 2 < 100 + BODY.mm / 2) is above


@needs_poppler
def test_strokes_are_as_thick_as_they_say_on_both_sides_of_their_middle(tmp_path: Path) -> None:
    made = pages(strokes=(Stroke(Mm(28), Mm(110), Mm(156), Mm(1), "FF0000"),))
    drawn = measured(made, tmp_path)
    assert (drawn.x0, drawn.y0, drawn.x1, drawn.y1) == (close(28), close(109.5), close(184), close(110.5))


@needs_poppler
def test_an_upright_rule_has_height(tmp_path: Path) -> None:
    drawn = measured(pages(strokes=(Stroke(Mm(28), Mm(110), Emu(0), Mm(0.5), height=Mm(30)),)), tmp_path)
    assert (drawn.x0, drawn.y0, drawn.x1, drawn.y1) == (close(27.75), close(110), close(28.25), close(140))


def _placed(data: bytes) -> Placed:
    return Placed(Carrier(CarrierKind.IMAGE, "某图", data=data), Mm(40), Mm(60), Mm(50), Mm(30))


@needs_poppler
def test_a_picture_fills_its_place(tmp_path: Path) -> None:
    drawn = measured(pages(carriers=(_placed(png()),)), tmp_path)
    assert (drawn.x0, drawn.y0, drawn.x1, drawn.y1) == (close(40), close(60), close(90), close(90))


@needs_poppler
def test_of_a_cropped_picture_only_the_rest_is_shown(tmp_path: Path) -> None:
    from PIL import Image as Pillow

    content = io.BytesIO()
    picture = Pillow.new("L", (100, 100), 255)
    picture.paste(0, (25, 50, 75, 100))  # black is the lower middle
    picture.save(content, "PNG")
    carrier = Carrier(CarrierKind.IMAGE, data=content.getvalue(), image=Image("", (0.25, 0.0, 0.0, 0.25)))
    drawn = measured(pages(carriers=(Placed(carrier, Mm(40), Mm(60), Mm(75), Mm(75)),)), tmp_path)
    assert (drawn.x0, drawn.y0, drawn.x1, drawn.y1) == pytest.approx((40, 110, 90, 135), abs=0.5)


@needs_poppler
def test_a_turned_picture_keeps_its_middle(tmp_path: Path) -> None:
    carrier = Carrier(CarrierKind.IMAGE, data=png(), image=Image("", turn=90))
    drawn = measured(pages(carriers=(Placed(carrier, Mm(40), Mm(60), Mm(50), Mm(30)),)), tmp_path)
    assert (drawn.x0, drawn.y0, drawn.x1, drawn.y1) == (close(50), close(50), close(80), close(100))


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:40]])
def test_what_cannot_be_drawn_is_a_frame_and_counted(data: bytes) -> None:
    drawn = pdf(pages(row_line("某", 0), carriers=(_placed(data),)))
    assert drawn.undrawn == ((CarrierKind.IMAGE, 1),)
    assert "某" in PdfReader(io.BytesIO(drawn.data)).pages[0].extract_text()


def test_the_words_can_be_read_back_in_their_order() -> None:
    made = pages(
        row_line("各县（市、区）人民政府，市政府各部门：", 0, block=1),
        row_line("为贯彻落实《“十四五”规划》（某发〔2026〕5号）", 1, 2, block=2),
        row_line('精神——现将“两个\\n”"#$*_@<a>`通知如下……', 2, block=2),
    )
    assert words(made).splitlines() == [found.text for found in made.pages[0].lines]


def test_words_that_run_from_right_to_left_are_drawn() -> None:
    made = pages(row_line("专名 لجنة القضاء على التمييز 和 עברית 照录", 0))
    drawn = PdfReader(io.BytesIO(write_pdf(made, SYSTEM).data)).pages[0].extract_text()
    assert "照录" in drawn


def _embedded(made: Pages, system: FontSystem, folder: Path) -> set[str]:
    """PostScript names of the fonts in the PDF."""
    reader = PdfReader(io.BytesIO(write_pdf(made, system, font_dirs=[folder]).data))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}


def test_faces_that_typst_calls_alike_are_told_apart() -> None:
    """The SemiBold stand-in says no weight, so to typst it is the regular one."""
    system = load_system("open")
    title, text = system.families[Slot.XIAOBIAOSONG], system.families[Slot.SONGTI]
    made = pages(*(line(replace(glyphs("某", Mm(28)), family=family), top=Mm(50)) for family in (title, text)))
    assert _embedded(made, system, build_all()) == {"NotoSerifCJKsc-SemiBold", "NotoSerifCJKsc-Regular"}


def _refuse(*_: object) -> None:
    raise OSError


def _pretend(*_: object) -> None:
    """As Wine does."""


@pytest.mark.parametrize("link", [_refuse, _pretend])
def test_of_two_versions_in_one_folder_the_one_that_was_measured_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: Callable[..., None]
) -> None:
    """Where links are not made, typst reads the whole folder."""
    monkeypatch.setattr(Path, "symlink_to", link)
    for name in ("a", "b"):
        font = TTFont(build_all() / "FangSong_GB2312.ttf")
        font["name"].setName(f"Version-{name}", 6, 3, 1, 0x409)
        font.save(tmp_path / f"{name}.ttf")
    made = pages(row_line("某", 0))
    assert _embedded(made, SYSTEM, tmp_path) == {"Version-a"}


def test_headings_become_bookmarks_and_the_title_the_pdfs_own() -> None:
    run_in = Line(
        (glyphs("1．第一件事。", Mm(28), lead=Role.HEADING3), glyphs("正文接在后面", Mm(80))),
        Role.BODY,
        Mm(28),
        Mm(100),
        Mm(106),
        Mm(100),
        (Span(4, 0, 7), Span(5, 0, 6)),
    )
    first = sheet(
        row_line("某某市人民政府关于某事的", 0, 2, role=Role.TITLE, block=1),
        row_line("通知", 1, 9, role=Role.TITLE, block=1),
        row_line("一、总体要求", 3, 2, role=Role.HEADING1, block=3),
        run_in,
    )
    second = sheet(row_line("附件1", 0, role=Role.ATTACHMENT_LABEL, block=9), number=2)
    reader = PdfReader(io.BytesIO(pdf(Pages((first, second))).data))
    assert reader.metadata is not None
    assert reader.metadata.title == "某某市人民政府关于某事的通知"
    title, [heading, [run_in_mark]], attachment = reader.outline
    found = [mark["/Title"] for mark in (title, heading, run_in_mark, attachment)]
    assert found == ["某某市人民政府关于某事的通知", "一、总体要求", "1．第一件事", "附件1"]
    assert [reader.get_destination_page_number(mark) for mark in (title, attachment)] == [0, 1]
    above = float(heading["/Top"]) - (297 * 72 / 25.4 - first.lines[2].top.pt)
    assert 0 <= above <= 12  # typst leads to a place a little above


def test_the_pdf_says_what_it_is_and_nothing_of_who_and_when() -> None:
    made = pages(row_line('某"通知\\"', 0, role=Role.TITLE))
    about = PdfReader(io.BytesIO(pdf(made).data)).metadata
    assert about is not None
    assert (about.title, about.author, about.creation_date) == ('某"通知\\"', None, None)


def test_all_fonts_are_embedded_and_the_structure_is_tagged() -> None:
    reader = PdfReader(io.BytesIO(pdf(pages(row_line("某abc", 0), row_line("某", 1, slot=Slot.HEITI))).data))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    described = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert len(described) == 2
    assert all({"/FontFile2", "/FontFile3"} & set(font.get_object()) for font in described)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]


@pytest.mark.parametrize("standard", ["a-2b", "a-2a", "a-3b", "ua-1", "1.7"])
def test_standards_are_written_with_title_strokes_and_pictures(standard: str) -> None:
    made = pages(
        row_line("某事通知", 0, role=Role.TITLE, block=1),
        row_line("某", 2),
        strokes=(Stroke(Mm(28), Mm(110), Mm(156), Mm(1)),),
        carriers=(_placed(png()),),
    )
    written = pdf(made, standard=standard).data
    level = b"<pdfaid:part>2" if standard.startswith("a-2") else b"%PDF"
    assert level in written


def test_an_unknown_standard_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="a-2b"):
        pdf(pages(row_line("某", 0)), standard="a-9z")


def test_an_archive_file_never_shows_a_box_for_a_character() -> None:
    made = pages(row_line("某\U000e0100\U0010fffd", 0))
    with pytest.raises(FontMissing, match="PDF/A-2B"):
        pdf(made, standard="a-2b")


def test_the_same_pages_give_the_same_bytes() -> None:
    made = pages(row_line("某某市人民政府", 0), carriers=(_placed(png()),))
    assert pdf(made).data == pdf(made).data
    assert pdf(made, standard="a-2b").data == pdf(made, standard="a-2b").data


def test_replaced_characters_are_reported_and_the_pdf_says_so() -> None:
    drawn = pdf(pages(row_line("朱镕某", 0)))
    [substitution] = drawn.substitutions
    assert (substitution.family, substitution.characters) == ("仿宋_GB2312", "镕")
    about = PdfReader(io.BytesIO(drawn.data)).metadata
    assert about is not None
    assert about.subject == "字体已替换：仿宋_GB2312（镕）→仿宋"
    assert words(pages(row_line("朱镕某", 0))) == "朱镕某"


@needs_poppler
def test_a_replaced_character_takes_no_other_width(tmp_path: Path) -> None:
    made = pages(line(glyphs("某镕某", Mm(28)), top=Mm(100)))
    assert measured(made, tmp_path).x1 == close(28 + (3 - INSET) * BODY.mm)


def test_strict_refuses_to_replace() -> None:
    with pytest.raises(FontMissing, match="“仿宋_GB2312”没有“镕”"):
        pdf(pages(row_line("朱镕某", 0)), strict=True)


def test_a_blank_page_and_a_landscape_page_keep_their_size() -> None:
    wide = sheet(row_line("某", 0), number=3, width=Mm(297), height=Mm(210))
    reader = PdfReader(io.BytesIO(pdf(Pages((sheet(row_line("某", 0)), sheet(number=2), wide))).data))
    sizes = [(round(page.mediabox.width * 25.4 / 72), round(page.mediabox.height * 25.4 / 72)) for page in reader.pages]
    assert sizes == [(210, 297), (210, 297), (297, 210)]
    assert reader.pages[1].extract_text() == ""


def test_png_and_svg_have_one_file_per_page() -> None:
    made = Pages((sheet(row_line("某", 0)), sheet(row_line("市", 0), number=2)))
    pngs = write_png(made, SYSTEM, dpi=50.8, font_dirs=[build_all()]).files
    assert [struct.unpack(">II", data[16:24]) for data in pngs] == [(420, 594)] * 2
    svgs = write_svg(made, SYSTEM, font_dirs=[build_all()]).files
    assert [data[:4] for data in svgs] == [b"<svg"] * 2
    assert len(write_svg(Pages(made.pages[:1]), SYSTEM, font_dirs=[build_all()]).files) == 1


def test_without_typst_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConfigurationInvalid, match=r"\.\[pdf\]"):
        pdf(pages(row_line("某", 0)))


def test_nothing_of_the_words_is_written_to_disk(tmp_path: Path) -> None:
    """A classified draft leaves no trace: the process may open files only to read, except its font caches."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    script = (
        "from tests.writers.test_typst import png, _placed, pages, pdf, row_line;"
        "pdf(pages(row_line('某', 0), carriers=(_placed(png()),)))"
    )
    traced = [strace, "-f", "-qq", "-e", "trace=openat,creat", "-o", str(trace)]
    done = subprocess.run([*traced, sys.executable, "-B", "-c", script], capture_output=True, text=True, check=False)
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this machine does not allow tracing")
    assert done.returncode == 0, done.stderr
    written = [entry for entry in trace.read_text().splitlines() if "O_WRONLY" in entry or "O_RDWR" in entry]
    # Not counted: tempfile tries with a few letters of its own whether a folder can be written to.
    harmless = re.compile(r'gwformat|"/dev/|"/tmp/[a-z0-9_]{8}"')
    assert not [entry for entry in written if not harmless.search(entry)]


def test_words_are_drawn_in_one_go_whatever_was_drawn_before(tmp_path: Path) -> None:
    write_pdf(pages(row_line("第一页", 0)), SYSTEM, font_dirs=[build_all()])
    # Another folder is another survey of fonts: the same faces, other values.
    drawn = write_pdf(pages(row_line("第二页的文字", 0)), SYSTEM, font_dirs=[build_all(), tmp_path])
    assert "第二页的文字" in [words.text for words in read_pdf(drawn.data).pages[0].visible]


def test_a_face_that_only_the_turned_number_of_a_page_has_is_looked_for():
    words = sheet(row_line("正文", 0))
    number = line(glyphs("7", Mm(28), Slot.XIAOBIAOSONG), top=Mm(28))
    made = Pages((replace(words, turned=(number,)),))
    assert "7" in PdfReader(io.BytesIO(write_pdf(made, SYSTEM, font_dirs=[build_all()]).data)).pages[0].extract_text()


def test_what_one_page_showed_is_not_in_the_next() -> None:
    black, grey = png(), png(grey=128)
    drawn = [pdf(pages(carriers=(_placed(data),))).data for data in (black, grey, black)]
    assert drawn[0] == drawn[2] != drawn[1]


def test_documents_may_be_drawn_at_the_same_time() -> None:
    sheets = [pages(row_line(f"第{number}份", 0)) for number in range(8)]
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(pdf, sheets))
    assert together == [pdf(sheet) for sheet in sheets]
