"""What the docx is told about its pages, and that formatting it again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat.api import FormatOptions, format_file
from gwformat.layout import PageFacts, facts_of, shape_lines
from gwformat.model import Role, Seal
from gwformat.ooxml.names import r, w
from gwformat.ooxml.package import Package
from gwformat.setting.setting import setting_of
from gwformat.setting.sign_off import End
from tests.layout.papers import document, general, government, letter, pages, paragraph, words

BELOW_TEXT, NEW_PAGE, AFTER_BLANK = PageFacts(), PageFacts(True), PageFacts(True, True)


def draft(folder: Path, lines: int, longest: int = 7) -> Path:
    """A text draft whose body takes `lines` lines, in paragraphs of at most `longest`."""
    path = folder / "草稿.txt"
    body = [paragraph(min(longest, lines - done)) for done in range(0, lines, longest)]
    imprint = ["抄送：市委各部门。", "某某市人民政府办公室　2026年3月20日印发"]
    sign_off = ["某某市人民政府", "2026年3月20日", *imprint]
    path.write_text("\n".join(["关于某某工作的通知", "各区人民政府：", *body, *sign_off]), encoding="utf-8")
    return path


def facts(lines: int) -> PageFacts:
    return facts_of(pages(letter(lines)))


def test_an_imprint_below_the_text_of_an_even_page_finds_its_own_place():
    assert facts(30) == BELOW_TEXT


def test_after_an_odd_page_the_imprint_goes_to_the_back_of_the_sheet():
    assert facts(5) == NEW_PAGE


def test_where_an_even_page_is_full_a_blank_page_stands_before_the_imprint():
    found = map(facts, range(30, 45))
    assert (True, True) in {(one.imprint_on_new_page, one.blank_page) for one in found}


def test_only_a_sign_off_that_would_stand_alone_takes_the_end_of_a_long_paragraph_along():
    def end(lines: int, longest: int, seal: Seal) -> End:
        return facts_of(pages(letter(lines, imprint=False, longest=longest), seal)).end

    ends = {lines: end(lines, 40, Seal.SIGNATURE) for lines in range(8, 30)}
    assert [lines for lines in ends if ends[lines] is not End.SHORT] == [19]  # for the others, a pitch is found
    assert {end(lines, 3, Seal.ROUND) for lines in range(8, 30)} == {End.SHORT}


def test_of_pages_that_are_estimated_nothing_is_said():
    laid = pages(letter(5))
    assert facts_of(type(laid)(laid.pages, estimated_from=1)) == PageFacts()


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[PageFacts, Path]:
    """One formatted file for each way in which the imprint stands."""
    folder = tmp_path_factory.mktemp("成品")
    found: dict[PageFacts, Path] = {}
    for lines in range(1, 45):
        target = folder / f"{lines}.docx"
        result = format_file(draft(folder, lines), target)
        found.setdefault(facts_of(result.pages), target)
    return found


@pytest.mark.parametrize("fact", [BELOW_TEXT, NEW_PAGE, AFTER_BLANK], ids=["below", "new page", "after blank"])
def test_formatting_the_result_again_gives_the_same_bytes(results, fact, tmp_path):
    again = tmp_path / "再排.docx"
    format_file(results[fact], again, FormatOptions())
    assert again.read_bytes() == results[fact].read_bytes()


def footers(package: Package, section: etree._Element) -> set[str]:
    targets = package.relationships("word/document.xml")
    return {targets[reference.get(r("id"), "")].target for reference in section.iter(w("footerReference"))}


def test_the_blank_page_and_that_of_the_imprint_are_a_section_with_silent_footers(results):
    package = Package.open(results[AFTER_BLANK])
    root = package.tree("word/document.xml")
    text, end = root.iter(w("sectPr"))
    assert footers(package, end) == {"word/gw-footer-none.xml"}
    assert footers(package, text) == {"word/gw-footer-default.xml", "word/gw-footer-even.xml"}
    silent = package.tree("word/gw-footer-none.xml")
    assert not list(silent.iter(w("t"), w("fldSimple")))


def test_a_long_title_is_broken_between_words_and_that_is_said():
    title = "某某市人民政府关于印发某某市城市更新行动方案的通知"
    setting = setting_of(general(), government(), None, Seal.ROUND)
    shaped = shape_lines(document((Role.TITLE, title), (Role.BODY, "正文。")), setting)
    lines = shaped.blocks[0].text.split("\n")
    assert len(lines) > 1 and "".join(lines) == title
    assert [change.after for change in shaped.changes] == ["\n" * (len(lines) - 1)]
    assert [line.text for line in words(pages(shaped).pages[0]) if line.role is Role.TITLE] == lines
    assert shape_lines(shaped, setting) == shaped


def test_three_signers_stand_on_two_lines_and_that_is_said_once():
    setting = setting_of(general(), government(), None, Seal.ROUND)
    doc = document(
        (Role.SIGNER, "签发人：张三　李四　欧阳某某"), (Role.TITLE, "某某局关于某事的请示"), (Role.BODY, "正文。")
    )
    shaped = shape_lines(doc, setting)
    assert shaped.blocks[0].text == "签发人：张三　李四\n欧阳某某"
    assert [(change.step, change.before, change.after) for change in shaped.changes] == [("签发人分行", "　", "\n")]
    assert shape_lines(shaped, setting) == shaped


def test_the_second_names_of_signers_are_aligned_and_that_is_said():
    setting = setting_of(general(), government(), None, Seal.ROUND)
    doc = document((Role.SIGNER, "签发人：张某某　李某"), (Role.SIGNER, "王某　欧阳某某"), (Role.BODY, "正文。"))
    shaped = shape_lines(doc, setting)
    assert [block.text for block in shaped.blocks[:2]] == ["签发人：张某某　李某", "王某　　欧阳某某"]
    assert [(change.step, change.before, change.after) for change in shaped.changes] == [("签发人对齐", "　", "　　")]
    assert shape_lines(shaped, setting) == shaped
