"""A table of contents without the word 目录: headings that all stand again below are no headings of the text."""

from __future__ import annotations

import pytest

from gwformat.model import HEADINGS, Role
from tests.recognise.drafts import elements

TITLE = "某某市应急预案"
ENTRIES = ("一、总则", "二、组织体系", "（一）领导机构", "三、附则")
TEXT = (
    *("一、总则", "为了规范应急工作，制定本预案。", "二、组织体系", "（一）领导机构"),
    *("市政府成立领导小组。", "三、附则", "本预案自发布之日起施行。"),
)


def headings(*lines: str) -> list[str]:
    return [text for role, text in elements(*lines) if role in HEADINGS]


def test_headings_that_stand_again_below_with_their_text_are_a_table_of_contents() -> None:
    found = elements(TITLE, *ENTRIES, *TEXT)
    assert [text for role, text in found if role is Role.OTHER] == list(ENTRIES)
    assert headings(TITLE, *ENTRIES, *TEXT) == list(ENTRIES)


@pytest.mark.parametrize(
    "lines",
    [
        ("市政府研究了以下事项：", *ENTRIES, *TEXT),  # said in the text
        ("一、总则", "二、组织体系", *TEXT),  # too few
        ("一、总则", "二、组织体系", "三、保障措施", *TEXT),  # one of them has no text
    ],
)
def test_headings_of_which_that_is_not_certain_stay_headings(lines: tuple[str, ...]) -> None:
    first = next(line for line in lines if line.startswith("一、"))
    assert headings(TITLE, *lines).count(first) == 2


def test_contents_of_a_plan_numbered_with_points_need_no_word_above():
    sections = ("1 总则", "1.1 编制目的", "1.2 编制依据", "2 组织体系")
    text = "提高应对突发事件的能力。"
    plan = (sections[0], sections[1], text, sections[2], text, sections[3], text)
    found = elements("某某县突发环境事件应急预案", *sections, *plan)
    assert [role for role, _ in found[1:5]] == [Role.OTHER] * 4
    assert [role for role, _ in found[5:8]] == [Role.HEADING1, Role.HEADING2, Role.BODY]
