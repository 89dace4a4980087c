"""Pictures of a draft from end to end: what is in the line stands in the line, what floats stays or comes into it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from gwformat.api import FormatOptions, FormatResult, check_file, format_file, lay_out_file, render_file
from gwformat.layout.boxes import Layer
from gwformat.model import Fate, Role
from gwformat.ooxml.names import WP, W, w
from gwformat.units import Mm
from tests import drawings
from tests.build import make_docx, p

STEP = "图片随文"
HEAD = p("某某市人民政府关于某事的通知", "<w:jc w:val='center'/>") + p("各县（市、区）人民政府：")
WORDS = "各地要认真贯彻落实，结合实际抓好组织实施，确保各项任务落到实处。"
SIGNED = p("某某市人民政府", "<w:jc w:val='right'/>")
RIGHT = "<w:pPr><w:jc w:val='right'/></w:pPr>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


class Files:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def draft(self, body: str, content: bytes | None = None, kind: str = "png") -> Path:
        path = self.folder / "草稿.docx"
        target = f"media/image1.{kind}"
        media = {f"word/{target}": drawings.png() if content is None else content}
        path.write_bytes(make_docx(HEAD + body, media, [("img", "image", target)]))
        return path

    def formatted(self, body: str) -> tuple[FormatResult, etree._Element]:
        result = format_file(self.draft(body), self.folder / "成品.docx", FormatOptions(force=True))
        with zipfile.ZipFile(result.output) as package:
            return result, etree.fromstring(package.read("word/document.xml"))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def steps(result: FormatResult) -> list[Fate]:
    return [change.fate for change in result.changes if change.step == STEP]


@pytest.mark.parametrize("wrap", [drawings.SQUARE, drawings.TOP_AND_BOTTOM])
def test_a_picture_that_pushes_words_gets_a_paragraph_below_them(files: Files, wrap: str) -> None:
    result, root = files.formatted(f"<w:p>{run('甲')}{drawings.anchor(50, 30, wrap)}{run(WORDS)}</w:p>" + p(WORDS))
    assert root.find(f".//{{{WP}}}anchor") is None
    inline = next(root.iter(f"{{{WP}}}inline"))
    assert [etree.QName(child).localname for child in inline] == ["extent", "docPr", "graphic"]
    holder = next(inline.iterancestors(w("p")))
    before = holder.getprevious()
    assert before is not None
    assert "".join(before.itertext()) == "甲" + WORDS
    assert "".join(holder.itertext()) == ""
    assert steps(result) == [Fate.MOVED]
    assert result.pages.estimated_from is None


def test_a_picture_alone_in_its_paragraph_stays_there(files: Files) -> None:
    result, root = files.formatted(f"{p(WORDS)}<w:p>{drawings.anchor(50, 30, drawings.TOP_AND_BOTTOM)}</w:p>{p(WORDS)}")
    assert root.find(f".//{{{WP}}}anchor") is None
    assert steps(result) == [Fate.RERENDERED]


def test_old_pictures_lose_their_place_and_keep_their_size(files: Files) -> None:
    style = "position:absolute;margin-left:9pt;margin-top:3pt;z-index:2"
    _, root = files.formatted(f"<w:p>{drawings.vml(30, 20, style=style, wrap='square')}{run(WORDS)}</w:p>")
    shape = next(root.iter("{urn:schemas-microsoft-com:vml}shape"))
    assert shape.get("style") == "width:30mm;height:20mm"
    assert [etree.QName(child).localname for child in shape] == ["imagedata"]


@pytest.mark.parametrize("behind", [False, True])
def test_a_seal_over_the_sign_off_is_left_as_it_is(files: Files, behind: bool) -> None:
    seal = drawings.anchor(42, 42, drawings.NONE, at=(100, -22), behind=behind)
    result, root = files.formatted(f"{p(WORDS)}{SIGNED}<w:p>{RIGHT}{seal}{run('2026年5月6日')}</w:p>")
    node = next(root.iter(f"{{{WP}}}anchor"))
    assert node.get("behindDoc") == str(int(behind))
    assert node.findtext(f".//{{{WP}}}posOffset") == str(100 * 36_000)
    assert steps(result) == []
    (placed,) = result.pages.pages[0].carriers
    assert placed.layer is (Layer.BEHIND if behind else Layer.BEFORE)
    date = next(line for line in result.pages.pages[0].lines if line.text == "2026年5月6日")
    assert placed.x == pytest.approx(Mm(28 + 100), abs=1300)
    pitch = Mm(589 / 20 / 72 * 25.4)
    assert placed.y == pytest.approx(date.top - (pitch - (date.bottom - date.top)) / 2 - Mm(22), abs=1300)
    assert result.pages.estimated_from is None


def test_what_wraps_in_the_sign_off_is_left_as_it_is(files: Files) -> None:
    seal = drawings.anchor(42, 42, drawings.SQUARE, at=(100, -22))
    result, root = files.formatted(f"{p(WORDS)}{SIGNED}<w:p>{RIGHT}{seal}{run('2026年5月6日')}</w:p>")
    assert root.find(f".//{{{WP}}}anchor") is not None
    assert result.pages.estimated_from == 1


def test_formatting_again_changes_nothing(files: Files) -> None:
    pictures = drawings.anchor(50, 30, drawings.SQUARE) + drawings.inline(40, 25, number=2)
    result, root = files.formatted(f"<w:p>{run('甲')}{pictures}{run(WORDS)}</w:p>" + p(WORDS))
    again = format_file(result.output, files.folder / "再排.docx", FormatOptions(force=True))
    with zipfile.ZipFile(again.output) as package:
        assert etree.tostring(etree.fromstring(package.read("word/document.xml"))) == etree.tostring(root)
    assert root.find(f"{{{W}}}body") is not None


@pytest.mark.parametrize(("content", "kind"), [(drawings.png(3, 3), "png"), (drawings.bmp(), "bmp")])
def test_the_pdf_shows_pictures_that_are_in_the_package(files: Files, content: bytes, kind: str) -> None:
    draft = files.draft(f"<w:p>{drawings.inline(60, 40)}</w:p>{p(WORDS)}", content, kind)
    result = render_file(draft, files.folder / "成品.pdf", FormatOptions(force=True))
    page = PdfReader(io.BytesIO(result.files[0].read_bytes())).pages[0]
    assert len(page.images) == 1
    assert not any("画不出来" in notice for notice in result.notices)


def test_a_picture_no_program_but_windows_draws_is_named_with_its_page(files: Files) -> None:
    draft = files.draft(f"<w:p>{drawings.inline(60, 40)}</w:p>{p(WORDS)}", b"\1\0\0\0" + bytes(80), "emf")
    result = render_file(draft, files.folder / "成品.pdf", FormatOptions(force=True))
    assert any("第 1 页图片 1 个" in notice for notice in result.notices)


def test_a_picture_above_the_document_number_is_the_mark_and_stands_above_the_red_line(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    mark = f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{drawings.inline(130, 18)}</w:p>"
    body = mark + p("某政发〔2026〕1号", "<w:jc w:val='center'/>") + HEAD + p(WORDS)
    draft.write_bytes(
        make_docx(body, {"word/media/image1.png": drawings.png()}, [("img", "image", "media/image1.png")])
    )
    result = format_file(draft, tmp_path / "成品.docx", FormatOptions(force=True))
    page = result.pages.pages[0]
    (placed,) = page.carriers
    number = next(line for line in page.lines if line.role is Role.DOC_NUMBER)
    assert Mm(71) < placed.y < placed.y + placed.height < number.top
    again = format_file(result.output, tmp_path / "再排.docx", FormatOptions(force=True))
    assert again.pages == result.pages
    with zipfile.ZipFile(result.output) as first, zipfile.ZipFile(again.output) as second:
        assert first.read("word/document.xml") == second.read("word/document.xml")
        styles = etree.fromstring(first.read("word/styles.xml"))
        node = etree.fromstring(first.read("word/document.xml")).find(f".//{w('p')}")
    assert node is not None
    own = node.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
    size = styles.find(f"{w('style')}[@{w('styleId')}='{own}']/{w('rPr')}/{w('sz')}").get(w("val"))
    assert size == "32"  # of the text, not of a mark: LibreOffice would make the line of a low picture that high


def _head(mark: str) -> bytes:
    centred = "<w:jc w:val='center'/>"
    words = p("某政发〔2026〕5号", centred) + p("某某市人民政府关于某事的通知", centred) + p(WORDS)
    media = {"word/media/image1.png": drawings.png()}
    return make_docx(f"<w:p>{mark}</w:p>{words}", media, [("img", "image", "media/image1.png")])


MARKS = {
    "在行里": drawings.inline(150, 20),
    "在行里，高于标志": drawings.inline(150, 35),
    "在行里，首页刚能显示正文": drawings.inline(150, 66),
    "浮于文字上方": drawings.anchor(150, 20, drawings.NONE, at=(3, -4)),
    "衬于文字下方": drawings.anchor(150, 20, drawings.NONE, frames=("page", "page"), at=(30, 60), behind=True),
    "上下型环绕": drawings.anchor(150, 20, drawings.TOP_AND_BOTTOM),
    "旧式图片": drawings.vml(150, 20),
}


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_that_is_a_picture_has_its_upper_edge_where_that_of_a_mark_is(tmp_path: Path, name: str) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(_head(MARKS[name]))
    result = format_file(draft, tmp_path / "成品.docx")
    page = result.pages.pages[0]
    (placed,) = page.carriers
    number = next(line for line in page.lines if line.role is Role.DOC_NUMBER)
    assert placed.y == pytest.approx(Mm(72), abs=Mm(0.2))
    assert Mm(19) < number.top - placed.y - placed.height < Mm(26)  # 7.2.5: 空二行
    assert any(line.role is Role.BODY for line in page.lines)
    assert not any("发文机关标志" in notice for notice in result.notices)
    assert not {"L235", "L236", "L266"} & {found.code for found in check_file(result.output).findings}
    again = format_file(result.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == result.output.read_bytes()


@pytest.mark.parametrize(("height", "top", "shows_text"), [(80, 58, True), (180, 35, False)])
def test_a_mark_too_high_to_stand_there_rises_and_the_user_is_told(
    tmp_path: Path, height: int, top: int, shows_text: bool
) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(_head(drawings.inline(150, height)))
    result = format_file(draft, tmp_path / "成品.docx")
    page = result.pages.pages[0]
    (placed,) = page.carriers
    assert placed.y == pytest.approx(Mm(top), abs=Mm(0.5))
    assert any(line.role is Role.BODY for line in page.lines) is shows_text
    (told,) = [notice for notice in result.notices if "发文机关标志" in notice]
    assert f"高{height} mm" in told and f"上移到距纸上边{top} mm" in told
    (found,) = [found for found in check_file(result.output).findings if found.code == "L235"]
    assert f"图片高{height} mm" in found.message and f"{placed.y.mm:.1f} mm" in found.message


@pytest.mark.parametrize("size", [(45, 45), (60, 20), (150, 2)])
def test_a_seal_a_badge_and_a_drawn_line_above_the_number_are_no_mark(tmp_path: Path, size: tuple[int, int]) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(_head(drawings.anchor(*size, drawings.NONE)))
    assert not [*lay_out_file(draft).document.of(Role.ISSUER_MARK)]


def test_a_picture_above_the_number_is_no_mark_beside_one_in_words(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    words = "</w:p>" + p("某某市人民政府文件", "<w:jc w:val='center'/>") + "<w:p>"
    draft.write_bytes(_head(drawings.anchor(150, 20, drawings.NONE) + words))
    assert [block.text for block in lay_out_file(draft).document.of(Role.ISSUER_MARK)] == ["某某市人民政府文件"]


def test_where_a_mark_floats_in_a_draft_is_not_where_its_paragraph_stands(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(_head(drawings.anchor(150, 20, drawings.NONE)))
    (found,) = [found for found in check_file(draft).findings if found.code == "L235"]
    assert "浮动" in found.message


def test_artistic_letters_that_are_a_mark_become_words(tmp_path: Path) -> None:
    shape = '<v:shape style="width:440pt;height:60pt"><v:textpath on="t" string="某某市人民政府文件"/></v:shape>'
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(_head(f"<w:r><w:pict>{shape}</w:pict></w:r>"))
    result = format_file(draft, tmp_path / "成品.docx")
    assert [block.text for block in result.document.of(Role.ISSUER_MARK)] == ["某某市人民政府文件"]
    assert result.ledger.balanced
