"""What is said to those assembled: a title, the occasion, the speaker; nobody is written to."""

from __future__ import annotations

from gwformat.model import Role
from tests.recognise.drafts import elements, recognised

TEXT = "今天召开这次会议，主要任务是总结去年工作，部署今年任务，下面我讲三点意见。"


def test_the_report_of_a_government_greets_its_hearers_and_is_none_of_the_genres():
    lines = ("2026年政府工作报告", "——2026年1月15日在某某市人民代表大会上", "市长  张某某", "各位代表：", TEXT)
    assert [role for role, _ in elements(*lines)] == [Role.TITLE, Role.SUBTITLE, Role.SUBTITLE, Role.BODY, Role.BODY]
    document = recognised(*lines)
    assert (document.genre, document.missing) == (None, ())


def test_date_name_and_note_stand_under_the_title_of_a_speech_in_any_order():
    below = ("（根据录音整理，未经本人审阅）", "李某某", "2026年2月20日")
    found = elements("在全县三级干部大会上的讲话", *below, "同志们，朋友们：", TEXT)
    assert [role for role, _ in found] == [Role.TITLE, *[Role.SUBTITLE] * 3, Role.BODY, Role.BODY]


def test_a_report_to_an_organ_is_addressed_to_it():
    found = elements("关于防汛工作情况的报告", "市人民政府：", TEXT)
    assert found[1] == (Role.ADDRESSEE, "市人民政府：")
