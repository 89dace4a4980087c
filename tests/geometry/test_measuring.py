"""The measuring script finds what was drawn where it was drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.geometry import Measured, main, measure
from benchmarks.geometry_report import checks, sign_off_checks
from tests.geometry.drawn import Sheet, open_font, save
from tests.standin import office
from tests.standin.samples import plain_docx

RED = "1 0 0"
COLUMN = 156 / 28
PT = 25.4 / 72

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
needs_office = pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")


def em_top(y: float, size: float) -> float:
    """The baseline of text whose em box begins at `y`."""
    return y + 0.859 * size * PT


def first_page(sheet: Sheet, mark_top: float = 72, gap: float = 4) -> None:
    size = 60
    sheet.text("某某市人民政府", 106 - 3.5 * size * PT, em_top(mark_top, size) - 0.04 * size * PT, size, RED)
    sheet.text("某政发〔2026〕5号", 80, 110, 16)
    sheet.line(28, 184, 110 + 0.141 * 16 * PT + gap, 0.53, RED)
    sheet.text("关于某事的通知", 106 - 3.5 * 22 * PT, 146, 22)
    page_number(sheet, "—1—", 184 - 14 * PT)


def page_number(sheet: Sheet, text: str, right: float, dash_y: float = 269) -> None:
    width = 2.5 * 14 * PT
    sheet.text(text, right - width, dash_y + 0.359 * 14 * PT, 14)


def last_page(sheet: Sheet) -> None:
    sheet.text("某某市人民政府", 184 - COLUMN * 4 - 6.5 * 16 * PT, 60, 16)
    sheet.text("2026年5月6日", 184 - COLUMN * 4 - 6 * 16 * PT, 70.39, 16)
    for y, weight in ((243, 0.35), (252.5, 0.25), (262, 0.35)):
        sheet.bar(28, 184, y, weight)
    sheet.text("抄送：某某局。", 33, 250, 14)
    page_number(sheet, "—2—", 28 + 14 * PT + 2.5 * 14 * PT)


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    font = open_font()
    sheets = [Sheet(font), Sheet(font)]
    first_page(sheets[0])
    last_page(sheets[1])
    return save(tmp_path / "drawn.pdf", sheets)


@pytest.fixture
def measured(drawn: Path) -> Measured:
    return measure(drawn)


@needs_poppler
def test_the_mark_is_measured_by_its_ink(measured: Measured) -> None:
    assert measured.mark is not None
    assert measured.mark.y0 == pytest.approx(72, abs=0.06)
    assert (measured.mark.x0 + measured.mark.x1) / 2 == pytest.approx(106, abs=0.06)


@needs_poppler
def test_the_red_line_is_measured_from_the_em_box_of_the_number(measured: Measured) -> None:
    assert measured.red_gap == pytest.approx(4, abs=0.01)
    assert measured.red_line is not None
    assert (measured.red_line.x0, measured.red_line.x1) == pytest.approx((28, 184), abs=0.01)
    assert measured.red_line.weight == pytest.approx(0.53, abs=0.001)


@needs_poppler
def test_imprint_lines_and_their_weights(measured: Measured) -> None:
    assert [line.y for line in measured.imprint_lines] == pytest.approx([243, 252.5, 262], abs=0.01)
    assert [line.weight for line in measured.imprint_lines] == pytest.approx([0.35, 0.25, 0.35], abs=0.001)


@needs_poppler
def test_page_numbers_know_their_side_and_the_height_of_the_dash(measured: Measured) -> None:
    numbers = [number for number in measured.page_numbers if number is not None]
    assert [number.side for number in numbers] == ["right", "left"]
    assert [number.dash_y for number in numbers] == pytest.approx([269, 269], abs=0.05)
    assert [number.inset for number in numbers] == pytest.approx([1, 1], abs=0.01)


@needs_poppler
def test_the_sign_off_is_measured_from_the_right_edge(measured: Measured) -> None:
    sign_off = measured.sign_off
    assert sign_off is not None
    assert [line.text for line in sign_off.names] == ["某某市人民政府"]
    assert sign_off.right_gap(sign_off.date) == pytest.approx(4, abs=0.01)


def sign_off_page(path: Path, name: str, name_x: float, date_x: float) -> Measured:
    sheet = Sheet(open_font())
    sheet.text("正文的最后一行。", 28, 50, 16)
    sheet.text(name, name_x, 50 + 2 * 10.39, 16)
    sheet.text("2026年5月6日", date_x, 50 + 3 * 10.39, 16)
    return measure(save(path / "sign-off.pdf", [sheet]))


@needs_poppler
def test_with_a_seal_the_name_is_centred_on_a_date_four_characters_from_the_edge(tmp_path: Path) -> None:
    date_x = 184 - 4 * COLUMN - 6 * 16 * PT
    for name, shift, right in (("某某局", 1.5, True), ("某某市人民政府", -0.5, True), ("某某局", 3, False)):
        found = sign_off_page(tmp_path, name, date_x + shift * 16 * PT, date_x)
        assert all(check.passed for check in sign_off_checks(found, "round")) is right


@needs_poppler
def test_without_a_seal_the_date_begins_two_characters_right_of_the_name(tmp_path: Path) -> None:
    name_x = 184 - 2 * COLUMN - 9 * 16 * PT
    for shift, right in ((2, True), (1.5, False), (0, False)):
        found = sign_off_page(tmp_path, "某某市某某县水利局", name_x, name_x + shift * 16 * PT)
        assert all(check.passed for check in sign_off_checks(found, "none")) is right


@needs_poppler
def test_a_date_longer_than_the_name_is_two_characters_from_the_edge(tmp_path: Path) -> None:
    date_x = 184 - 2 * COLUMN - 6 * 16 * PT
    for right in (True, False):
        found = sign_off_page(tmp_path, "某某局", date_x - 2 * 16 * PT, date_x if right else date_x - 16 * PT)
        assert all(check.passed for check in sign_off_checks(found, "none")) is right


@needs_poppler
def test_fonts_and_sizes_by_element(measured: Measured) -> None:
    assert measured.fonts["发文机关标志"] == {("FangSong_GB2312", 60)}
    assert measured.fonts["标题"] == {("FangSong_GB2312", 22)}
    assert measured.fonts["版记"] == {("FangSong_GB2312", 14)}
    assert measured.embedded


@needs_poppler
def test_what_is_where_it_belongs_passes(drawn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--expect", "general", str(drawn)]) == 0
    assert "FAIL" not in capsys.readouterr().out


@needs_poppler
@pytest.mark.parametrize(
    ("mark_top", "gap", "fault"), [(62, 4, "mark, ink top"), (74, 4, "mark, ink top"), (72, 5, "red line below number")]
)
def test_what_is_out_of_place_fails(tmp_path: Path, mark_top: float, gap: float, fault: str) -> None:
    sheet = Sheet(open_font())
    first_page(sheet, mark_top, gap)
    results = checks(measure(save(tmp_path / "wrong.pdf", [sheet])))
    assert [check.what for check in results if check.passed is False] == [fault]


@needs_poppler
def test_what_is_absent_neither_passes_nor_fails(tmp_path: Path) -> None:
    sheet = Sheet(open_font())
    sheet.text("只有一行字", 28, 45, 16)
    results = checks(measure(save(tmp_path / "bare.pdf", [sheet])))
    assert {check.passed for check in results} == {None}


@needs_poppler
@needs_office
def test_libreoffice_sets_22_lines_of_28_characters(tmp_path: Path) -> None:
    docx = plain_docx(tmp_path / "full.docx", [("甲" * 28 * 70, "仿宋_GB2312")])
    found = measure(office.convert_to_pdf(docx, tmp_path, office.install(tmp_path)))
    assert found.rows == (22, 22, 22, 4)
    assert found.full_lines == {28: 70}
    # LibreOffice puts the baseline at 4/5 of an exact pitch, whatever the font.
    assert found.lines[0].baseline == pytest.approx(34.58 + 0.8 * 29.45 * PT, abs=0.05)
