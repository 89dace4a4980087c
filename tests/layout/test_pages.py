"""How lines stack into pages, and what every page keeps (GB/T 9704-2012 5.2, 7.2–7.5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import IMPRINT_ROLES, Role, Seal
from gwformat.profiles.schema import Slot
from gwformat.units import Emu, Mm
from tests.layout.papers import all_lines, document, general, government, letter, pages, paragraph, texts, words

NEAR = Mm(0.3)


def near(a: int, b: int) -> bool:
    return abs(a - b) <= NEAR


def test_a_full_page_holds_22_lines_of_28_characters_within_the_type_area():
    page = pages(document((Role.BODY, paragraph(60)))).pages[0]
    lines = words(page)
    assert len(lines) == 22
    assert {len(line.text) for line in lines[1:]} == {28}
    assert near(lines[0].top, Mm(37)) and lines[-1].bottom <= Mm(262)
    assert near(lines[1].x, Mm(28)) and near(lines[1].x + lines[1].width, Mm(184))


@pytest.mark.parametrize("grid", ["national", "practice"])
def test_both_grids_hold_22_lines(grid):
    assert len(words(pages(document((Role.BODY, paragraph(60))), grid=grid).pages[0])) == 22


def test_a_paragraph_begins_two_characters_in():
    first, second = words(pages(document((Role.BODY, paragraph(2)))).pages[0])
    assert near(first.x - second.x, Mm(2 * 5.556))


def test_the_head_stands_where_the_standard_wants_it():
    blocks = [(Role.COPY_NUMBER, "000001"), (Role.URGENCY, "特急"), (Role.ISSUER_MARK, "某某市人民政府文件")]
    blocks += [(Role.DOC_NUMBER, "某政发〔2026〕8号"), (Role.TITLE, "关于某某工作的通知"), (Role.BODY, paragraph(3))]
    page = pages(document(*blocks)).pages[0]
    by_role = {line.role: line for line in page.lines}
    assert near(by_role[Role.COPY_NUMBER].top, Mm(37))
    mark, number = by_role[Role.ISSUER_MARK], by_role[Role.DOC_NUMBER]
    assert near(mark.top, Mm(72))
    assert near(number.top - mark.bottom, Mm(20.78))
    (rule,) = page.strokes
    assert near(rule.y - number.bottom, Mm(4)) and near(rule.x, Mm(28)) and near(rule.width, Mm(156))
    assert near(by_role[Role.TITLE].top - rule.y, Mm(20.78))


def test_digits_of_a_secrecy_mark_and_an_attachment_number_are_in_heiti_and_others_are_not():
    heiti, latin = government().families[Slot.HEITI], government().latin
    blocks = [(Role.COPY_NUMBER, "000001"), (Role.SECRECY, "机密★1年"), (Role.BODY, "共3项。")]
    blocks += [(Role.ATTACHMENT_LABEL, "附件1"), (Role.ATTACHMENT_TITLE, "某某方案"), (Role.ATTACHMENT_BODY, "共4项。")]
    glyphs = [glyphs for line in all_lines(pages(document(*blocks))) for glyphs in line.glyphs]
    families = {one.text: one.family for one in glyphs if one.text.isdigit()}
    assert families == {"000001": latin, "1": heiti, "3": latin, "4": latin}


def test_number_and_signer_share_a_line():
    blocks = [
        (Role.ISSUER_MARK, "某某县人民政府文件"),
        (Role.DOC_NUMBER, "某政〔2026〕8号"),
        (Role.SIGNER, "签发人：张三"),
    ]
    page = pages(document(*blocks, (Role.TITLE, "某某请示"), (Role.BODY, "正文。"))).pages[0]
    number, signer = (next(line for line in page.lines if line.role is role) for role in (Role.DOC_NUMBER, Role.SIGNER))
    assert number.top == signer.top
    assert near(number.x, Mm(28 + 5.556)) and near(signer.x + signer.width, Mm(184 - 5.556))
    assert [glyphs.family for glyphs in signer.glyphs] == ["方正仿宋_GBK", "方正楷体_GBK"]


def test_attachments_begin_new_pages_with_their_title_on_the_third_line():
    page = pages(letter(3, attachment=True)).pages[1]
    label, title = words(page)[:2]
    assert (label.role, title.role) == (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)
    assert near(label.top, Mm(37)) and near(
        title.top + (title.bottom - title.top) / 2, Mm(37 + 2.5 * 10.39 - 2.42 + 1.1)
    )


def test_odd_pages_are_numbered_right_and_even_pages_left():
    odd, even = (page.lines[-1] for page in pages(document((Role.BODY, paragraph(30)))).pages)
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert near((odd.top + odd.bottom) // 2, Mm(269)) and near(even.x, Mm(28 + 4.94))
    assert near(odd.x + odd.width, Mm(184 - 4.94))


@pytest.mark.parametrize("lines", range(1, 67))
@pytest.mark.parametrize("attachment", [False, True], ids=["", "attachment"])
def test_the_imprint_stands_at_the_foot_of_an_even_page_whatever_the_length(lines, attachment):
    for seal in Seal:
        laid = pages(letter(lines, attachment=attachment), seal)
        last = laid.pages[-1]
        assert last.number % 2 == 0
        assert {line.role for line in words(last)} >= {Role.PRINTER, Role.PRINT_DATE}
        assert all(line.role not in IMPRINT_ROLES for page in laid.pages[:-1] for line in words(page))
        assert near(last.strokes[-1].y, Mm(262))
        text = [line for line in words(last) if line.role not in IMPRINT_ROLES]
        assert all(line.bottom < last.strokes[0].y for line in text)


@pytest.mark.parametrize("lines", range(1, 67))
def test_neither_a_blank_page_nor_the_imprint_after_it_is_numbered(lines):
    laid = pages(letter(lines))
    blank = [page.number for page in laid.pages if not words(page)]
    assert blank in ([], [len(laid.pages) - 1])
    numbered = len(laid.pages) - (2 if blank else 0)
    assert [page.printed_number for page in laid.pages[:numbered]] == list(range(1, numbered + 1))
    assert all(page.printed_number is None for page in laid.pages[numbered:])


@pytest.mark.parametrize("lines", range(1, 67))
@pytest.mark.parametrize("longest", [1, 7, 40])
def test_a_page_with_a_signature_has_words_of_the_text(lines, longest):
    laid = pages(letter(lines, imprint=False, longest=longest))
    for page in laid.pages:
        roles = [line.role for line in words(page)]
        assert Role.SIGNATURE not in roles or Role.BODY in roles
        assert Role.DATE not in roles or Role.SIGNATURE in roles


def test_a_heading_is_not_the_last_line_of_a_page():
    laid = pages(document((Role.BODY, paragraph(21)), (Role.HEADING1, "一、总体要求"), (Role.BODY, paragraph(2))))
    assert texts(laid.pages[1])[0] == "一、总体要求"


def test_too_many_addressees_are_reported():
    many = document((Role.TITLE, "通知"), (Role.ADDRESSEE, "某某局、" * 200), (Role.BODY, paragraph(3)))
    assert any("7.3.2" in notice for notice in pages(many).notices)
    assert not pages(letter(5)).notices


ELEMENTS = st.sampled_from((Role.TITLE, Role.ADDRESSEE, Role.HEADING1, Role.BODY, Role.ATTACHMENT_NOTE, Role.DATE))
WORDS = st.text("国务院办公厅，。“”《》（）——……〔〕abc12 -.", min_size=1, max_size=150).map(str.strip).filter(bool)


@given(st.lists(st.tuples(ELEMENTS, WORDS), min_size=1, max_size=12))
def test_the_lines_of_the_pages_joined_are_the_text_of_the_document(blocks):
    doc = document(*blocks)
    assert "".join(line.text for line in all_lines(pages(doc))) == "".join(block.text for block in doc.blocks)


@given(st.lists(st.tuples(ELEMENTS, WORDS), min_size=1, max_size=12))
def test_the_spans_of_the_lines_are_the_places_of_their_words(blocks):
    doc = document(*blocks)
    for line in all_lines(pages(doc)):
        assert line.text == "".join(doc.blocks[span.block].text[span.start : span.end] for span in line.spans)


@given(st.lists(st.tuples(ELEMENTS, WORDS), min_size=1, max_size=30))
def test_no_page_holds_more_than_22_rows_and_no_line_leaves_the_text_area(blocks):
    grid = general().grids["national"]
    for page in pages(document(*blocks)).pages:
        lines = words(page)
        assert len(lines) <= grid.rows
        for line in lines:
            assert line.x >= grid.left - Mm(0.1) and line.x + line.width <= Mm(184.5)
            assert line.bottom <= Mm(297) - grid.bottom


def test_what_tabs_part_stands_at_tab_stops():
    (line,) = words(pages(document((Role.BODY, "合计\t14\t630"))).pages[0])
    assert line.text == "合计\t14\t630"
    begins = {glyphs.text: Emu(glyphs.x - Mm(28)).pt for glyphs in line.glyphs}
    assert abs(begins["14"] - 72) < 0.1 and abs(begins["630"] - 108) < 0.1  # points, every half inch


@pytest.mark.parametrize("lines", range(14, 23))
@pytest.mark.parametrize("longest", [2, 9])
def test_a_note_below_the_date_never_stands_alone_on_a_page(lines, longest):
    text = [(Role.BODY, paragraph(min(longest, lines - done))) for done in range(0, lines, longest)]
    signed = ((Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日"), (Role.ANNOTATION, "（此件公开发布）"))
    for page in pages(document(*text, *signed)).pages:
        roles = {line.role for line in words(page)}
        assert roles != {Role.ANNOTATION} and not (Role.DATE in roles and Role.BODY not in roles)
