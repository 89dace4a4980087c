"""Drafts whose blanks place the words: what stood below each other does so on the page, in full columns, every time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gwformat.api import FormatOptions, check_file, format_file, lay_out_file
from gwformat.model import Role

ABOVE = "关于成立某某市防汛指挥部的通知\n\n各县（市、区）人民政府：\n    经研究，决定成立指挥部，组成人员如下：\n"
BELOW = "    指挥部办公室设在市水利局，今后如有变动，由该局报备，不再另行发文。\n\n某某市人民政府\n2026年5月6日\n"
BODY = (Role.BODY, Role.ATTACHMENT_BODY)
FORCED = FormatOptions(force=True)
EM = 16 * 12700 - 6 * 635  # a character of 三号 with its tracking


@pytest.fixture
def placed(tmp_path: Path):
    """The lines of text between `ABOVE` and `BELOW`: in which column each begins, and its words."""

    def run(lines: str) -> list[tuple[int, str]]:
        draft, once, twice = tmp_path / "草稿.txt", tmp_path / "成品.docx", tmp_path / "再排.docx"
        draft.write_text(ABOVE + lines + BELOW, encoding="utf-8")
        assert format_file(draft, once, FORCED).ledger.balanced
        format_file(once, twice, FORCED)
        xml = [zipfile.ZipFile(path).read("word/document.xml") for path in (once, twice)]
        assert xml[0] == xml[1]
        pages = lay_out_file(once).pages
        found = [line for page in pages.pages for line in page.lines if line.role in BODY and line.text.strip()]
        left = min(line.x for line in found)
        words = [(round((line.x - left) / EM), line.text) for line in found]
        first = next(n for n, (_, text) in enumerate(words) if "组成人员如下" in text) + 1
        return words[first : next(n for n, (_, text) in enumerate(words) if "指挥部办公室" in text)]

    return run


def test_names_stand_below_names_and_posts_below_posts(placed):
    lines = "    组  长：张某某    常务副市长\n    副组长：李  某    副秘书长\n            王某某    市水利局局长\n"
    assert placed(lines) == [
        (2, "组　长：张某某　　常务副市长"),
        (2, "副组长：李　某　　副秘书长"),
        (6, "王某某　　市水利局局长"),
    ]


def test_blanks_of_any_width_within_names_and_labels_become_full_ones(placed):
    lines = "组\u2002长：张某某　　常务副市长\n副组长：李\u2003某　　副秘书长\n"
    assert [words for _, words in placed(lines)] == ["组　长：张某某　　常务副市长", "副组长：李　某　　副秘书长"]


def test_a_post_of_several_lines_goes_on_below_itself(placed):
    post = "市自然资源和规划局党组成员、副局长，市不动产登记中心主任"
    rows = placed(f"    成  员：孙某某    {post}\n            周  某    市应急管理局副局长\n")
    assert [column for column, _ in rows] == [2, 11, 6]


def test_tabs_and_short_names_make_the_same_columns_as_blanks(placed):
    assert placed("组长：\t张某某\t县委书记\n副组长：\t李某\t县长\n\t王某某\t副县长\n") == [
        (2, "组长：　张某某　　县委书记"),
        (2, "副组长：李某　　　县长"),
        (6, "王某某　　副县长"),
    ]


def test_the_second_line_of_those_present_stands_below_the_first_name_whatever_stands_beside_it(tmp_path: Path):
    draft, made = tmp_path / "纪要.txt", tmp_path / "纪要.docx"
    seen = "列席：冯　刚　陈建国（投资科）　褚卫东（营商环境科）　卫　平（办公室）"
    head = "某某局办公会议纪要\n〔2026〕第4期\n某某局办公室　　2026年3月12日\n\n"
    draft.write_text(f"{head}会议研究了防汛工作，决定成立指挥部。\n出席：孙志强\n{seen}\n", "utf-8")
    format_file(draft, made, FORCED)
    lines = [line for page in lay_out_file(made).pages.pages for line in page.lines if line.role is Role.OBSERVERS]
    assert [round((line.x - lines[0].x) / EM) for line in lines] == [0, 3]


def test_names_alone_in_columns_keep_them_and_names_after_a_comma_go_on(placed):
    lines = "    列席：张某某  李  某  王某某\n          赵某某  钱  某  孙某某\n"
    assert placed(lines) == [(2, "列席：张某某　李　某　王某某"), (5, "赵某某　钱　某　孙某某")]
    broken = "    参会人员：张某某、李某某、\n              王某某，赵某某。\n"
    assert placed(broken) == [(2, "参会人员：张某某、李某某、王某某，赵某某。")]


def test_one_name_a_line_stays_below_the_first_one(placed):
    lines = "    成员：张某某\n          李某某\n          王某某\n"
    assert placed(lines) == [(2, "成员：张某某"), (5, "李某某"), (5, "王某某")]


def test_a_person_with_a_post_at_the_end_of_a_list_signs_nothing(tmp_path: Path):
    draft = tmp_path / "草稿.txt"
    draft.write_text(
        ABOVE + "组长：\t张某某\t县委书记\n成员：\t钱某\t县政府办主任\n\n某某市人民政府\n2026年5月6日\n", "utf-8"
    )
    document = lay_out_file(draft).document
    assert [block.text for block in document.of(Role.SIGNATURE)] == ["某某市人民政府"]


def test_blanks_to_fill_in_share_the_room_of_one_line(placed):
    lines = "    填报单位（盖章）：                填报日期：    年    月    日\n"
    assert placed(lines) == [(2, "填报单位（盖章）：　　　　　　填报日期：　年　月　日")]


def test_a_label_and_its_value_or_a_sentence_with_gaps_is_no_list(placed):
    assert placed("    会议时间：5月6日  上午9时。\n") == [(2, "会议时间：5月6日上午9时。")]
    assert placed("    加强领导  落实责任，各单位要高度  重视。\n") == [(2, "加强领导落实责任，各单位要高度重视。")]


def test_the_check_finds_no_wrong_indent_in_a_list_it_has_set(tmp_path: Path):
    draft, formatted = tmp_path / "草稿.txt", tmp_path / "成品.docx"
    draft.write_text(ABOVE + "    组  长：张某某    市长\n            李某某    县长\n" + BELOW, encoding="utf-8")
    format_file(draft, formatted)
    assert "L210" not in {finding.code for finding in check_file(formatted).findings}


def test_drawn_lines_share_the_room_too_and_a_date_to_fill_in_keeps_its_blanks(placed):
    lines = "    学院：___________________ 学号：________________ 姓名：_____________\n"
    assert placed(lines) == [(2, "学院：____________　学号：__________　姓名：________")]
    assert placed("    年    月    日\n") == [(2, "年　　月　　日")]


def test_short_lines_that_blanks_have_pushed_to_the_middle_or_the_right_stand_there(placed):
    middle, right = placed("                    送审稿\n" + " " * 40 + "承办人签名处\n")
    assert (middle[0], right[0]) in ((12, 22), (13, 22))


def test_typed_dots_of_a_table_of_contents_become_a_tab(tmp_path: Path):
    draft = tmp_path / "草稿.txt"
    entries = "1　总则 ………………………………………… 1\n2　组织体系.................................12\n"
    draft.write_text(f"某某县应急预案\n目　录\n{entries}1　总则\n为提高能力，制定本预案。\n", encoding="utf-8")
    texts = [block.text for block in lay_out_file(draft).document.of(Role.OTHER)]
    assert texts == ["目　录", "1　总则\t1", "2　组织体系\t12"]


def test_names_without_a_label_stand_in_columns(placed):
    lines = "    张某某    李  某    王某某\n    钱  某    孙某某    周  某\n"
    assert placed(lines) == [(2, "张某某　　李　某　　王某某"), (2, "钱　某　　孙某某　　周　某")]


def test_an_organ_and_who_wrote_for_it_stay_apart(placed):
    assert placed("    群众满意度明显提升。（某某镇党政办  张某）\n") == [
        (2, "群众满意度明显提升。（某某镇党政办　张某）")
    ]


def test_the_right_hand_column_of_those_who_sign_stays_below_itself(placed):
    lines = (
        "    某某县人民政府（盖章）            某某镇人民政府（盖章）\n"
        "    负责人（签字）：                  负责人（签字）：\n"
        "      年  月  日                        年  月  日\n"
    )
    texts = [text for _, text in placed(lines)]
    assert [text.rindex(word) for text, word in zip(texts, ("某某镇", "负责人", "年"), strict=True)] == [15, 15, 15]


def test_a_date_to_fill_in_stays_at_the_right_and_the_second_column_of_a_schedule_is_not_in_the_middle(placed):
    ((column, text),) = placed(" " * 36 + "年    月    日\n")
    assert (column > 18, text) == (True, "年　　月　　日")
    rows = placed("    上午    08:30    乘车前往机场\n            11:20    乘机\n")
    assert [column for column, _ in rows] == [2, 2]


def test_who_leads_a_group_stays_apart_from_the_word_for_it(placed):
    assert placed("    成员 李某、王某某\n") == [(2, "成员　李某、王某某")]


def test_the_line_between_sections_of_a_markdown_text_leaves_nothing_behind(tmp_path: Path):
    draft, once, twice = tmp_path / "草稿.md", tmp_path / "成品.docx", tmp_path / "再排.docx"
    draft.write_text("# 关于测试的通知\n\n各单位：\n\n请认真贯彻执行。\n\n* * *\n\n请及时报送。\n", encoding="utf-8")
    format_file(draft, once)
    format_file(once, twice)
    xml = [zipfile.ZipFile(path).read("word/document.xml") for path in (once, twice)]
    assert xml[0] == xml[1]


def test_a_row_that_is_too_long_stands_closer_and_parts_no_name(placed):
    lines = "    王小明  李 强  张建军  刘 洋  陈晓东  杨 帆\n    欧阳建华  马 超  朱 红  胡国庆  郭 亮  林志玲\n"
    assert placed(lines) == [
        (2, "王小明　李　强　张建军　刘　洋　陈晓东　杨　帆"),
        (2, "欧阳建华　马　超　朱　红　胡国庆　郭　亮　林志玲"),
    ]
