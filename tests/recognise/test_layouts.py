"""Whole drafts of the genres as they are really written, and what each line of them is."""

from __future__ import annotations

import pytest

from gwformat.model import Direction, Kind, Look, Role
from tests.recognise.drafts import elements, of, paragraph, recognised

LONG = "为进一步做好全市政务公开工作，保障群众知情权、监督权，根据有关规定，经市政府同意，现就有关事项通知如下。"


def test_a_plain_notice():
    assert elements(
        "某某市人民政府办公室关于做好政务公开工作的通知",
        "各县（市、区）人民政府，市政府各部门：",
        f"　　{LONG}",
        "　　一、提高认识",
        "　　(一)加强领导。各级各部门要把政务公开摆在重要位置，明确分管负责人，落实工作责任。",
        "　　1、各单位要于5月31日前，将实施方案报送市政府办公室，并抓好落实。",
        "　　附件:1.工作任务清单",
        "　　　　　2.联络员登记表",
        "　　　　　　　　某某市人民政府办公室",
        "　　　　　　　　2026年5月6日",
        "　　(此件公开发布)",
    ) == [
        (Role.TITLE, "某某市人民政府办公室关于做好政务公开工作的通知"),
        (Role.ADDRESSEE, "各县（市、区）人民政府，市政府各部门："),
        (Role.BODY, LONG),
        (Role.HEADING1, "一、提高认识"),
        (Role.HEADING2, "(一)加强领导。"),
        (Role.BODY, "各级各部门要把政务公开摆在重要位置，明确分管负责人，落实工作责任。"),
        (Role.BODY, "1、各单位要于5月31日前，将实施方案报送市政府办公室，并抓好落实。"),
        (Role.ATTACHMENT_NOTE, "附件:1.工作任务清单"),
        (Role.ATTACHMENT_NOTE, "2.联络员登记表"),
        (Role.SIGNATURE, "某某市人民政府办公室"),
        (Role.DATE, "2026年5月6日"),
        (Role.ANNOTATION, "(此件公开发布)"),
    ]


def test_an_upward_report_with_head_and_imprint():
    document = recognised(
        "000012",
        "机密★1年",
        "特急",
        "某某市财政局文件",
        "某财〔2026〕5号　　　　　　签发人：张某某",
        "————————————————————",
        "某某市财政局关于追加防汛经费的请示",
        "市政府：",
        f"　　{LONG}",
        "　　妥否，请批示。",
        "某某市财政局",
        "2026年5月6日",
        "（联系人：李某某，电话：0000-0000000）",
        "抄送：市水利局，市应急局。",
        "某某市财政局办公室　　　　2026年5月7日印发",
    )
    assert [(block.role, block.text.strip()) for block in document.blocks] == [
        (Role.COPY_NUMBER, "000012"),
        (Role.SECRECY, "机密★1年"),
        (Role.URGENCY, "特急"),
        (Role.ISSUER_MARK, "某某市财政局文件"),
        (Role.DOC_NUMBER, "某财〔2026〕5号"),
        (Role.SIGNER, "签发人：张某某"),
        (Role.TITLE, "某某市财政局关于追加防汛经费的请示"),
        (Role.ADDRESSEE, "市政府："),
        (Role.BODY, LONG),
        (Role.BODY, "妥否，请批示。"),
        (Role.SIGNATURE, "某某市财政局"),
        (Role.DATE, "2026年5月6日"),
        (Role.ANNOTATION, "（联系人：李某某，电话：0000-0000000）"),
        (Role.COPY_TO, "抄送：市水利局，市应急局。"),
        (Role.PRINTER, "某某市财政局办公室"),
        (Role.PRINT_DATE, "2026年5月7日印发"),
    ]
    assert (document.kind, document.genre, document.direction) == (Kind.GENERAL, "请示", Direction.UP)
    assert document.missing == ()


@pytest.mark.parametrize(
    ("mark", "names"),
    [
        ("中共某某市委某某市人民政府文件", ["中共某某市委", "某某市人民政府"]),
        ("某某县财政局某某县教育局某某县审计局文件", ["某某县财政局", "某某县教育局", "某某县审计局"]),
        ("某某市某某区人民政府文件", []),
        ("某某市人民政府办公室文件", []),
    ],
)
def test_names_that_two_lines_in_one_have_run_together_come_apart(mark: str, names: list[str]):
    found = elements(mark, "某财教〔2026〕12号", "关于下达经费的通知", "各县财政局：", LONG)
    marks = [text for role, text in found if role is Role.ISSUER_MARK]
    assert marks == ([*names, "文件"] if names else [mark])


def test_a_joint_document_with_stacked_names():
    assert elements(
        "某某市财政局",
        "某某市教育局　文件",
        "某某市人力资源和社会保障局",
        "某财教〔2026〕12号",
        "关于下达2026年教育经费的通知",
        "各县（区）财政局、教育局、人力资源和社会保障局：",
        LONG,
        "某某市财政局　　　某某市教育局",
        "某某市人力资源和社会保障局",
        "2026年5月6日",
    )[:5] == [
        (Role.ISSUER_MARK, "某某市财政局"),
        (Role.ISSUER_MARK, "某某市教育局"),
        (Role.ISSUER_MARK, "某某市人力资源和社会保障局"),
        (Role.ISSUER_MARK, "文件"),
        (Role.DOC_NUMBER, "某财教〔2026〕12号"),
    ]


def test_two_organs_in_one_line_sign_separately():
    assert of(
        Role.SIGNATURE,
        "关于下达2026年教育经费的通知",
        LONG,
        "某某市财政局　　　某某市教育局",
        "2026年5月6日",
    ) == ["某某市财政局", "某某市教育局"]


def test_a_letter():
    document = recognised(
        "某某市教育局",
        "某教函〔2026〕8号",
        "某某市教育局关于商请支持校园安全工作的函",
        "市公安局：",
        LONG,
        "　　专此函达，请予支持。",
        "某某市教育局",
        "2026年5月6日",
    )
    assert (document.kind, document.genre, document.direction) == (Kind.LETTER, "函", Direction.LEVEL)
    assert document.first(Role.ISSUER_MARK).text == "某某市教育局"


def test_an_order():
    document = recognised(
        "某某市人民政府令",
        "第12号",
        "《某某市户外广告管理办法》已经2026年4月30日市政府第8次常务会议审议通过，现予公布，自2026年7月1日起施行。",
        "市　长　　张某某",
        "2026年5月6日",
        "某某市户外广告管理办法",
        "第一章　总则",
        "第一条　为了加强户外广告管理，制定本办法。",
        "第二条　本市行政区域内的户外广告适用本办法：",
        "（一）依附于建筑物的广告。",
    )
    assert document.kind is Kind.ORDER
    assert [(block.role, block.text, block.attachment) for block in document.blocks] == [
        (Role.ISSUER_MARK, "某某市人民政府令", 0),
        (Role.ORDER_NUMBER, "第12号", 0),
        (
            Role.BODY,
            "《某某市户外广告管理办法》已经2026年4月30日市政府第8次常务会议审议通过，现予公布，自2026年7月1日起施行。",
            0,
        ),
        (Role.SIGNATURE, "市　长　　张某某", 0),
        (Role.DATE, "2026年5月6日", 0),
        (Role.ATTACHMENT_TITLE, "某某市户外广告管理办法", 1),
        (Role.HEADING1, "第一章　总则", 1),
        (Role.ATTACHMENT_BODY, "第一条　为了加强户外广告管理，制定本办法。", 1),
        (Role.ATTACHMENT_BODY, "第二条　本市行政区域内的户外广告适用本办法：", 1),
        (Role.ATTACHMENT_BODY, "（一）依附于建筑物的广告。", 1),
    ]


def test_minutes():
    document = recognised(
        "某某市人民政府常务会议纪要",
        "第5期",
        "某某市人民政府办公室　　2026年5月6日",
        "______________________________",
        "5月5日，市长张某某主持召开市政府第8次常务会议，研究防汛工作。现将会议议定事项纪要如下。",
        "一、关于防汛工作",
        "会议听取了市水利局的汇报，原则同意所提意见。",
        "出席：张某某、李某某，",
        "王某某。",
        "请假：赵某某。",
        "列席：市水利局钱某某。",
        "发：市政府各部门。",
    )
    roles = [(block.role, block.text) for block in document.blocks]
    assert document.kind is Kind.MINUTES
    assert roles[:2] == [(Role.ISSUER_MARK, "某某市人民政府常务会议纪要"), (Role.DOC_NUMBER, "第5期")]
    assert (Role.ATTENDEES, "出席：张某某、李某某，王某某。") in roles
    assert (Role.ABSENTEES, "请假：赵某某。") in roles
    assert (Role.OBSERVERS, "列席：市水利局钱某某。") in roles


@pytest.mark.parametrize(
    "below",
    [
        "孙某某",
        "　　　孙力",
        "孙力　吴某某",
        "孙某某、吴　某（市财政局）",
        "王建国　副市长",
        "市财政局局长　陈静",
        "市长　李卫东",
    ],
)
def test_names_below_those_present_are_present_too(below):
    lines = ["出席：张某某　李某某", below, "列席：市水利局钱某某", "记录：何某某", "会议议题"]
    document = recognised("某某市人民政府常务会议纪要", "第5期", "市政府常务会议纪要", "会议研究了防汛工作。", *lines)
    assert [block.role for block in document.blocks][-5:] == [
        Role.ATTENDEES,
        Role.ATTENDEES,
        Role.OBSERVERS,
        Role.BODY,
        Role.BODY,
    ]


def test_what_follows_a_list_of_those_present_and_names_nobody_is_text():
    lines = ["出席：张某某　李某某", "会议议题", "列席：市水利局钱某某。", "孙力"]
    document = recognised("某某市人民政府常务会议纪要", "第5期", "市政府常务会议纪要", "会议研究了防汛工作。", *lines)
    assert [block.role for block in document.blocks][-4:] == [Role.ATTENDEES, Role.BODY, Role.OBSERVERS, Role.BODY]


def test_a_public_notice_without_addressee():
    document = recognised(
        "某某市公安局",
        "关于河东路交通管制的通告",
        "因道路施工，定于2026年5月10日至5月20日对河东路实行交通管制，请过往车辆绕行。",
        "特此通告。",
        "某某市公安局",
        "二〇二六年五月六日",
    )
    assert document.first(Role.TITLE).text == "某某市公安局\n关于河东路交通管制的通告"
    assert document.genre == "通告"
    assert Role.ADDRESSEE not in document.missing
    assert document.first(Role.DATE).text == "二〇二六年五月六日"


def test_a_resolution_with_the_meeting_under_its_title():
    assert elements(
        "某某市第十届人民代表大会第一次会议关于政府工作报告的决议",
        "（2026年1月20日某某市第十届人民代表大会第一次会议通过）",
        "某某市第十届人民代表大会第一次会议听取和审议了市长张某某所作的政府工作报告。会议决定批准这个报告。",
    ) == [
        (Role.TITLE, "某某市第十届人民代表大会第一次会议关于政府工作报告的决议"),
        (Role.SUBTITLE, "（2026年1月20日某某市第十届人民代表大会第一次会议通过）"),
        (
            Role.BODY,
            "某某市第十届人民代表大会第一次会议听取和审议了市长张某某所作的政府工作报告。会议决定批准这个报告。",
        ),
    ]


def test_a_document_from_the_web_has_its_number_under_the_title():
    document = recognised(
        "某某省人民政府关于",
        "促进制造业发展的若干意见",
        "某政发〔2026〕3号",
        "各市、县人民政府，省直各单位：",
        LONG,
        "某某省人民政府",
        "2026-05-06",
        "(此件主动公开)",
    )
    assert [block.role for block in document.blocks[:3]] == [Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE]
    assert any(change.fate.value == "移动" for change in document.changes)


def test_a_forwarded_document_follows_the_sign_off_with_its_own():
    document = recognised(
        "某某市人民政府办公室转发市水利局关于防汛工作意见报告的通知",
        "各县（区）人民政府：",
        "市水利局《关于防汛工作意见的报告》已经市政府同意，现转发给你们，请认真贯彻执行。",
        "某某市人民政府办公室",
        "一九九六年二月五日",
        "（本文有删减）",
        "关于防汛工作意见的报告",
        "市政府：",
        "今年汛期将至，现将有关情况报告如下，并提出工作意见。",
        "一、关于汛情",
        "今年降水偏多。",
        "某某市水利局",
        "一九九六年一月二十五日",
    )
    inner = [(block.role, block.text) for block in document.blocks if block.attachment == 1]
    assert [block.text for block in document.of(Role.DATE)] == ["一九九六年二月五日", "一九九六年一月二十五日"]
    assert inner == [
        (Role.ATTACHMENT_TITLE, "关于防汛工作意见的报告"),
        (Role.ADDRESSEE, "市政府："),
        (Role.ATTACHMENT_BODY, "今年汛期将至，现将有关情况报告如下，并提出工作意见。"),
        (Role.HEADING1, "一、关于汛情"),
        (Role.ATTACHMENT_BODY, "今年降水偏多。"),
        (Role.SIGNATURE, "某某市水利局"),
        (Role.DATE, "一九九六年一月二十五日"),
    ]


def test_several_attachments_with_labels_of_all_kinds():
    document = recognised(
        "某某市教育局关于报送材料的通知",
        "各学校：",
        "请按要求报送有关材料。",
        "附件：1.报送要求　2.汇总表",
        "某某市教育局",
        "2026.5.6",
        "附件1",
        "报送要求",
        "一、时间",
        "请于5月31日前报送。",
        "附件二：汇总表",
        "学校名称由各学校填写。",
    )
    attached = [(block.attachment, block.role, block.text) for block in document.blocks if block.attachment]
    assert attached == [
        (1, Role.ATTACHMENT_LABEL, "附件1"),
        (1, Role.ATTACHMENT_TITLE, "报送要求"),
        (1, Role.HEADING1, "一、时间"),
        (1, Role.ATTACHMENT_BODY, "请于5月31日前报送。"),
        (2, Role.ATTACHMENT_LABEL, "附件二："),
        (2, Role.ATTACHMENT_TITLE, "汇总表"),
        (2, Role.ATTACHMENT_BODY, "学校名称由各学校填写。"),
    ]
    assert [block.text.strip() for block in document.of(Role.ATTACHMENT_NOTE)] == ["附件：1.报送要求", "2.汇总表"]


def test_placeholders_count_as_what_they_stand_for():
    assert elements(
        "关于开展检查工作的报告",
        "[主送单位]：",
        LONG,
        "特此报告。",
        "[发文单位]",
        "××××年×月×日",
        "（联系人：[联系人] 联系电话：[固定电话]）",
    )[1:] == [
        (Role.ADDRESSEE, "[主送单位]："),
        (Role.BODY, LONG),
        (Role.BODY, "特此报告。"),
        (Role.SIGNATURE, "[发文单位]"),
        (Role.DATE, "××××年×月×日"),
        (Role.ANNOTATION, "（联系人：[联系人] 联系电话：[固定电话]）"),
    ]


def test_a_regulation_with_lines_of_adoption():
    assert elements(
        "某某市公园管理条例",
        "2001年12月10日某某市人民政府令第331号公布",
        "2011年1月8日 《某某市人民政府关于修改部分规章的决定》第一次修订",
        "第一章 总则",
        "第一条 为了加强公园管理，制定本条例。",
        "第二条 本条例所称公园包括下列各类：",
        "（一）综合公园；",
        "（二）专类公园。",
    ) == [
        (Role.TITLE, "某某市公园管理条例"),
        (Role.SUBTITLE, "2001年12月10日某某市人民政府令第331号公布"),
        (Role.SUBTITLE, "2011年1月8日 《某某市人民政府关于修改部分规章的决定》第一次修订"),
        (Role.HEADING1, "第一章 总则"),
        (Role.BODY, "第一条 为了加强公园管理，制定本条例。"),
        (Role.BODY, "第二条 本条例所称公园包括下列各类："),
        (Role.BODY, "（一）综合公园；"),
        (Role.BODY, "（二）专类公园。"),
    ]


def test_a_speech_with_name_and_date_under_its_title():
    assert elements(
        "在全市防汛工作会议上的讲话",
        "张某某",
        "（2026年5月6日）",
        "同志们：",
        LONG,
    ) == [
        (Role.TITLE, "在全市防汛工作会议上的讲话"),
        (Role.SUBTITLE, "张某某"),
        (Role.SUBTITLE, "（2026年5月6日）"),
        (Role.BODY, "同志们："),
        (Role.BODY, LONG),
    ]


def test_an_old_imprint_with_subject_words_and_copies():
    found = elements(
        "某某市人民政府关于表彰先进的决定",
        LONG,
        "某某市人民政府",
        "2008年5月6日",
        "主题词：人事　表彰　决定",
        "抄报：省政府办公厅。",
        "抄送：市委各部门，市人大常委会办公室，",
        "　　　市政协办公室。",
        "－－－－－－－－－－－－",
        "某某市人民政府办公室　　　　　　２００８年５月７日印发",
        "（共印100份）",
    )
    assert found[-5:] == [
        (Role.COPY_TO, "抄报：省政府办公厅。"),
        (Role.COPY_TO, "抄送：市委各部门，市人大常委会办公室，　　　市政协办公室。"),
        (Role.PRINTER, "某某市人民政府办公室"),
        (Role.PRINT_DATE, "２００８年５月７日印发"),
        (Role.PRINT_RUN, "（共印100份）"),
    ]
    assert (Role.OTHER, "主题词：人事　表彰　决定") in found


def test_typed_page_numbers_go():
    document = recognised("关于放假的通知", "各单位：", LONG, "— 1 —", "某某局", "2026年5月6日")
    assert all("1" not in block.text for block in document.blocks if block.role is Role.OTHER)
    assert any(change.before == "— 1 —" for change in document.changes)


def test_page_numbers_that_count_all_pages_go_and_do_not_hide_the_sign_off():
    lines = ("某某局", "2026年5月6日", "1 / 3", "附件：", "禁行路段名单", "1．解放路全段。", "2 / 3", "2．人民路东段。")
    document = recognised("关于放假的通知", "各单位：", LONG, *lines)
    assert document.first(Role.DATE).text == "2026年5月6日"
    assert [change.before for change in document.changes if "页码" in change.reason] == ["1 / 3", "2 / 3"]


@pytest.mark.parametrize("lines", [("1/4",), ("1/4", "1/4"), ("3/4", "1/4"), ("3/2", "4/2"), ("1/4", "2/5")])
def test_fractions_on_lines_of_their_own_stay(lines):
    document = recognised("关于放假的通知", "各单位：", LONG, *lines, LONG)
    assert [block.text for block in document.blocks if "/" in block.text] == list(lines)


def test_a_title_that_names_its_number_is_a_title():
    title = "某某海关公告2026年第26号（关于调整通关时间的公告）"
    assert elements(title, "现公告如下：", LONG, "某某海关", "2026年5月6日")[0] == (Role.TITLE, title)


def test_english_prose_is_only_text():
    found = elements(
        "This is the first line of a file in another language, which names nothing.",
        "And this is the second. It is not an official document at all.",
    )
    assert {role for role, _ in found} == {Role.BODY}


def test_an_empty_file_has_no_words():
    assert elements() == []
    assert elements("", "　　") == []


def test_a_date_inside_a_form_is_no_sign_off():
    found = elements(
        "活动安排表", "活动时间", "2026年5月6日", "活动地点", "市文化馆", "参加人员由各单位确定，名单另行报送。"
    )
    assert (Role.DATE, "2026年5月6日") not in found


def test_the_order_of_a_ministry_is_numbered_by_year():
    found = elements(
        "某某省交通运输厅令",
        "2026年第3号",
        "《某某办法》已经厅务会议通过，现予公布，自2026年7月1日起施行。",
        "厅长　李某某",
        "2026年5月6日",
    )
    assert found[1] == (Role.ORDER_NUMBER, "2026年第3号")
    assert found[-2:] == [(Role.SIGNATURE, "厅长　李某某"), (Role.DATE, "2026年5月6日")]


def test_a_public_announcement_numbered_under_its_title():
    found = elements(
        "某某市药监局公告",
        "2026年第8号",
        "现将抽检结果予以公告，请注意查看。",
        "某某市药监局",
        "2026年5月6日",
    )
    assert found[:2] == [(Role.DOC_NUMBER, "2026年第8号"), (Role.TITLE, "某某市药监局公告")]


def test_names_right_below_the_signers_go_on_with_them_but_names_of_organs_do_not():
    above = ("某某市财政局文件", "某财〔2026〕5号　签发人：张某某　李某")
    title = "某某市财政局关于请求追加经费的请示"
    found = elements(*above, "王某　欧阳某某", title, "某某市人民政府：", "妥否，请批示。")
    assert [text for role, text in found if role is Role.SIGNER][-1] == "王某　欧阳某某"
    assert (Role.TITLE, title) in found
    found = elements(*above, "财政局　教育局", "关于请求追加经费的请示", "某某市人民政府：", "妥否，请批示。")
    assert [text for role, text in found if role is Role.SIGNER] == ["签发人：张某某　李某"]


def test_the_signers_of_a_joint_report_stand_on_two_lines():
    found = elements(
        "某某市财政局",
        "某某市教育局　文件",
        "签发人：张某某　李某某",
        "某财〔2026〕5号　　　　王某某",
        "关于经费情况的报告",
        "市政府：",
        LONG,
    )
    assert found[3:6] == [
        (Role.DOC_NUMBER, "某财〔2026〕5号"),
        (Role.SIGNER, "签发人：张某某　李某某"),
        (Role.SIGNER, "王某某"),
    ]


def test_a_title_goes_on_after_words_that_could_end_it():
    assert of(
        Role.TITLE,
        "某某市人民政府关于某某新区总体规划",
        "（2026—2035年）的批复",
        "某政函〔2026〕9号",
        "新区管委会：",
        LONG,
    ) == ["某某市人民政府关于某某新区总体规划／（2026—2035年）的批复"]


def test_a_title_without_the_usual_words_ends_at_the_number():
    assert of(
        Role.TITLE,
        "某某市人民政府办公室对市十届人大",
        "四次会议第72号建议的答复",
        "某政办函〔2026〕71号",
        "周某某等代表：",
        LONG,
    ) == ["某某市人民政府办公室对市十届人大／四次会议第72号建议的答复"]


def test_a_number_in_brackets_at_the_end_of_the_title_is_taken_out():
    assert elements("某某市人民政府关于防汛工作的通知（某政发〔2026〕5号）", LONG)[:2] == [
        (Role.DOC_NUMBER, "某政发〔2026〕5号"),
        (Role.TITLE, "某某市人民政府关于防汛工作的通知"),
    ]


def test_a_sign_off_in_one_paragraph():
    for sign_off in ("某某市水利局\n2026年5月6日", "某某市水利局　　2026年5月6日", "　　　　某某市水利局2026年5月6日"):
        found = elements("关于防汛工作的通知", "各单位：", LONG, sign_off)
        assert found[-2:] == [(Role.SIGNATURE, "某某市水利局"), (Role.DATE, "2026年5月6日")]


def test_a_statement_before_a_list_is_no_addressee():
    found = elements("某某市公安局公告", "为此，我局郑重声明：", "一、依法打击假冒证件的行为。", LONG)
    assert Role.ADDRESSEE not in [role for role, _ in found]


def test_blank_lines_between_all_lines_change_nothing():
    lines = (
        "某某市教育局关于",
        "",
        "做好招生工作的通知",
        "",
        "各学校：",
        "",
        LONG,
        "",
        "某某市教育局",
        "",
        "2026年5月6日",
    )
    assert [role for role, _ in elements(*lines)] == [
        Role.TITLE,
        Role.ADDRESSEE,
        Role.BODY,
        Role.SIGNATURE,
        Role.DATE,
    ]


def test_captions_of_an_outline_do_not_hide_the_elements_under_them():
    heading = Look(outline_level=2)
    document = recognised(
        paragraph("关于整理素材的回复函", 1, Look(outline_level=1)),
        paragraph("主送单位", 2, heading),
        "[主送单位]：",
        LONG,
        paragraph("落款", 5, heading),
        "[发文单位]\n[日期]",
        paragraph("附注", 7, heading),
        "（联系人：[联系人]）",
    )
    roles = [block.role for block in document.blocks if block.role is not Role.OTHER]
    assert roles == [Role.TITLE, Role.ADDRESSEE, Role.BODY, Role.SIGNATURE, Role.DATE, Role.ANNOTATION]


def test_an_inner_sign_off_alone_closes_the_forwarding_document():
    assert of(Role.SIGNATURE, "某某市政府办转发意见的通知", "各单位：", LONG, "某某市水利局", "2026年1月25日") == [
        "某某市水利局"
    ]


def test_a_document_issued_with_a_label_and_one_without():
    for label in ((), ("附件",)):
        document = recognised(
            "关于印发某某市消防工作方案的通知",
            "各单位：",
            "现将《某某市消防工作方案》印发给你们，请认真组织实施。",
            "某某市消防安全委员会",
            "2026年5月6日",
            *label,
            "某某市消防工作方案",
            "（2026—2028年）",
            LONG,
        )
        assert document.first(Role.ATTACHMENT_TITLE).text == "某某市消防工作方案"
        assert document.first(Role.SUBTITLE).attachment == 1


def test_a_page_number_between_organ_and_date_does_not_part_them():
    found = elements("关于防汛工作的通知", "各单位：", LONG, "某某市水利局", "－2－", "2026年5月6日")
    assert found[-2:] == [(Role.SIGNATURE, "某某市水利局"), (Role.DATE, "2026年5月6日")]


def test_a_whole_draft_in_one_paragraph_with_manual_breaks():
    lines = (
        "关于防汛工作的通知",
        "某政发〔2026〕5号",
        "各单位：",
        LONG,
        "一、加强值守",
        "某某局",
        "2026年5月6日",
        "（此件公开）",
    )
    text = "\n".join(lines)
    assert [role for role, _ in elements(text)] == [
        Role.DOC_NUMBER,
        Role.TITLE,
        Role.ADDRESSEE,
        Role.BODY,
        Role.HEADING1,
        Role.SIGNATURE,
        Role.DATE,
        Role.ANNOTATION,
    ]


def test_attachments_without_labels_begin_on_new_pages():
    new_page = Look(page_break_before=True)
    document = recognised(
        "关于报送材料的通知",
        "各学校：",
        "请按要求报送有关材料。",
        "某某市教育局",
        "2026年5月6日",
        paragraph("报送材料清单", 6, new_page),
        "材料一式两份，由各学校盖章后报送。",
        paragraph("学校基本情况表", 8, new_page),
        "学校名称由各学校填写。",
    )
    titles = [(block.attachment, block.text) for block in document.of(Role.ATTACHMENT_TITLE)]
    assert titles == [(1, "报送材料清单"), (2, "学校基本情况表")]


def test_a_telegram_is_known_by_its_urgency_or_number():
    assert recognised("特提", "某某市人民政府办公室", "某政电〔2026〕1号", "关于防汛的通知", LONG).kind is Kind.TELEGRAM


def test_several_documents_names_in_one_note_are_told_apart():
    note = "附件：1.实施方案\n　　　2.任务清单"
    assert of(Role.ATTACHMENT_NOTE, "关于防汛工作的通知", LONG, note, "某某局", "2026年5月6日") == [
        "附件：1.实施方案",
        "2.任务清单",
    ]


def test_a_note_put_after_the_sign_off_is_still_the_note():
    found = elements("关于防汛工作的通知", LONG, "某某局", "2026年5月6日", "附件：1.实施方案", "2.任务清单")
    assert found[-2:] == [(Role.ATTACHMENT_NOTE, "附件：1.实施方案"), (Role.ATTACHMENT_NOTE, "2.任务清单")]


def test_names_in_one_line_without_blanks_between_are_told_apart_by_their_numbers():
    note = "附件：1.网站名单2.新媒体2.0版名单；3.表格"
    assert of(Role.ATTACHMENT_NOTE, "关于防汛工作的通知", LONG, note, "某某局", "2026年5月6日") == [
        "附件：1.网站名单",
        "2.新媒体2.0版名单；",
        "3.表格",
    ]


def test_copies_named_between_sign_off_and_attachments():
    found = elements(
        "关于检查情况的通报",
        "各单位：",
        LONG,
        "某某局\n2026年5月6日",
        "抄送：市委办公室",
        "附件1",
        "不合格网站名单",
        *(f"某某网站{n}" for n in "甲乙丙丁戊己庚辛"),
    )
    assert (Role.SIGNATURE, "某某局") in found
    assert found[-1] == (Role.COPY_TO, "抄送：市委办公室")


def test_minutes_numbered_by_year():
    assert elements("某某市人民政府常务会议纪要", "〔2026〕5号", LONG)[:2] == [
        (Role.ISSUER_MARK, "某某市人民政府常务会议纪要"),
        (Role.DOC_NUMBER, "〔2026〕5号"),
    ]


def test_a_label_is_no_part_of_the_title_and_what_a_web_page_says_of_itself_no_text():
    assert elements(
        "标题：某某市人民政府关于做好防汛工作的通知",
        "来源：市政府办公室　时间：2026-05-06　浏览次数：12",
        "各县人民政府：",
        f"　　{LONG}",
        "某某市人民政府",
        "2026年5月6日",
    )[:4] == [
        (Role.TITLE, "某某市人民政府关于做好防汛工作的通知"),
        (Role.OTHER, "来源：市政府办公室　时间：2026-05-06　浏览次数：12"),
        (Role.ADDRESSEE, "各县人民政府："),
        (Role.BODY, LONG),
    ]


def test_organs_above_the_word_document_are_a_mark_though_there_is_no_number():
    assert elements("某某市财政局", "某某市教育局", "文件", "某某市财政局关于防汛的通知", "各县财政局：", LONG)[:4] == [
        (Role.ISSUER_MARK, "某某市财政局"),
        (Role.ISSUER_MARK, "某某市教育局"),
        (Role.ISSUER_MARK, "文件"),
        (Role.TITLE, "某某市财政局关于防汛的通知"),
    ]


def test_an_organ_that_signs_below_its_date_signs_all_the_same():
    assert elements("某某市财政局关于防汛的通知", "各县财政局：", LONG, "2026年5月6日", "某某市财政局")[-2:] == [
        (Role.DATE, "2026年5月6日"),
        (Role.SIGNATURE, "某某市财政局"),
    ]


def test_however_many_get_a_copy_the_sign_off_stands_above_them():
    names = "，".join(f"某某{kind}{number}局" for kind in ("县", "区") for number in range(90))
    found = elements(
        "某某市人民政府关于表彰先进的决定",
        LONG,
        "某某市人民政府",
        "2026年5月6日",
        f"抄送：{names}。",
        "某某市人民政府办公室　　2026年5月7日印发",
    )
    assert [role for role, _ in found[-5:]] == [
        Role.SIGNATURE,
        Role.DATE,
        Role.COPY_TO,
        Role.PRINTER,
        Role.PRINT_DATE,
    ]


def test_addressees_in_the_imprint_are_set_as_those_who_get_a_copy():
    document = recognised(
        "某某市人民政府关于做好防汛工作的通知",
        LONG,
        "某某市人民政府",
        "2026年5月6日",
        "主送：各县人民政府。",
        "抄送：市委办公室。",
        "某某市人民政府办公室　　　　2026年5月7日印发",
    )
    (addressees,) = (block for block in document.blocks if block.role is Role.ADDRESSEE)
    assert (addressees.text, addressees.set_as) == ("主送：各县人民政府。", Role.COPY_TO)
