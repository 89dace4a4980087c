"""Numbered papers for reading: their head, to whom they go, and that nothing is missing that only documents have."""

from __future__ import annotations

import pytest

from gwformat.api import CheckOptions, check_file, format_file
from gwformat.model import Role
from tests.recognise.drafts import elements, of, recognised

HEAD = ("某某工作简报", "第12期", "（总第156期）", "中共某某县委办公室编              2026年4月10日", "━━━━━━━━━━━━")
TEXT = "今年以来，某某镇坚持“三清一改”，累计清理垃圾500余吨，改厕300余户，群众满意度明显提升。"
SENT = ("报：县委、县政府领导", "送：县直各单位", "发：各乡镇", "（共印80份）")


def test_the_number_of_all_issues_belongs_to_the_number_and_does_not_end_the_head():
    found = elements(*HEAD, TEXT, *SENT)
    assert found[:4] == [
        (Role.ISSUER_MARK, "某某工作简报"),
        (Role.DOC_NUMBER, "第12期（总第156期）"),
        (Role.EDITOR, "中共某某县委办公室编"),
        (Role.EDITED, "2026年4月10日"),
    ]


@pytest.mark.parametrize("above", [("内部资料",), ("内部资料", "注意保存"), ("试行",)])
def test_lines_of_no_standard_above_the_mark_leave_head_and_title_alone(above):
    found = elements(*above, *HEAD[:4], "某某镇推进人居环境整治", TEXT, *SENT)
    assert found[: len(above) + 5] == [
        (Role.ISSUER_MARK, "某某工作简报"),
        (Role.DOC_NUMBER, "第12期（总第156期）"),
        (Role.EDITOR, "中共某某县委办公室编"),
        (Role.EDITED, "2026年4月10日"),
        *((Role.OTHER, line) for line in above),
        (Role.TITLE, "某某镇推进人居环境整治"),
    ]


def test_who_signed_stands_beside_the_office_that_issues():
    found = elements(
        "信 息 专 报", "第31期", "中共某某市委办公室        签发：周某某", "关于小麦病虫害发生情况的报告", TEXT
    )
    assert found[:5] == [
        (Role.ISSUER_MARK, "信 息 专 报"),
        (Role.DOC_NUMBER, "第31期"),
        (Role.SIGNER, "签发：周某某"),
        (Role.EDITOR, "中共某某市委办公室"),
        (Role.TITLE, "关于小麦病虫害发生情况的报告"),
    ]


def test_those_it_goes_to_stand_in_the_imprint():
    assert of(Role.COPY_TO, *HEAD, TEXT, *SENT) == list(SENT[:3])


@pytest.mark.parametrize("staff", ["签发：李某某　编辑：王某某　电话：0000-1234567", "责任编辑：王某某", "审核：赵某"])
def test_those_who_made_it_are_named_below_those_it_goes_to(staff):
    found = elements(*HEAD, TEXT, *SENT[:3], staff)
    assert found[-4:] == [(Role.OTHER, staff), *((Role.COPY_TO, line) for line in SENT[:3])]


def test_a_bulletin_lacks_nothing():
    assert recognised(*HEAD, TEXT, *SENT).missing == ()


def test_copies_go_on_below_a_full_stop_where_the_line_is_indented():
    copies = (
        "分送：市长、副市长，秘书长。",
        "      市委办公室，市人大办公室。",
        "某某市人民政府办公室  2026年5月18日印发",
    )
    (said,) = of(Role.COPY_TO, "关于防汛工作的通知", "各县人民政府：", TEXT, "某某市人民政府", "2026年5月18日", *copies)
    assert said.replace(" ", "") == "分送：市长、副市长，秘书长。市委办公室，市人大办公室。"


def test_a_note_of_the_editor_may_stand_above_the_title_and_those_who_made_it_below_all():
    note = "【按】入汛以来，某某县提早谋划、压实责任，现将有关做法予以刊发，供各地学习借鉴。"
    made = "编辑：韩某某    核稿：杨某    签发：朱某某    （共印120份）"
    found = elements(*HEAD, note, "某某县“三个到位”筑牢山洪灾害防线", TEXT, *SENT[:3], made)
    assert found[4:] == [
        (Role.BODY, note),
        (Role.TITLE, "某某县“三个到位”筑牢山洪灾害防线"),
        (Role.BODY, TEXT),
        (Role.OTHER, made),
        *((Role.COPY_TO, line) for line in SENT[:3]),
    ]


def test_nothing_is_wrong_with_a_bulletin(tmp_path):
    lines = ("内部资料", "工 作 简 报", *HEAD[1:], "【按】现将有关做法予以刊发。", "某某县筑牢山洪灾害防线", TEXT)
    (tmp_path / "简报.txt").write_text("\n".join((*lines, "报：县委、县政府领导。", *SENT[1:3])), encoding="utf-8")
    result = format_file(tmp_path / "简报.txt", tmp_path / "简报.docx")
    assert result.document.missing == ()
    assert check_file(result.output, CheckOptions()).findings == ()
