"""Room for a sign-off and its seal (GB/T 9704-2012 7.3.5.1, 7.3.5.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import format_file
from gwformat.layout import Pages, lay_out
from gwformat.model import Role, Seal
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.setting.setting import setting_of
from gwformat.units import Mm
from tests.layout.papers import document, general, government, letter, pages, paragraph, words
from tests.layout.test_facts import draft

NATIONAL = general().grids["national"]


def pitch(laid: Pages) -> float | None:
    """The adjusted pitch in points, None if nothing was adjusted."""
    return laid.fitted[0].pitch.twips / 20 if laid.fitted else None


def alone(laid: Pages) -> bool:
    return any({line.role for line in words(page)} == {Role.SIGNATURE, Role.DATE} for page in laid.pages)


def test_below_a_full_page_lines_a_little_further_apart_send_the_last_one_to_the_sign_off():
    laid = pages(letter(22, imprint=False, longest=40))
    assert pitch(laid) == 29.65  # 22 rows of 29.60 points would still fill 651.55 points
    assert [len(words(page)) for page in laid.pages] == [21, 3]


def test_where_one_row_is_wanting_lines_closer_together_keep_the_sign_off_on_the_page():
    laid = pages(letter(18, imprint=False, longest=40))
    assert pitch(laid) == 29
    assert len(laid.pages) == 1 and len(words(laid.pages[0])) == 20


def test_what_was_done_is_said_with_both_numbers():
    (notice,) = pages(letter(22, imprint=False, longest=40)).notices
    assert "第 1 至 2 页" in notice and "29.45 磅调为 29.65 磅" in notice and "7.3.5.5" in notice


def test_where_the_sign_off_has_room_nothing_is_adjusted():
    assert not any(pages(letter(lines, imprint=False)).fitted for lines in range(1, 18))


def test_a_short_last_paragraph_goes_with_the_sign_off_whole_and_nothing_is_adjusted():
    laid = pages(letter(22, imprint=False, longest=2))
    assert pitch(laid) is None
    assert [len(words(page)) for page in laid.pages] == [20, 4]


def noted(lines: int, entries: int) -> list[list[Role]]:
    """The roles on each page of a text of one paragraph with so many attachments."""
    note = [(Role.ATTACHMENT_NOTE, f"{'附件：' * (not number)}{number + 1}.某某方案") for number in range(entries)]
    signed = [(Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日")]
    laid = pages(document((Role.BODY, paragraph(lines)), *note, *signed))
    return [[line.role for line in words(page)] for page in laid.pages]


@pytest.mark.parametrize("entries", [1, 2, 5])
def test_a_list_of_attachments_alone_is_no_text_for_the_page_of_the_sign_off(entries):
    for lines in range(12, 40):
        *before, signed = noted(lines, entries)
        begun = bool(before) and before[-1][-1] is Role.ATTACHMENT_NOTE  # a longer list may, below its text
        assert Role.SIGNATURE in signed and (Role.BODY in signed or (begun and entries > 3))


def test_a_list_of_attachments_that_begins_below_the_text_may_end_above_the_sign_off():
    assert [set(roles) for roles in noted(18, 12)] == [
        {Role.BODY, Role.ATTACHMENT_NOTE},
        {Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE},
    ]


@pytest.mark.parametrize("seal", list(Seal))
@pytest.mark.parametrize("longest", [1, 7, 40])
def test_no_length_leaves_the_sign_off_alone_exceeds_22_rows_or_the_limits_of_the_grid(seal, longest):
    for lines in range(1, 70):
        laid = pages(letter(lines, imprint=False, longest=longest), seal)
        assert not alone(laid)
        assert max(len(words(page)) for page in laid.pages) <= NATIONAL.rows
        assert all(NATIONAL.pitch_least <= fit.pitch <= NATIONAL.pitch_most for fit in laid.fitted)


@pytest.mark.parametrize("lines", [15, 17, 38, 40])
def test_the_docx_says_the_same_pitch_and_formatting_it_again_changes_nothing(lines, tmp_path: Path):
    first, again = tmp_path / "成品.docx", tmp_path / "再排.docx"
    result = format_file(draft(tmp_path, lines, longest=60), first)
    format_file(first, again)
    assert again.read_bytes() == first.read_bytes()
    (fit,) = result.pages.fitted
    said = [spacing.get(w("line")) for spacing in Package.open(first).tree("word/document.xml").iter(w("spacing"))]
    assert said.count(str(fit.pitch.twips)) == fit.last - fit.first + 1


DIAMETERS = [Mm(42), Mm(45), Mm(50)]


def sealed(doc, diameter) -> Pages:
    return lay_out(doc, setting_of(general(), government(), None, Seal.ROUND, diameter))


@pytest.mark.parametrize("diameter", DIAMETERS)
def test_a_seal_presses_signature_and_date_from_less_than_a_row_below_the_text(diameter):
    (page,) = sealed(letter(3, imprint=False), diameter).pages
    (seal,) = page.seals
    *_, last, signature, date = words(page)
    centre = seal.y + seal.width // 2
    assert seal.width == diameter
    assert abs(seal.x + diameter // 2 - (signature.x + signature.width // 2)) < Mm(0.1)
    assert seal.y < signature.top and date.bottom < seal.y + diameter
    assert centre < (signature.top + date.bottom) // 2 < centre + Mm(9)
    assert 0 <= seal.y - last.bottom <= Mm(10.39)


@pytest.mark.parametrize("diameter", DIAMETERS)
def test_one_blank_row_less_or_more_would_press_the_text_or_leave_it_too_far_above(diameter):
    """Blank rows give no room: 7.3.5.1 leaves no choice of them for any of the three sizes."""
    (page,) = sealed(letter(3, imprint=False), diameter).pages
    gap = page.seals[0].y - words(page)[-3].bottom
    row = NATIONAL.pitch
    assert gap - row < 0
    assert gap + row > row


@pytest.mark.parametrize("diameter", DIAMETERS)
def test_seals_stay_within_the_type_area_and_above_the_imprint(diameter):
    for lines in range(1, 60):
        ((page, seal),) = [
            (page, seal) for page in sealed(letter(lines, longest=5), diameter).pages for seal in page.seals
        ]
        floor = page.strokes[0].y if page.strokes else Mm(262.1)
        assert seal.y + seal.width <= floor


@pytest.mark.parametrize("lines", range(10, 24))
def test_a_note_of_two_lines_is_never_torn_between_two_pages(lines: int):
    note = (Role.ANNOTATION, "（联系人：郑某；电话：0000-7654321；电子邮箱：someone@example.gov.cn）")
    signed = [(Role.SIGNATURE, "某某市水利局"), (Role.DATE, "2026年4月13日"), note]
    laid = pages(document((Role.BODY, paragraph(lines)), *signed))
    on_pages = [[line.role for line in words(page)] for page in laid.pages]
    assert sum(Role.ANNOTATION in roles for roles in on_pages) == 1
    assert Role.BODY in on_pages[-1] and Role.DATE in on_pages[-1]


def test_without_a_round_seal_no_room_is_kept_for_one():
    assert not pages(letter(3), Seal.NONE).pages[0].seals


def notice(lines: int, seal: Seal, grid: str) -> Pages:
    """A document that is issued with a few words: 红头, a title of three lines, a 附注 below the sign-off."""
    head = [(Role.ISSUER_MARK, "某某市人民政府办公室文件"), (Role.DOC_NUMBER, "某政办发〔2026〕8号")]
    title = (Role.TITLE, "某某市人民政府办公室\n关于印发某某市城市更新\n三年行动方案（2026—2028年）的通知")
    body = [(Role.ADDRESSEE, "各县（区）人民政府，市政府各部门："), (Role.BODY, paragraph(lines))]
    signed = [
        (Role.SIGNATURE, "某某市人民政府办公室"),
        (Role.DATE, "2026年3月20日"),
        (Role.ANNOTATION, "（此件公开发布）"),
    ]
    return pages(document(*head, title, *body, *signed), seal, grid)


@pytest.mark.parametrize("grid", ["national", "practice"])
@pytest.mark.parametrize(("lines", "seal"), [(2, Seal.ROUND), (3, Seal.NONE)])
def test_a_few_words_stay_on_page_1_with_their_sign_off_whose_lines_and_gap_are_closer_too(
    lines: int, seal: Seal, grid: str
):
    laid = notice(lines, seal, grid)
    (page,) = laid.pages
    (fitted,) = laid.fitted
    by_role = {line.role: line for line in words(page)}
    body, organ, date, note = (by_role[role] for role in (Role.BODY, Role.SIGNATURE, Role.DATE, Role.ANNOTATION))
    rows = 3 if seal is Seal.ROUND else 2
    assert [organ.top - body.top, date.top - organ.top, note.top - date.top] == [
        pytest.approx(fitted.pitch * count, abs=Mm(0.1)) for count in (rows, 1, 1)
    ]
    assert laid.shift < 0  # and the empty line below the title is lower, though a line of characters fits in it
