"""Where a sign-off would stand on a page without text, the last line of a long paragraph goes along (7.3.5.5)."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from gwformat import api
from gwformat.api import FormatResult
from gwformat.model import Role, Seal
from gwformat.ooxml.names import w
from gwformat.setting.sign_off import End
from gwformat.units import Mm
from tests.layout.papers import HAN, document, pages, paragraph, texts, words
from tests.standin import office

ORGANS = ("教育局", "财政局", "民政局", "审计局", "司法局", "统计局")
BREAKS = f".//{w('br')}[@{w('type')}='page']"


def joint(folder: Path, lines: int, *, organs: int = 6) -> Path:
    """A draft of one long paragraph, signed by so many organs."""
    path = folder / "草稿.txt"
    names = [f"某某市{name}" for name in ORGANS[:organs]]
    parts = ["关于某某工作的通知", "各区人民政府：", paragraph(lines), *names, "2026年3月20日"]
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> FormatResult:
    folder = tmp_path_factory.mktemp("联合")
    return api.format_file(joint(folder, 12), folder / "成品.docx")


def opened(path: Path) -> tuple[docx.document.Document, Paragraph]:
    """The docx, and the paragraph its text consists of."""
    opened = docx.Document(str(path))
    return opened, next(one for one in opened.paragraphs if one.text.startswith(HAN[:4]))


def test_the_last_line_stands_above_the_sign_off_and_the_rest_stays(result):
    first, second = (texts(page) for page in result.pages.pages[:2])
    body = paragraph(12)
    assert second[0] == body[-len(second[0]) :] and len(second[0]) <= 28
    assert first[-1] + second[0] == body[-len(first[-1]) - len(second[0]) :]
    assert len([line for line in words(result.pages.pages[1]) if line.role is Role.BODY]) == 1


def test_a_page_break_before_that_line_says_so_to_every_program(result):
    result_docx, body = opened(result.output)
    assert len(result_docx.element.findall(BREAKS)) == 1
    before, rest = "".join("\f" if run._r.findall(BREAKS) else run.text for run in body.runs).split("\f")
    assert rest == texts(result.pages.pages[1])[0]
    assert before + rest == paragraph(12)


def test_nothing_else_binds_that_paragraph(result):
    _, body = opened(result.output)
    assert body.paragraph_format.keep_with_next is None and body.paragraph_format.keep_together is None


def test_the_clerk_is_told_of_the_break(result):
    assert any("分页符" in notice for notice in result.pages.notices)


def test_formatting_the_result_again_gives_the_same_bytes(result, tmp_path):
    again = api.format_file(result.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == result.output.read_bytes()


def test_a_result_that_was_shortened_has_no_break_any_more(result, tmp_path):
    result_docx, body = opened(result.output)
    for run in body.runs[1:]:
        run._r.getparent().remove(run._r)
    body.runs[0].text = "请遵照执行。"
    result_docx.save(str(tmp_path / "改过.docx"))
    again = api.format_file(tmp_path / "改过.docx", tmp_path / "再排.docx")
    assert again.pages.page_ends == ()
    assert docx.Document(str(again.output)).element.findall(BREAKS) == []


def test_the_check_finds_no_error_in_it(result):
    findings = api.check_file(result.output).findings
    assert [finding.code for finding in findings if finding.severity == "error"] == []


def test_where_the_sign_off_fills_a_page_the_text_is_left_alone():
    organs = [(Role.SIGNATURE, f"某某市某某局局长　张某{number}") for number in "甲乙丙丁戊己庚辛壬癸子丑"]
    blocks = [(Role.TITLE, "关于某某工作的通知"), (Role.ADDRESSEE, "各区人民政府："), (Role.BODY, paragraph(12))]
    laid = pages(document(*blocks, *organs, (Role.DATE, "2026年3月20日")), Seal.SIGNATURE)
    assert laid.only_signed
    assert (laid.end, laid.page_ends) == (End.NONE, ())


@pytest.fixture(scope="module")
def with_short_end(tmp_path_factory: pytest.TempPathFactory) -> FormatResult:
    """A joint sign-off that goes to a page of its own together with a last paragraph of one line."""
    folder = tmp_path_factory.mktemp("请示")
    draft = joint(folder, 13, organs=5)
    text = draft.read_text(encoding="utf-8").replace("某某市教育局", "以上意见，请遵照执行。\n某某市教育局", 1)
    draft.write_text(text, encoding="utf-8")
    return api.format_file(draft, folder / "成品.docx")


def test_names_abreast_go_to_the_page_of_a_short_paragraph_that_begins_it(with_short_end, tmp_path):
    opened_again = docx.Document(str(with_short_end.output))
    last = next(one for one in opened_again.paragraphs if one.text.startswith("以上意见"))
    assert with_short_end.pages.page_ends[0].place == 0
    assert last.paragraph_format.page_break_before and last.paragraph_format.keep_with_next is None
    again = api.format_file(with_short_end.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == with_short_end.output.read_bytes()


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["result", "with_short_end"])
def test_libreoffice_has_the_same_lines_on_both_pages(name, request, tmp_path):
    from pypdf import PdfReader

    result = request.getfixturevalue(name)
    env = office.install(tmp_path / "office")
    pdf = office.convert_all([result.output], tmp_path, env)[0]
    shown = [re.sub(r"—\s*\d+\s*—|\s", "", page.extract_text()) for page in PdfReader(pdf).pages]
    assert shown[:2] == [re.sub(r"\s", "", "".join(texts(page))) for page in result.pages.pages[:2]]


@pytest.mark.parametrize("seal", [Seal.ROUND, Seal.NONE])
def test_an_organ_too_long_for_a_line_signs_in_two_that_are_alike(seal: Seal) -> None:
    name = "某某壮族自治区某某市某某先进制造业产业集聚发展综合示范试验局"
    signed = [(Role.SIGNATURE, name), (Role.DATE, "2026年3月20日")]
    (page,) = pages(document((Role.BODY, paragraph(3)), *signed), seal).pages
    lines = [line for line in words(page) if line.role is Role.SIGNATURE]
    assert [len(line.text) for line in lines] == [15, 15]
    assert max(line.x + line.width for line in lines) <= Mm(184)
