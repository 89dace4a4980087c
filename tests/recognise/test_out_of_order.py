"""Drafts whose elements stand in the wrong order: each is still what it is, so that one fault is one fault."""

from __future__ import annotations

from gwformat.model import Role
from tests.recognise.drafts import elements, of, table

HEAD = ("某某市水务局关于新建城东排涝泵站的请示", "某某市人民政府：", "拟新建城东排涝泵站。", "妥否，请批示。")
NOTE = "附件：1.泵站建设方案"
NAMED = "（联系人：李四，联系电话：0000-12345678）"


def roles(*lines: str) -> list[Role]:
    return [role for role, _ in elements(*HEAD, *lines)[len(HEAD) :]]


def test_a_date_above_the_attachment_note_belongs_to_the_organ_below_it():
    found = roles("2026年3月16日", NOTE, "2.投资估算表", "某某市水务局", NAMED)
    assert found == [Role.DATE, Role.ATTACHMENT_NOTE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.ANNOTATION]


def test_an_organ_within_the_text_below_a_date_signs_nothing():
    assert Role.SIGNATURE not in roles("2026年3月16日", NOTE, "泵站位于某某河左岸。", "某某市水务局", "负责建设。")


def test_a_bracketed_annotation_above_the_attachment_note_is_one():
    assert Role.ANNOTATION in roles(NAMED, NOTE, "某某市水务局", "2026年3月16日")


def test_a_sentence_about_contacts_above_the_attachment_note_is_text():
    line = "联系人：李四，联系电话：0000-12345678。"
    assert line in of(Role.BODY, *HEAD, line, NOTE, "某某市水务局", "2026年3月16日")


def test_the_date_of_a_sign_off_is_no_name_above_another_date():
    imprint = table(("某某市水务局办公室", "2026年3月17日"))
    found = elements(*HEAD, "某某市水务局", "2026年3月16日", imprint)
    assert [role for role, _ in found[-4:]] == [Role.SIGNATURE, Role.DATE, Role.PRINTER, Role.PRINT_DATE]


def test_minutes_may_lack_the_last_word_of_their_number():
    found = elements("某某市人民政府专题会议纪要", "〔2026〕5", "研究防汛工作专题会议纪要", "会议研究了防汛工作。")
    assert [role for role, _ in found[:3]] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE]
