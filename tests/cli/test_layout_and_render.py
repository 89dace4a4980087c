"""`layout`, `render`, `format --pdf` and `format --ofd`: the pages of a draft, looked at and drawn."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.build import make_docx, p
from tests.cli.running import EXAMPLES, Shell
from tests.drawings import png
from tests.writers.ofd_file import NS, OfdFile

DRAFT = EXAMPLES / "批复.txt"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="要有符号链接")


def test_the_text_picture_shows_every_page(gwformat: Shell) -> None:
    outcome = gwformat("layout", DRAFT)
    assert outcome.code == 0
    assert outcome.stdout.startswith("〔第1页〕\n")
    assert "某某区城东街道办事处的批复" in outcome.stdout
    assert "— 1 —" in outcome.stdout


def test_json_follows_the_contract(gwformat: Shell) -> None:
    said = json.loads(gwformat("layout", DRAFT, "--format", "json").stdout)
    assert list(said) == ["page_count", "pages"]
    page = said["pages"][0]
    assert list(page) == ["number", "printed_number", "lines", "strokes"]
    mark = page["lines"][0]
    assert list(mark) == ["text", "role", "x_mm", "top_mm", "bottom_mm", "width_mm"]
    assert (mark["role"], round(mark["top_mm"])) == ("issuer_mark", 72)
    assert list(page["strokes"][0]) == ["x_mm", "y_mm", "width_mm", "weight_mm", "color"]


def test_estimated_places_are_said_to_be_on_stderr(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    upright = "<w:tc><w:tcPr><w:textDirection w:val='tbRl'/></w:tcPr>" + p("竖排") + "</w:tc>"
    path.write_bytes(make_docx(f"<w:tbl><w:tr>{upright}</w:tr></w:tbl>" + p("正文。")))
    outcome = gwformat("layout", path, "--format", "json")
    assert json.loads(outcome.stdout)["page_count"] == 1
    assert "第 1 页起各行的位置是估计" in outcome.stderr


def test_a_draft_becomes_a_pdf_with_real_text(gwformat: Shell, tmp_path: Path) -> None:
    target = tmp_path / "成品.pdf"
    outcome = gwformat("render", DRAFT, "-o", target)
    assert (outcome.code, outcome.stdout) == (0, f"{target}：2 页\n")
    text = PdfReader(target).pages[0].extract_text()
    assert "".join(text.split()).startswith("某某市人民政府文件")


def test_pictures_are_one_file_a_page(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("render", DRAFT, "-o", tmp_path / "样张.png", "--dpi", "30")
    assert outcome.code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["样张-1.png", "样张-2.png"]


def test_a_text_picture_can_be_written(gwformat: Shell, tmp_path: Path) -> None:
    target = tmp_path / "样张.txt"
    assert gwformat("render", DRAFT, "-o", target).code == 0
    assert target.read_text(encoding="utf-8") == gwformat("layout", DRAFT).stdout


@pytest.mark.parametrize("name", ["成品.docx", "成品"])
def test_other_kinds_of_files_are_refused(gwformat: Shell, tmp_path: Path, name: str) -> None:
    outcome = gwformat("render", DRAFT, "-o", tmp_path / name)
    assert outcome.code == 2
    assert ".pdf、.ofd、.png、.svg、.txt" in outcome.stderr


def test_an_existing_page_is_not_overwritten(gwformat: Shell, tmp_path: Path) -> None:
    (tmp_path / "样张-2.png").write_bytes(b"")
    outcome = gwformat("render", DRAFT, "-o", tmp_path / "样张.png", "--dpi", "30")
    assert outcome.code == 4
    assert not (tmp_path / "样张-1.png").exists()


def test_format_writes_a_pdf_beside_the_docx(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", DRAFT, "-o", tmp_path / "成品.docx", "--pdf")
    assert outcome.code == 0
    assert str(tmp_path / "成品.pdf") in outcome.stdout
    assert len(PdfReader(io.BytesIO((tmp_path / "成品.pdf").read_bytes())).pages) == 2


def test_a_draft_becomes_an_ofd_with_real_text(gwformat: Shell, tmp_path: Path) -> None:
    target = tmp_path / "成品.ofd"
    outcome = gwformat("render", DRAFT, "-o", target)
    assert (outcome.code, outcome.stdout) == (0, f"{target}：2 页\n")
    found = OfdFile(target.read_bytes())
    assert "".join(one.char for one in found.characters()).startswith("某某市人民政府文件")
    assert found.tagged("公文体/版头/发文机关标志/发文机关名称") == ["某某市人民政府"]
    assert found.entry.findtext(f".//{NS}Subject") == "批复"


def test_format_writes_an_ofd_beside_the_docx_and_the_pdf(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", DRAFT, "-o", tmp_path / "成品.docx", "--ofd", "--pdf")
    assert outcome.code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["成品.docx", "成品.ofd", "成品.pdf"]
    assert str(tmp_path / "成品.ofd") in outcome.stdout
    (tmp_path / "另一份.ofd").write_bytes(b"precious")
    assert gwformat("format", DRAFT, "-o", tmp_path / "另一份.docx", "--ofd").code == 4
    assert not (tmp_path / "另一份.docx").exists()


@posix_only
def test_a_docx_is_not_written_without_the_pdf_that_was_asked_for(gwformat: Shell, tmp_path: Path) -> None:
    (tmp_path / "成品.pdf").symlink_to(tmp_path / "没有" / "成品.pdf")
    assert gwformat("format", DRAFT, "-o", tmp_path / "成品.docx", "--pdf").code == 4
    assert not (tmp_path / "成品.docx").exists()


@posix_only
def test_pictures_are_written_all_or_none(gwformat: Shell, tmp_path: Path) -> None:
    (tmp_path / "样张-2.png").symlink_to(tmp_path / "没有" / "样张-2.png")
    assert gwformat("render", DRAFT, "-o", tmp_path / "样张.png", "--dpi", "30").code == 4
    assert not (tmp_path / "样张-1.png").exists()


@pytest.mark.usefixtures("no_fonts")
def test_without_its_fonts_nothing_is_written_where_no_other_may_stand_in(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat(
        "format", DRAFT, "-o", tmp_path / "成品.docx", "--pdf", "--strict-fonts", "--system", "government"
    )
    assert outcome.code == 6
    assert not list(tmp_path.iterdir())


def test_a_page_with_a_sign_off_says_where_its_seal_goes(gwformat: Shell) -> None:
    said = json.loads(gwformat("layout", DRAFT, "--seal-diameter", "45", "--format", "json").stdout)
    (seal,) = (seal for page in said["pages"] for seal in page.get("seals", ()))
    assert list(seal) == ["x_mm", "y_mm", "diameter_mm"]
    assert seal["diameter_mm"] == 45


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--seal", "rond"), "--seal 不认识“rond”"),
        (("--seal", "round", "--seal", "none"), "给出了几种用印方式"),
    ],
)
def test_a_seal_that_makes_no_sense_is_refused(gwformat: Shell, arguments: tuple[str, ...], message: str) -> None:
    outcome = gwformat("layout", DRAFT, *arguments)
    assert outcome.code == 2
    assert message in outcome.stderr


def test_a_standard_of_pdf_is_for_pdf_only(gwformat: Shell, tmp_path: Path) -> None:
    done = gwformat("render", EXAMPLES / "通知.docx", "-o", tmp_path / "样张.png", "--pdf-standard", "a-2b")
    assert done.code == 2
    assert not list(tmp_path.iterdir())


def test_seals_are_given_on_the_command_line_or_in_the_metadata_file(gwformat: Shell, tmp_path: Path) -> None:
    picture = tmp_path / "章.png"
    picture.write_bytes(png(600, 600))
    meta = tmp_path / "单位.toml"
    meta.write_text('["印章"]\n"某某市人民政府" = "章.png"\n', encoding="utf-8")
    for number, arguments in enumerate((("--seal", picture), ("--meta", meta))):
        target = tmp_path / f"{number}.docx"
        assert gwformat("format", DRAFT, "-o", target, *arguments).code == 0
        assert b'descr="' in zipfile.ZipFile(target).read("word/document.xml")
