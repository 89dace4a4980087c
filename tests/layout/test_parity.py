"""Documents of every length, one line apart: what 7.3.5.5, 7.4.1 and 7.5 say of pages holds for each of them."""

from __future__ import annotations

import itertools

import pytest

from benchmarks import parity
from gwformat import layout
from gwformat.layout.boxes import Page, Pages
from gwformat.model import IMPRINT_ROLES, Document, Role, Seal
from gwformat.setting.setting import setting_of
from gwformat.units import Mm
from tests.layout.papers import document, general, government, paragraph, words
from tests.standin import office

FIVE_PAGES = range(1, 111)
IMPRINT = {Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE}  # what `paper` has of it
CASES = list(itertools.product([True, False], [True, False], [True, False], list(Seal)))


def paper(lines: int, longest: int, *, head: bool, attachment: bool, imprint: bool) -> Document:
    blocks = [(Role.ISSUER_MARK, "某某市人民政府文件"), (Role.DOC_NUMBER, "某政发〔2026〕5号")] if head else []
    blocks += [(Role.TITLE, "关于某某工作的通知"), (Role.ADDRESSEE, "各区人民政府：")]
    blocks += [(Role.BODY, paragraph(min(longest, lines - done))) for done in range(0, lines, longest)]
    blocks += [(Role.ATTACHMENT_NOTE, "附件：某某方案")] if attachment else []
    blocks += [(Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日")]
    if attachment:
        blocks += [(Role.ATTACHMENT_LABEL, "附件"), (Role.ATTACHMENT_TITLE, "某某方案")]
        blocks += [(Role.ATTACHMENT_BODY, paragraph(3))]
    if imprint:
        blocks += [(Role.COPY_TO, "抄送：某某市委办公室。"), (Role.PRINTER, "某某市人民政府办公室")]
        blocks += [(Role.PRINT_DATE, "2026年3月20日印发")]
    return document(*blocks)


@pytest.mark.parametrize(("head", "attachment", "imprint", "seal"), CASES)
def test_documents_of_every_length_keep_the_rules_of_pages(head, attachment, imprint, seal):
    setting = setting_of(general(), government(), None, seal)
    for lines in FIVE_PAGES:
        doc = paper(lines, (3, 4, 60)[lines % 3], head=head, attachment=attachment, imprint=imprint)
        laid = layout.lay_out(doc, setting)
        assert "".join(line.text for page in laid.pages for line in words(page)) == "".join(b.text for b in doc.blocks)
        assert_signed_with_text(laid)
        assert_numbered(laid)
        if imprint:
            assert_imprint_at_the_foot_of_an_even_page(laid)
        else:
            assert all(map(words, laid.pages))


def assert_signed_with_text(laid: Pages) -> None:
    for page in laid.pages:
        roles = [line.role for line in words(page)]
        if Role.SIGNATURE in roles or Role.DATE in roles:
            assert Role.SIGNATURE in roles and Role.DATE in roles
            assert Role.BODY in roles
        assert len(roles) <= 22 + 2 * any(role in IMPRINT_ROLES for role in roles)


def assert_numbered(laid: Pages) -> None:
    """Continuously, attachments included; a blank page and the imprint after it have no number."""
    blank = [page.number for page in laid.pages if not words(page)]
    assert blank in ([], [len(laid.pages) - 1])
    last = len(laid.pages) - (2 if blank else 0)
    expected = [*range(1, last + 1), *([None, None] if blank else [])]
    assert [page.printed_number for page in laid.pages] == expected


def assert_imprint_at_the_foot_of_an_even_page(laid: Pages) -> None:
    last = laid.pages[-1]
    assert last.number % 2 == 0
    assert {line.role for line in words(last)} >= IMPRINT
    assert abs(last.strokes[-1].y - Mm(262)) < Mm(0.3)
    assert not any(line.role in IMPRINT_ROLES for page in laid.pages[:-1] for line in words(page))
    above = [line for line in words(last) if line.role not in IMPRINT_ROLES]
    assert all(line.bottom < first_rule(last) for line in above)
    if not above:  # it stands alone: the text ends on an odd page, or there was no room for it
        blank = not words(laid.pages[-2])
        text = laid.pages[-3] if blank else laid.pages[-2]
        assert (text.number % 2 == 0) is blank


def first_rule(page: Page) -> int:
    return page.strokes[-3].y  # above 抄送, above 印发机关, the last


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_has_the_same_lines_and_numbers_on_every_page(tmp_path):
    chosen = [
        parity.Case(16, 60, head=False, imprint=True, attachment=False, seal=Seal.NONE),  # closer together
        parity.Case(18, 60, head=False, imprint=True, attachment=False, seal=Seal.ROUND),  # further apart
        parity.Case(26, 40, head=True, imprint=True, attachment=False, seal=Seal.SIGNATURE),
        parity.Case(36, 2, head=False, imprint=True, attachment=False, seal=Seal.NONE),  # a blank page
        parity.Case(43, 4, head=False, imprint=True, attachment=True, seal=Seal.SIGNATURE),
        parity.Case(62, 40, head=True, imprint=False, attachment=False, seal=Seal.ROUND),
    ]
    assert [outcome.row() for outcome in parity.run(chosen, tmp_path) if not outcome.agrees] == []
