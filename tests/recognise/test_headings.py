"""Headings and numbered text: what a print room would set in a face of its own, and what not."""

from __future__ import annotations

import pytest

from gwformat.model import Look, Role
from tests.recognise.drafts import elements, of, paragraph

LEAD = ("关于有关工作的通知", "现就有关工作通知如下，请结合本地区、本部门实际，认真抓好贯彻落实。")


def of_line(text: str) -> list[tuple[Role, str]]:
    return elements(*LEAD, text)[2:]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("一、总体要求", Role.HEADING1),
        ("一.总体要求", Role.HEADING1),
        ("十二、切实加强组织领导和监督检查", Role.HEADING1),
        ("(一)基本原则", Role.HEADING2),
        ("（ 一 ）基本原则", Role.HEADING2),
        ("㈠基本原则", Role.HEADING2),
        ("1、强化责任", Role.HEADING3),
        ("１．强化责任", Role.HEADING3),
        ("⒈强化责任", Role.HEADING3),
        ("(1)明确分工", Role.HEADING4),
        ("⑴明确分工", Role.HEADING4),
        ("二、三级网络建设", Role.HEADING1),
        ("第二章　管理", Role.HEADING1),
        ("第一节　一般规定", Role.HEADING2),
    ],
)
def test_a_numbered_line_is_a_heading(text, role):
    assert of_line(text) == [(role, text)]


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿元资金已经到位，各单位要加快项目建设进度。",
        "2026.5.6前完成全部任务。",
        "一是提高认识。各单位要统一思想。",
        "第一条　为了规范管理，制定本办法。",
        "（一）收到申请之日起十日内作出决定；",
        "1.各地要于5月31日前完成排查，建立台账，明确责任，限期整改，并将有关情况书面报送。",
        "三、四月份降水偏多，各地要提前做好防范工作，落实各项措施，确保安全度汛，不得麻痹大意。",
        "一、二级医院要落实分诊要求。",
        "三、四线城市房价平稳，供应充足。",
    ],
)
def test_running_text_is_no_heading(text):
    assert of_line(text) == [(Role.BODY, text)]


def test_a_short_first_sentence_runs_in():
    assert of_line("（一）加强领导，落实责任。各单位主要负责人要亲自抓。") == [
        (Role.HEADING2, "（一）加强领导，落实责任。"),
        (Role.BODY, "各单位主要负责人要亲自抓。"),
    ]


def test_a_label_before_a_colon_runs_in_at_the_first_level():
    assert of_line("一、会议时间：2026年5月10日上午9:00。") == [
        (Role.HEADING1, "一、会议时间："),
        (Role.BODY, "2026年5月10日上午9:00。"),
    ]


def test_items_of_a_list_are_text_to_the_last():
    items = ("（一）综合公园；", "（二）专类公园；", "（三）社区公园。")
    assert elements(*LEAD, *items)[2:] == [(Role.BODY, item) for item in items]


def test_automatic_numbers_become_words():
    found = elements(*LEAD, paragraph("总体要求", 3, label="一、"), paragraph("完成时间", 4, label="1.1"))
    assert found[2:] == [(Role.HEADING1, "一、总体要求"), (Role.BODY, "1.1 完成时间")]


def test_heading_styles_without_numbers_count_from_the_first_below_the_title():
    styled = [
        paragraph("某某市年鉴编纂方案", 1, Look(outline_level=1)),
        paragraph("编纂原则", 2, Look(outline_level=2)),
        paragraph("史料范围", 3, Look(outline_level=3)),
    ]
    assert [role for role, _ in elements(*styled)] == [Role.TITLE, Role.HEADING1, Role.HEADING2]


def test_lines_between_manual_breaks_are_paragraphs_of_their_own_if_one_is_a_heading():
    text = "一、总体要求\n坚持问题导向，统筹推进各项工作。\n二、主要任务"
    assert [role for role, _ in of_line(text)] == [Role.HEADING1, Role.BODY, Role.HEADING1]


def test_a_manual_break_that_ends_a_line_of_text_begins_a_paragraph():
    assert of_line("第一行文字。\n　　第二行文字") == [(Role.BODY, "第一行文字。"), (Role.BODY, "第二行文字")]
    items = ("-会议名称：某某市安全生产工作领导小组第一次全体会议", "-时间：3月6日")
    assert of_line("\n".join(items)) == [(Role.BODY, item) for item in items]


@pytest.mark.parametrize("text", ["各单位要结合本地区本部门实际认真抓好工作的\n贯彻落实。", "Dear Sir,\nplease note."])
def test_a_manual_break_that_only_cuts_a_line_stays(text):
    assert of_line(text) == [(Role.BODY, text.replace("\n", "／"))]


LONG_ITEM = "借鉴试点经验，放宽外商投资建设工程设计企业外籍技术人员比例要求，放宽人才中介机构限制，并加强事中监管。"


def test_items_that_are_mostly_long_sentences_are_text_to_the_shortest():
    items = (
        f"（一）{LONG_ITEM}",
        "（二）支持设立窗口。要加强指导。",
        f"（三）{LONG_ITEM}",
        "（四）支持开展试点。",
    )
    assert elements(*LEAD, "一、改革措施", *items)[3:] == [(Role.BODY, item) for item in items]


def test_one_long_item_among_headings_changes_nothing():
    heads = ("一、紧扣定位。要统筹推进。", "二、有序承接。要突出重点。", "三、优化格局。要严守红线。")
    found = elements(*LEAD, *heads, f"四、{LONG_ITEM}")[2:]
    assert [role for role, _ in found] == [Role.HEADING1, Role.BODY] * 3 + [Role.BODY]


def test_bare_numbered_sentences_with_nothing_below_them_are_text():
    lines = ("一、有关要求", "1.请按时到会。", "2.请勿迟到。", "特此通知。")
    assert [role for role, _ in elements(*LEAD, *lines)[2:]] == [Role.HEADING1, Role.BODY, Role.BODY, Role.BODY]


def test_short_sentences_among_long_items_of_a_reply_are_text_as_well():
    items = (
        "一、原则同意该规划。",
        "二、某某区分为两个区块。区块一东至东风路。",
        f"三、{LONG_ITEM}",
        "四、请省直有关部门加强指导。",
    )
    assert elements(*LEAD, *items, "此复。")[2:-1] == [(Role.BODY, item) for item in items]


def test_a_sentence_about_the_notice_itself_is_text_below_headings():
    heads = ("一、压实责任。各县要靠前指挥。", "二、加强监测。各单位要会商研判。")
    found = elements(*LEAD, *heads, "三、本通知自印发之日起施行。")[2:]
    assert [role for role, _ in found] == [Role.HEADING1, Role.BODY] * 2 + [Role.BODY]


TEXT = Look(font="仿宋_GB2312")


@pytest.mark.parametrize(
    ("look", "role"),
    [
        (Look(font="黑体"), Role.HEADING1),
        (Look(font="SimHei"), Role.HEADING1),
        (Look(font="楷体_GB2312"), Role.HEADING2),
        (Look(font="仿宋_GB2312", bold=True), Role.HEADING1),
        (Look(font="仿宋_GB2312"), Role.BODY),
    ],
)
def test_a_short_line_in_another_face_than_the_text_is_a_heading_without_a_number(look, role):
    text = paragraph("各单位要结合实际，认真抓好贯彻落实，有关情况及时报告。", 4, TEXT)
    line = paragraph("基本情况", 3, look)
    lead = [paragraph(words, order, TEXT) for order, words in enumerate(LEAD, 1)]
    assert elements(*lead, line, text)[2] == (role, "基本情况")


@pytest.mark.parametrize("words", ["特此通知。", "联系人：", "各单位要结合实际抓好贯彻落实，有关情况及时报告市政府"])
def test_a_sentence_in_another_face_is_no_heading(words):
    lead = [paragraph(line, order, TEXT) for order, line in enumerate(LEAD, 1)]
    after = paragraph("各单位要结合实际，认真抓好贯彻落实。", 4, TEXT)
    assert elements(*lead, paragraph(words, 3, Look(font="黑体")), after)[2] == (Role.BODY, words)


def test_a_sentence_among_numbered_paragraphs_is_text_though_its_full_stop_is_missing():
    lines = (
        "一、同意新建城东排涝泵站。泵站设计排涝流量24立方米/秒。",
        "二、项目估算总投资8600万元，资金由市级财政安排5600万元，其余申请省级补助解决",
        "三、由你局作为项目法人，严格执行基本建设程序，认真落实项目法人责任制，确保工程质量和施工安全。",
    )
    assert of(Role.BODY, "某某市人民政府关于新建泵站的批复", "市水务局：", *lines) == list(lines)


def test_items_that_all_lead_to_what_stands_below_them_are_set_alike():
    first, second = "1.下列工作人员，由省长提请省人大常委会决定任免：", "2.下列工作人员，由省人民政府任免："
    text = "省人民政府副秘书长、办公厅副主任、各委员会副主任和各厅副厅长。"
    found = elements("关于任免工作人员的通知", "一、任免权限", first, text, second, text)
    assert (Role.BODY, first) in found
    assert (Role.BODY, second) in found


def test_a_section_may_lack_its_point_or_its_blank_above_the_parts_numbered_after_it():
    text = "本预案适用于某某县行政区域内的突发事件应对工作。"
    lines = ("1.总则", "1.1编制目的", text, "1.2适用范围", text, "2组织体系", "2.1领导机构", text)
    found = elements("某某县突发事件应急预案", *lines)
    assert [words for role, words in found if role is Role.HEADING1] == ["1.总则", "2组织体系"]
    assert of(Role.HEADING2, "某某县突发事件应急预案", *lines) == ["1.1编制目的", "1.2适用范围", "2.1领导机构"]


def test_a_long_name_among_names_alone_on_their_lines_is_set_as_they_are():
    long = "二、审查和批准某某县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告"
    items = ["一、听取和审议政府工作报告", long, "三、选举事项", "四、其他"]
    assert elements("某某县第十八届人民代表大会第六次会议议程", *items)[1:] == [(Role.HEADING1, item) for item in items]


@pytest.mark.parametrize("first", ["一、同意实施该项目。", "一、为解决居民饮水问题，原则同意实施该项目。"])
def test_the_items_of_a_reply_are_text_though_some_have_labels(first):
    reply = ("关于供水工程可行性研究报告的批复", "某某县发展和改革局：", "你局请示收悉。经研究，现批复如下：")
    items = [f"{first}总投资为3亿元。", "二、项目建设单位：某某县水务投资有限公司。", "三、建设地点：某某镇。"]
    assert elements(*reply, *items)[3:] == [(Role.BODY, item) for item in items]


def test_a_blank_for_the_mark_of_a_number_is_believed_where_the_numbers_count_on():
    lines = ["一 总体情况", "全市雨情平稳，各水库运行正常。", "二　存在问题", "部分设施老化，需要维修。"]
    found = elements(*LEAD, *lines)[2:]
    assert [role for role, _ in found] == [Role.HEADING1, Role.BODY, Role.HEADING1, Role.BODY]


@pytest.mark.parametrize(
    "lines", [("一 总体情况", "全市雨情平稳。"), ("一 总体情况", "三 存在问题"), ("二 甲县", "三 乙县")]
)
def test_a_blank_behind_a_number_alone_makes_no_heading(lines):
    assert {role for role, _ in elements(*LEAD, *lines)[2:]} == {Role.BODY}
