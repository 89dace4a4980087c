"""What the user says goes before everything that was recognised."""

from __future__ import annotations

import pytest

from gwformat.errors import UsageError
from gwformat.model import Fate, Kind, Role
from gwformat.recognise import Overrides
from tests.recognise.drafts import elements, recognised

LINES = ("关于放假的通知", "各单位：", "现将放假安排通知如下，请遵照执行，并做好值班工作。", "某某局", "2026年5月6日")


def supplied(**values: str) -> Overrides:
    return Overrides(values={Role[name.upper()]: (value,) for name, value in values.items()})


def test_supplied_head_and_imprint_stand_where_they_belong_and_in_their_form():
    given = supplied(
        copy_to="市委办公室",
        print_date="2026年5月7日",
        printer="某某局办公室",
        signer="张某某",
        doc_number="某局发〔2026〕5号",
        issuer_mark="某某局文件",
        annotation="此件公开发布",
    )
    assert [(role, text) for role, text in elements(*LINES, given=given) if text not in LINES] == [
        (Role.ISSUER_MARK, "某某局文件"),
        (Role.DOC_NUMBER, "某局发〔2026〕5号"),
        (Role.SIGNER, "签发人：张某某"),
        (Role.ANNOTATION, "（此件公开发布）"),
        (Role.COPY_TO, "抄送：市委办公室。"),
        (Role.PRINTER, "某某局办公室"),
        (Role.PRINT_DATE, "2026年5月7日印发"),
    ]


def test_the_users_words_win_and_both_are_reported():
    document = recognised(*LINES, given=supplied(addressee="局属各单位"))
    assert [block.text for block in document.of(Role.ADDRESSEE)] == ["局属各单位："]
    change = next(change for change in document.changes if change.step == "用户指定")
    assert (change.fate, change.before, change.after) == (Fate.CHANGED, "各单位：", "局属各单位：")


def test_the_same_words_are_no_change():
    document = recognised(*LINES, given=supplied(addressee="各单位", title="关于放假的通知"))
    assert not [change for change in document.changes if change.step == "用户指定"]
    assert document.first(Role.ADDRESSEE).source is not None


def test_supplied_elements_have_no_source_and_say_who_gave_them():
    block = recognised(*LINES, given=supplied(doc_number="某局发〔2026〕5号")).first(Role.DOC_NUMBER)
    assert (block.source, block.reason) == (None, "由用户指定")


def test_a_sign_off_is_put_before_the_attachments():
    found = elements(
        "关于报送材料的通知", "请报送材料。", "附件1", "材料清单", "清单内容。", given=supplied(signature="某某局")
    )
    assert [role for role, _ in found] == [
        Role.TITLE,
        Role.BODY,
        Role.SIGNATURE,
        Role.ATTACHMENT_LABEL,
        Role.ATTACHMENT_TITLE,
        Role.ATTACHMENT_BODY,
    ]


def test_a_pinned_title_wins_over_what_looks_like_one():
    found = elements(
        "内部资料", "值班安排", "请按时到岗，不得缺席，特殊情况须提前请假。", given=Overrides(roles={2: Role.TITLE})
    )
    assert (Role.TITLE, "值班安排") in found
    assert (Role.TITLE, "内部资料") not in found


def test_pinned_lines_of_one_title_become_one_block():
    found = elements(
        "某某局", "值班安排", "请按时到岗，不得缺席。", given=Overrides(roles={1: Role.TITLE, 2: Role.TITLE})
    )
    assert found[0] == (Role.TITLE, "某某局／值班安排")


@pytest.mark.parametrize("number", [2, 4])
def test_a_role_for_a_paragraph_without_words_is_refused(number: int):
    with pytest.raises(UsageError, match=f"第 {number} 段不存在，或者没有文字"):
        elements("值班安排", "", "请按时到岗，不得缺席。", given=Overrides(roles={1: Role.TITLE, number: Role.BODY}))


def test_several_values_become_several_elements():
    given = Overrides(values={Role.SIGNATURE: ("某某市财政局", "某某市教育局")})
    assert [text for role, text in elements(*LINES, given=given) if role is Role.SIGNATURE] == [
        "某某市财政局",
        "某某市教育局",
    ]


def test_the_format_can_be_forced():
    assert recognised(*LINES, given=Overrides(kind=Kind.LETTER)).kind is Kind.LETTER


def test_a_letter_that_is_set_as_a_document_for_the_mark_of_the_office_is_told():
    letter = ("某某局关于商请提供资料的函", "某某市气象局：", "现商请提供水文资料。", "某某局", "2026年5月6日")
    assert any(
        "--kind letter" in told for told in recognised(*letter, given=supplied(issuer_mark="某某局文件")).notices
    )
    for given in (supplied(issuer_mark="某某局"), Overrides()):
        assert recognised(*letter, given=given).notices == ()
    assert recognised("某某局文件", *letter).notices == ()
