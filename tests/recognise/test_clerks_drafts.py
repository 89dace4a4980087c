"""Drafts as offices make them: covers, contents, answers to proposals, plans with decimal numbers, telegrams."""

from __future__ import annotations

import pytest

from gwformat.model import PLAIN, Align, Look, Role
from tests.recognise.drafts import elements, of, paragraph

TEXT = "各级各部门要提高政治站位，强化责任担当，细化工作措施，明确时间节点，确保各项任务落到实处、取得实效。"
TOC = Look(style_name="toc 1")
BREAK = Look(page_break_before=True)
CENTRED = Look(align=Align.CENTER)


def test_the_names_on_a_cover_are_no_sign_off_and_a_contents_list_is_none_of_headings():
    found = elements(
        "某某市“十五五”数字经济发展规划",
        "某某市发展和改革委员会",
        "2026年6月",
        paragraph("目　录", 4, BREAK),
        paragraph("一、发展基础\t1", 5, TOC),
        paragraph("二、总体要求\t5", 6, TOC),
        paragraph("一、发展基础", 7, BREAK),
        TEXT,
    )
    assert [role for role, _ in found] == [
        Role.TITLE, Role.SUBTITLE, Role.SUBTITLE, Role.OTHER, Role.OTHER, Role.OTHER, Role.HEADING1, Role.BODY,
    ]  # fmt: skip


def test_decimal_numbers_may_end_with_a_point_where_they_have_one_part():
    plan = ("某某市森林防火应急预案", "1.总则", "1.1编制目的", TEXT, "2.组织体系", "2.1指挥机构", TEXT)
    assert of(Role.HEADING1, *plan) == ["1.总则", "2.组织体系"]
    assert of(Role.HEADING2, *plan) == ["1.1编制目的", "2.1指挥机构"]
    lists = ("某某市森林防火应急预案", "1.1编制目的", TEXT, "1.2工作原则", "1.统一领导", "2.分级负责")
    assert of(Role.HEADING1, *lists) == []


def test_typed_contents_with_dots_are_not_headings_and_decimal_numbers_are():
    title = "某某县突发事件总体应急预案"
    listed = ("目　录", "1　总则…………1", "1.1　编制目的…………1")
    lines = ("1　总则", "1.1　编制目的", TEXT, "1.2 编制依据", TEXT, "2　组织体系", "2.1.1领导机构", TEXT)
    found = elements(title, *listed, *lines)[1:]
    assert [role for role, _ in found] == [
        *[Role.OTHER] * 3, Role.HEADING1, Role.HEADING2, Role.BODY, Role.HEADING2, Role.BODY,
        Role.HEADING1, Role.HEADING3, Role.BODY,
    ]  # fmt: skip


def test_figures_at_the_beginning_of_text_number_nothing():
    lines = ("2.5 万吨粮食已入库。", "3.6 万亩农田受灾，损失较重。", TEXT)
    assert of(Role.BODY, "关于灾情的报告", "市政府：", *lines) == list(lines)


def test_an_answer_to_a_proposal_is_recognised_below_the_notes_at_its_edge():
    found = elements(
        paragraph("类别：A", 1, Look(align=Align.RIGHT)),
        "公开：是",
        paragraph("某某市交通运输局", 3, Look(color="FF0000", align=Align.CENTER)),
        "某交提复〔2026〕12号",
        "关于对市政协十四届五次会议第0086号提案的答复",
        "李某某委员：",
        TEXT,
        "某某市交通运输局",
        "2026年6月20日",
        "联系单位及电话：某某市交通运输局，0000-1234567",
    )
    assert {Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE, Role.SIGNATURE, Role.ANNOTATION} <= {
        role for role, _ in found
    }
    assert found[:2] == [(Role.CATEGORY, "类别：A"), (Role.CATEGORY, "公开：是")]


def test_the_attachments_of_an_unsigned_opinion_are_announced_below_its_text():
    found = elements(
        "中共某某市委　某某市人民政府关于加快推进工业化的意见",
        "（2026年3月15日）",
        TEXT,
        "附件一：主要指标",
        "附件二：任务清单",
        paragraph("附件一：主要指标", 6, BREAK),
        TEXT,
    )
    assert [text for role, text in found if role is Role.ATTACHMENT_NOTE] == ["附件一：主要指标", "附件二：任务清单"]


def test_a_telegram_may_give_the_hour_and_name_two_things_in_a_line():
    found = elements(
        paragraph("内部明电", 1, Look(color="FF0000", align=Align.CENTER)),
        "发往：各县（市、区）防指　　　签批盖章：张某某",
        "等级：特急　　　某汛电〔2026〕9号",
        "关于启动应急响应的通知",
        "各县（市、区）防汛抗旱指挥部：",
        TEXT,
        "某某市防汛抗旱指挥部",
        "2026年7月8日18时",
    )
    assert (Role.DISPATCH, "发往：各县（市、区）防指") in found and (Role.SIGNER, "签批盖章：张某某") in found
    assert found[-2:] == [(Role.SIGNATURE, "某某市防汛抗旱指挥部"), (Role.DATE, "2026年7月8日18时")]


def test_the_speaker_stands_under_the_occasion_and_authors_centred_under_the_title():
    said = elements(
        "某某区2026年政府工作报告", "——2026年1月8日在某某区人民代表大会上", "区长　沈某某", "各位代表：", TEXT
    )
    assert [role for role, _ in said[1:4]] == [Role.SUBTITLE, Role.SUBTITLE, Role.BODY]
    for look, role in ((CENTRED, Role.SUBTITLE), (PLAIN, Role.ADDRESSEE)):
        survey = elements(paragraph("关于智慧城市建设的调研报告", 1, CENTRED), paragraph("区大数据局", 2, look), TEXT)
        assert survey[1][0] is role


@pytest.mark.parametrize("team", ["市委第三巡察组：", "省安全生产第二督导组：", "县委考核组："])
def test_a_team_that_was_sent_is_reported_to(team):
    assert elements("关于整改情况的报告", team, TEXT)[1] == (Role.ADDRESSEE, team)


def test_a_title_goes_on_with_what_else_the_document_is():
    found = elements("某某局2025年工作总结", "和2026年工作计划", TEXT)
    assert found[0] == (Role.TITLE, "某某局2025年工作总结／和2026年工作计划")


def test_labels_among_plain_sentences_are_no_headings():
    items = ("一、禁火时间：3月1日至5月31日。", "二、禁火期内，禁止一切野外用火。", "三、火警电话：12119。")
    assert of(Role.BODY, "关于森林禁火的通告", TEXT, *items) == [TEXT, *items]


def test_the_second_of_two_numbered_notes_below_a_table_is_text():
    assert of(Role.HEADING3, "关于填报的通知", "各单位：", TEXT, "注：1.本表一式三份；", "2.材料另附。") == []


CUT = (
    "　　为切实做好招生入学工作，维护教育公平，根据有关文件精神，",
    "结合我市实际，制定本通知，请各地各学校认真学习，逐项对照，",
    "并于六月底前将落实情况报市教育局，逾期不报的，予以通报，",
    "并纳入年度考核。",
    "　　各地要加强组织领导，严明工作纪律，落实各项要求。",
)


def test_lines_cut_at_a_fixed_width_go_on_the_paragraph_above():
    text = of(Role.BODY, "关于招生工作的通知", "各县（市、区）教育局：", *CUT)
    assert text == ["".join(CUT[:4]).strip("　"), CUT[4].strip("　")]


def test_lines_that_only_happen_to_be_as_wide_stay_apart():
    names = tuple(f"某某市某某区某某街道某某社区居民委员会{n}组服务站点" for n in "一二三四五")
    assert of(Role.BODY, "关于公布站点的通知", "各街道：", *names) == list(names)
    long = "各级各部门要提高政治站位，强化责任担当，细化工作措施，明确时间节点，" * 3
    assert len(of(Role.BODY, "关于招生工作的通知", "各县（市、区）教育局：", long, *CUT)) == 6


def test_numbers_in_brackets_and_before_a_colon_are_labels_like_others():
    note = ("附件（1）：成员单位职责", "附件（2）：物资储备表")
    signed = ("某某市人民政府", "2026年5月6日")
    labels = ("附件（1）", "成员单位职责", TEXT, "附件 2 ：", "物资储备表", TEXT, "附表1", "抽水机数量表", TEXT)
    found = elements("关于防汛工作的通知", "各县人民政府：", TEXT, *note, *signed, *labels)
    assert [text for role, text in found if role is Role.ATTACHMENT_NOTE] == list(note)
    assert [text for role, text in found if role is Role.ATTACHMENT_LABEL] == ["附件（1）", "附件 2 ：", "附表1"]
    assert [text for role, text in found if role is Role.ATTACHMENT_TITLE] == [
        "成员单位职责",
        "物资储备表",
        "抽水机数量表",
    ]


def test_a_title_in_two_centred_lines_may_begin_with_a_post():
    first = (paragraph("某某县水利局副局长", 1, CENTRED), paragraph("岗位手册", 2, CENTRED))
    found = elements(*first, "一、工作职责", TEXT)
    assert found[0] == (Role.TITLE, "某某县水利局副局长／岗位手册")


def test_the_organ_under_a_forwarded_document_wrote_it_and_a_place_to_seal_is_no_addressee():
    said = "市应急局《关于加强安全生产工作的意见》已经市政府同意，现转发给你们，请认真贯彻执行。"
    signed = ("某某市人民政府办公室", "2026年5月6日")
    opinion = (paragraph("关于加强安全生产工作的意见", 6, BREAK), "市应急局", TEXT)
    found = elements(
        "某某市人民政府办公室转发市应急局关于加强安全生产工作意见的通知", "各县人民政府：", said, *signed, *opinion
    )
    assert (Role.SUBTITLE, "市应急局") in found


def test_several_whose_document_is_forwarded_stand_under_its_title():
    said = "市应急局、市水务局《关于加强安全生产工作的意见》已经市政府同意，现转发给你们，请认真贯彻执行。"
    signed = ("某某市人民政府办公室", "2026年3月20日")
    opinion = (paragraph("关于加强安全生产工作的意见", 6, BREAK), "市应急局　　市水务局", TEXT)
    title = "某某市人民政府办公室转发市应急局等部门关于加强安全生产工作意见的通知"
    assert (Role.SUBTITLE, "市应急局　　市水务局") in elements(title, "各县人民政府：", said, *signed, *opinion)
    form = (paragraph("附件", 6, BREAK), "参会回执", "单位（盖章）：", TEXT)
    assert of(Role.ADDRESSEE, "关于开会的通知", "各单位：", TEXT, *signed, *form) == ["各单位："]


def test_the_announcement_of_a_result_has_a_title_however_long():
    title = "某某单位关于2026年度第一批专业技术人员岗位聘任结果和有关事项的公示"
    assert of(Role.TITLE, title, TEXT, "某某单位人事科", "2026年5月6日") == [title]


def test_organs_alone_on_the_line_under_the_title_are_addressed_even_with_a_full_stop():
    for line in (
        "各县（市、区）人民政府，市政府各部门。",
        "市直各单位；",
        "各科室。",
        "各会员单位．",
        "各中小学、幼儿园、局机关各股室。",
        "各县区人民政府",
    ):
        assert of(Role.ADDRESSEE, "关于做好防汛工作的通知", line, "现将有关事项通知如下。", TEXT) == [line]


def test_a_short_sentence_under_the_title_is_no_addressee():
    for line in ("请各单位认真落实。", "会议由某某局主办。", "各单位要落实到各部门。", "责任单位：某某局。"):
        assert of(Role.ADDRESSEE, "关于做好防汛工作的通知", line, TEXT) == []


def test_a_sign_off_without_the_year_of_its_date_ends_the_text():
    found = elements(
        "会议通知", "各相关单位：", TEXT, "联系人：小李 联系电话：0000-2233445", "某某市安委会办公室", "3月18日"
    )
    assert found[-3:-1] == [(Role.SIGNATURE, "某某市安委会办公室"), (Role.DATE, "3月18日")]


def test_a_bulletin_with_a_note_at_its_title_has_a_title():
    found = elements(
        "某某市2025年国民经济和社会发展统计公报[1]",
        "某某市统计局",
        "2026年3月15日",
        TEXT,
        "注：[1]本公报为初步统计数。",
    )
    assert [role for role, _ in found][:3] == [Role.TITLE, Role.SUBTITLE, Role.SUBTITLE]


def test_stars_above_the_mark_are_no_words_of_the_head():
    found = elements("★★★", "中共某某县委文件", "某委〔2026〕6号", "关于表彰优秀共产党员的决定", "各乡镇党委：", TEXT)
    assert [role for role, _ in found][:3] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE]


def test_those_who_sign_together_may_each_write_a_date():
    signed = ("某某市财政局", "某某市审计局", "2026年3月20日", "2026年3月21日")
    found = elements(
        "关于开展专项资金检查的通知", "各县财政局、审计局：", TEXT, "附：1.检查范围", "2.自查报告格式", *signed
    )
    assert [role for role, _ in found][-4:] == [Role.SIGNATURE, Role.SIGNATURE, Role.DATE, Role.DATE]


def test_a_short_text_cut_at_one_width_is_joined_where_its_indents_tell():
    lines = (
        "    为做好2026年普通高中招生工作，维护正常招生秩序，根据省教",
        "育厅有关文件精神，结合我市实际，现将有关事项通知如下。",
        "    坚持公开、公平、公正的原则，严格执行招生政策，严肃招生纪",
        "律，确保招生工作平稳有序。",
        "    请认真贯彻执行。",
    )
    found = of(Role.BODY, "某某市教育局关于招生工作的通知", "各县区教育局：", *lines)
    assert [text.strip() for text in found] == [
        (lines[0] + lines[1]).strip(),
        (lines[2] + lines[3]).strip(),
        "请认真贯彻执行。",
    ]


def test_who_signs_below_an_attachment_note_is_known_before_the_date_is():
    title, text = "某某市人民政府关于做好防汛工作的通知", "现将有关事项通知如下。"
    for note in (["附件：防汛责任分工"], ["附件：1.防汛责任分工", "2.应急物资储备标准"]):
        found = elements(title, "各县人民政府：", text, *note, "某某市人民政府")
        assert found[-1] == (Role.SIGNATURE, "某某市人民政府")
        assert [words for role, words in found if role is Role.ATTACHMENT_NOTE] == note


def test_the_name_of_an_attachment_that_goes_on_with_an_organ_stays_whole():
    note = ["附件：1.防汛责任分工", "2.关于印发应急物资储备和管理的", "某某市人民政府办公室"]
    found = elements("某某市人民政府关于做好防汛工作的通知", "各县人民政府：", TEXT, *note)
    assert [role for role, _ in found[-3:]] == [Role.ATTACHMENT_NOTE] * 3


def test_a_note_broken_under_the_title_is_one_note():
    broken = ("（2026年4月28日某某县第十八届人民代表大会", "常务委员会第三十七次会议通过）")
    found = elements("某某县人民代表大会常务委员会任免名单", *broken, "一、任命：", "王某为县教育局局长。")
    assert found[1] == (Role.SUBTITLE, "".join(broken))


def test_the_number_of_a_case_under_the_title_does_not_hide_who_is_addressed():
    found = elements("某某县人民法院司法建议书", "（2026）某0922司建3号", "某某县住房和城乡建设局：", TEXT)
    assert found[1:3] == [
        (Role.SUBTITLE, "（2026）某0922司建3号"),
        (Role.ADDRESSEE, "某某县住房和城乡建设局："),
    ]


def test_the_post_of_a_person_may_stand_where_the_organ_should():
    lines = ("某某市人民政府关于提请审议供水条例草案的议案", "市人大常委会主任：", TEXT)
    assert of(Role.ADDRESSEE, *lines) == ["市人大常委会主任："]


def test_a_number_may_stand_before_a_year_and_the_items_of_a_list_are_alike():
    items = ("1.2025年各站降水量；", "2.2025年各站蒸发量；", "3.历次极端降水过程分析报告。")
    found = elements("某某市水利局关于商请提供水文资料的函", "某某市气象局：", "现商请提供以下资料：", *items, TEXT)
    assert [role for role, _ in found[-4:]] == [Role.BODY] * 4
    headings = ("1.2026年重点工作", TEXT, "2.2027年重点工作", TEXT)
    assert of(Role.HEADING3, "某某市水利局关于重点工作的报告", "市政府：", TEXT, *headings) == list(headings[::2])


def test_the_first_line_of_a_form_addresses_nobody():
    lines = ("某某市人民政府办公室关于召开会议的通知", "各县人民政府：", TEXT, "附件：参会回执")
    signed = ("某某市人民政府办公室", "2026年4月10日")
    found = elements(*lines, *signed, "附件", "参会回执", "单位：", "参会人员姓名和职务")
    assert (Role.ATTACHMENT_BODY, "单位：") in found
