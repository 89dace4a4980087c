"""How paragraphs are set: in whole twips, and what a place adds to the style of a role."""

from __future__ import annotations

import pytest

from gwformat.model import Align, Role, Seal
from gwformat.setting.paragraph import Direct, Indents, set_of
from gwformat.setting.passages import passages_of, stretches_of
from gwformat.setting.setting import setting_of
from gwformat.setting.text import settle
from gwformat.units import EMU_PER_TWIP, Twips
from tests.layout.papers import document, general, government, paragraph

SETTING = setting_of(general(), government(), None, Seal.ROUND)


@pytest.mark.parametrize("role", general().elements, ids=lambda role: role.key)
def test_every_length_is_a_whole_twip_as_files_say_it(role):
    how = set_of(role, SETTING)
    lengths = (how.before, how.after, how.pitch, how.tracking, *vars_of(how.indents))
    assert all(length % EMU_PER_TWIP == 0 for length in lengths)


def vars_of(indents: Indents) -> tuple[int, int, int]:
    return indents.left, indents.right, indents.first_line


def test_what_a_paragraph_says_for_itself_wins_over_its_style():
    how = set_of(Role.BODY, SETTING, Direct(before=Twips(100), align=Align.CENTER, indents=Indents()))
    assert (how.before, how.align, how.indents.first_line) == (Twips(100), Align.CENTER, 0)
    assert how.pitch == set_of(Role.BODY, SETTING).pitch


def test_only_the_first_line_of_the_attachment_note_has_a_gap_above_it():
    passages = list(passages_of(document((Role.ATTACHMENT_NOTE, "附件：1.甲"), (Role.ATTACHMENT_NOTE, "2.乙"))))
    first, second = settle(passages, SETTING, below_head=None)
    assert (first.before, second.before) == (None, 0)
    assert first.indents.left == second.indents.left  # 甲 above 乙


def test_a_short_last_paragraph_stays_with_the_sign_off_and_a_long_one_does_not():
    for lines, kept in ((3, True), (4, False)):
        blocks = [(Role.BODY, paragraph(lines)), (Role.SIGNATURE, "某某局"), (Role.DATE, "2026年3月20日")]
        body = settle(list(passages_of(document(*blocks))), SETTING, below_head=None)[0]
        assert (body.keep_with_next, body.keep_together) == (kept, kept)


def test_the_line_before_a_long_address_is_not_drawn_apart():
    for words, align in (("邮箱shuiwujujubao@example.gov.cn。", Align.LEFT), ("执行GB/T 33476.2-2016。", None)):
        (body,) = settle(list(passages_of(document((Role.BODY, words)))), SETTING, below_head=None)
        assert body.align is align


@pytest.mark.parametrize(
    ("words", "align"),
    [
        ("The Municipal People's Government has approved the plan.", Align.LEFT),
        ("시 인민정부는 계획을 비준하였다.", Align.LEFT),
        ("市政府批准《Green City 2030》计划，由各部门组织实施。", None),
    ],
)
def test_languages_that_part_their_words_by_spaces_are_not_justified(words: str, align: Align | None):
    """Word 2013 and newer versions of LibreOffice narrow the spaces of a justified line to fit one more word."""
    (body,) = settle(list(passages_of(document((Role.BODY, words)))), SETTING, below_head=None)
    assert body.align is align


def test_a_label_is_told_apart_from_the_words_after_it():
    (passage,) = passages_of(document((Role.SIGNER, "签发人：张三")))
    assert [(stretch.run.text, stretch.lead) for stretch in stretches_of(passage, SETTING)] == [
        ("签发人：", Role.SIGNER),
        ("张三", None),
    ]
