from dataclasses import replace

import pytest

from gwformat.errors import UsageError
from gwformat.model import OBJECT, Block, Carrier, CarrierKind, Emphasis, Fate, Kind, Role, Run, Source
from gwformat.normalise import PASSES, Pass, normalise
from gwformat.normalise.crowded import first_line
from tests.normalise.documents import block, document, texts


def normalised(role: Role, text: str) -> str:
    return "|".join(texts(normalise(document((role, text)))))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("强度不低于300万元/亩.", "强度不低于300万元/亩。"),
        ("已经同意﹐现印发给你们﹕", "已经同意，现印发给你们："),
        ("现将有关事项通知如下:", "现将有关事项通知如下："),
        ("深化改革,扩大开放;改进作风!", "深化改革，扩大开放；改进作风！"),
        ('做好"三农"工作', "做好“三农”工作"),
        ("他说:\"学习'十四五'规划\"", "他说：“学习‘十四五’规划”"),
        ("做好「三农」工作", "做好“三农”工作"),
        ("《某某市管理办法(试行)》", "《某某市管理办法（试行）》"),
        ("粮食、蔬菜、水果。。。", "粮食、蔬菜、水果……"),
        ("粮食、蔬菜、水果...", "粮食、蔬菜、水果……"),
        ("这是一项制度--一项根本制度", "这是一项制度——一项根本制度"),
        ("这是一项制度――一项根本制度", "这是一项制度——一项根本制度"),
        ("抓好 各项 工作 的 落实。", "抓好各项工作的落实。"),
        ("　　各单位要高度重视。　", "各单位要高度重视。"),
        ("各单位要高度重视.", "各单位要高度重视。"),
        ("各单位要高度重视.全面落实.", "各单位要高度重视。全面落实。"),
        ("2024 年 5 月底前，共 5 人", "2024年5月底前，共5人"),
        ("增长 5.3 %", "增长5.3%"),
        ("邮箱：ｗｊｗ＠ｅｘａｍｐｌｅ．ｃｏｍ。", "邮箱：wjw@example.com。"),
        ("二○二四年以来", "二〇二四年以来"),
        ("２０２４年增长５．３%", "2024年增长5.3%"),
        ("二Ｏ二四年，二O二四年", "二〇二四年，二〇二四年"),
        ("卡尔・马克思", "卡尔·马克思"),
        ("增加5〜10人", "增加5～10人"),
        ("⼀⼆⼈⼯作", "一二人工作"),
        ("见某政发[2024]5号文件", "见某政发〔2024〕5号文件"),
        ("见某政发(2024)5号文件", "见某政发〔2024〕5号文件"),
        ("1、加强领导。", "1.加强领导。"),
        ("(1)、加强领导。", "（1）加强领导。"),
        ("⑴加强领导。", "（1）加强领导。"),
        ("(一)、加强领导。", "（一）加强领导。"),
        ("一.加强领导。", "一、加强领导。"),
        ("联系人：张三  电话：12345678", "联系人：张三 电话：12345678"),
    ],
)
def test_what_is_wrong_in_the_text_becomes_right(wrong: str, right: str) -> None:
    assert normalised(Role.BODY, wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "见表1:2的说明。",
        "时间为13:30—15:00，会期1天。",
        "见https://www.example.cn/a,b?x=(1):2!一栏。",
        "请发送至zhang.san@example.cn。",
        "见No.5的1.5万字说明。",
        "Q&A和C++的“5G+工业互联网”应用。",
        "共计3,000元、1,234.5元。",
        "执行GB/T 9704-2012和ISO 9001:2015。",
        "e.g., U.S., A、B",
        'This is an example, isn\'t it? Yes: (see "note").',
        "俗称“What is it?”的做法。",
        "公式3-1为基本公式。",
        "比例为1:100，按f(x)=a(b+c)计算。",
        "执行A(2)级标准。",
        "附件见《某某表(2).xlsx》。",
        "存放于C:\\数据\\表(1).xlsx中。",
        "第一条　为了规范管理，制定本办法。",
        "第一章　总则",
        "第八条 人民法院应当送达通知书。",
        "表1 某某情况",
        "张三 李四 王五",
        "张　三　李四光　王　五",
        "组　长：张　三",
        "某某市教育局　某某市财政局",
        "2024年　月　日",
        "姓名：____　电话：____",
        "（　　）",
        "5、6月份完成。",
        "1.5万人参加。",
        "①加强领导。",
        '15"和17"显示器。',
        "北京—上海、中国—东盟。",
        "第一章........1",
        "……以及——等等",
        "（2024）京01民终1号",
        "2020-2025年，5-10人",
        "原文见某政发〔1998〕第05号",
    ],
)
def test_what_is_right_or_unclear_stays(text: str) -> None:
    assert normalised(Role.BODY, text) == text


def test_a_case_number_takes_round_brackets_not_those_of_a_document_number() -> None:
    assert normalised(Role.BODY, "(2024)京01民终1号") == "（2024）京01民终1号"


@pytest.mark.parametrize(
    ("role", "wrong", "right"),
    [
        (Role.HEADING1, "一. 总体要求", "一、总体要求"),
        (Role.HEADING1, "一，总体要求", "一、总体要求"),
        (Role.HEADING1, "一　总体要求", "一、总体要求"),
        (Role.HEADING1, "三 农 工 作", "三农工作"),
        (Role.HEADING1, "十二、　总体要求", "十二、总体要求"),
        (Role.HEADING2, "(一)、加强领导", "（一）加强领导"),
        (Role.HEADING2, "㈡加强领导", "（二）加强领导"),
        (Role.HEADING2, "（ 一 ） 加强 领导", "（一）加强领导"),
        (Role.HEADING3, "1、强化责任", "1.强化责任"),
        (Role.HEADING3, "1．强化责任", "1.强化责任"),
        (Role.HEADING3, "1)\t强化责任", "1.强化责任"),
        (Role.HEADING3, "⒉强化责任", "2.强化责任"),
        (Role.HEADING3, "1.5G网络建设", "1.5G网络建设"),
        (Role.HEADING3, "1.1 总则", "1.1 总则"),
        (Role.HEADING4, "⑵细化措施", "（2）细化措施"),
        (Role.HEADING4, "(3)、细化措施", "（3）细化措施"),
        (Role.HEADING1, "第一章　总则", "第一章　总则"),
        (Role.HEADING1, "第一章　ABC\t12", "第一章　ABC\t12"),
        (Role.TITLE, "关于 做好 工作 的 通　知", "关于做好工作的通知"),
        (Role.TITLE, "某某局关于做好工作的\n通    知", "某某局关于做好工作的通知"),
        (Role.TITLE, "某某市公安局\n通告", "某某市公安局\n通告"),
        (Role.TITLE, "关于印发《某某办法(试行)》的通知", "关于印发《某某办法（试行）》的通知"),
        (Role.DOC_NUMBER, "某政发[2024]5号", "某政发〔2024〕5号"),
        (Role.DOC_NUMBER, "某政发﹝2024﹞05号", "某政发〔2024〕5号"),
        (Role.DOC_NUMBER, "某政发【２０２４】第５号", "某政发〔2024〕5号"),
        (Role.DOC_NUMBER, "某政发 〔 2024 〕 5 号", "某政发〔2024〕5号"),
        (Role.DOC_NUMBER, "某政发〔2024〕　号", "某政发〔2024〕　号"),
        (Role.DATE, "2024年05月06日", "2024年5月6日"),
        (Role.DATE, "二○二四年五月六日", "2024年5月6日"),
        (Role.DATE, "2024.5.6", "2024年5月6日"),
        (Role.DATE, "2024年2月30日", "2024年2月30日"),
        (Role.DATE, "2024年　月　日", "2024年　月　日"),
        (Role.PRINT_DATE, "2024-05-06印发", "2024年5月6日印发"),
        (Role.PRINT_DATE, "2024年5月6日印", "2024年5月6日印发"),
        (Role.PRINT_DATE, "2024年5月6日 印 制", "2024年5月6日印发"),
        (Role.PRINT_DATE, "2024年5月6日", "2024年5月6日印发"),
        (Role.PRINT_DATE, "2024年5月6日翻印", "2024年5月6日翻印"),
        (Role.ATTENDEES, "出  席：李某某、王某", "出席：李某某、王某"),
        (Role.OBSERVERS, "列席人员：李某某、王某", "列席人员：李某某、王某"),
        (Role.ANNOTATION, "联系人：朱某  0000-1234567", "（联系人：朱某 0000-1234567）"),
        (Role.ADDRESSEE, "各县,各区:", "各县，各区："),
        (Role.ADDRESSEE, "各县（市、区）人民政府", "各县（市、区）人民政府："),
        (Role.ADDRESSEE, "市直各部门，", "市直各部门："),
        (Role.COPY_TO, "抄送:市委办公室;", "抄送：市委办公室。"),
        (Role.COPY_TO, "抄 送 市委办公室", "抄送：市委办公室。"),
        (Role.ANNOTATION, "(此件公开发布)", "（此件公开发布）"),
        (Role.ANNOTATION, "此件公开", "（此件公开）"),
        (Role.ANNOTATION, "（此件公开发布）。", "（此件公开发布）"),
        (Role.ANNOTATION, "（联系人：张三  电话：12345678）", "（联系人：张三 电话：12345678）"),
        (Role.SIGNER, "签发人:张三　李四", "签发人：张三　李四"),
        (Role.SIGNATURE, "某　某　市　人　民　政　府", "某某市人民政府"),
        (Role.SIGNATURE, "　　　某某市教育局", "某某市教育局"),
        (Role.SECRECY, "机密☆1年", "机密★1年"),
        (Role.ATTACHMENT_NOTE, "附件1：某某表。", "附件：某某表"),
        (Role.ATTACHMENT_NOTE, "附:某某表", "附件：某某表"),
        (Role.ATTACHMENT_NOTE, "附件：2024年工作要点；", "附件：2024年工作要点"),
        (Role.ATTACHMENT_NOTE, "附件：1、甲方案　2、乙方案", "附件：1.甲方案|2.乙方案"),
        (Role.ATTACHMENT_NOTE, "附件：1.甲方案\n      2.乙方案", "附件：1.甲方案|2.乙方案"),
        (Role.ATTACHMENT_NOTE, "附件：1.甲市　乙区共建方案　2.丙方案", "附件：1.甲市乙区共建方案|2.丙方案"),
        (Role.ATTACHMENT_LABEL, "附件一", "附件1"),
        (Role.ATTACHMENT_LABEL, "附 件 1:", "附件1"),
        (Role.ATTACHMENT_LABEL, "附件：", "附件"),
        (Role.ATTACHMENT_LABEL, "附件:2", "附件2"),
        (Role.COPY_NUMBER, "0001", "0001"),
        (Role.OTHER, "  a , 某 某 ", "  a , 某 某 "),
    ],
)
def test_each_element_gets_its_set_form(role: Role, wrong: str, right: str) -> None:
    assert normalised(role, wrong) == right


def test_several_attachments_are_numbered_after_the_word() -> None:
    result = normalise(
        document(
            (Role.ATTACHMENT_NOTE, "附件1：甲方案；"),
            (Role.ATTACHMENT_NOTE, "附件2：乙方案。"),
            (Role.ATTACHMENT_LABEL, "附件一"),
            (Role.ATTACHMENT_LABEL, "附件2："),
        )
    )
    assert texts(result) == ["附件：1.甲方案", "2.乙方案", "附件1", "附件2"]


def test_the_word_alone_on_its_line_joins_the_first_name() -> None:
    result = normalise(
        document((Role.ATTACHMENT_NOTE, "附件："), (Role.ATTACHMENT_NOTE, "1、甲"), (Role.ATTACHMENT_NOTE, "2、乙"))
    )
    assert texts(result) == ["附件：1.甲", "2.乙"]
    assert result.blocks[0].source == Source("word/document.xml", 1, 2)


def test_a_wrapped_attachment_name_keeps_its_second_line() -> None:
    result = normalise(document((Role.ATTACHMENT_NOTE, "附件：某某市关于甲、\n乙的方案")))
    assert texts(result) == ["附件：某某市关于甲、\n乙的方案"]


def test_a_single_attachment_has_no_number_in_note_or_label() -> None:
    result = normalise(document((Role.ATTACHMENT_NOTE, "附件1：甲方案"), (Role.ATTACHMENT_LABEL, "附件1")))
    assert texts(result) == ["附件：甲方案", "附件"]


@pytest.mark.parametrize(
    ("role", "typed", "said"),
    [
        (Role.DISPATCH, "发往　各县人民政府", "发往：各县人民政府"),
        (Role.DISPATCH, "发电单位 某某市人民政府办公室", "发电单位：某某市人民政府办公室"),
        (Role.URGENCY, "等级　特急·明电", "等级：特急·明电"),
        (Role.SIGNER, "签批盖章　张某某", "签批盖章：张某某"),
        (Role.SIGNER, "签批盖章", "签批盖章"),
        (Role.URGENCY, "特急", "特急"),
    ],
)
def test_the_labels_of_a_telegram_have_a_colon(role: Role, typed: str, said: str) -> None:
    assert normalised(role, typed) == said


def test_only_the_last_addressee_ends_with_a_colon() -> None:
    result = normalise(document((Role.ADDRESSEE, "各县人民政府，"), (Role.ADDRESSEE, "市直各部门")))
    assert texts(result) == ["各县人民政府，", "市直各部门："]


def test_each_entry_of_the_imprint_ends_with_a_full_stop() -> None:
    result = normalise(document((Role.COPY_TO, "主送：各县"), (Role.COPY_TO, "抄送：市委，"), (Role.COPY_TO, "市人大")))
    assert texts(result) == ["主送：各县。", "抄送：市委，", "市人大。"]


def test_empty_paragraphs_go_but_for_one_between_two_tables() -> None:
    table = Block(Role.ATTACHMENT_BODY, carrier=Carrier(CarrierKind.TABLE))
    empty = block(Role.OTHER, "")
    result = normalise(document((Role.BODY, "正文。"), empty, block(Role.OTHER, "　　"), table, empty, empty, table))
    assert texts(result) == ["正文。", "", "", ""]
    assert [change.fate for change in result.changes] == [Fate.DROPPED] * 3


def test_a_blank_to_write_on_is_no_empty_space() -> None:
    line = Run("　　　", frozenset((Emphasis.UNDERLINE,)), paragraph=1, atom=1)
    signed = Block(Role.BODY, (Run("签字：", paragraph=1, atom=0), line, Run("  ", paragraph=1, atom=2)))
    assert normalise(document(signed)).blocks[0].runs == signed.runs[:2]


def test_pictures_and_notes_keep_their_place_and_their_neighbours() -> None:
    picture = Run(OBJECT, carrier=Carrier(CarrierKind.FOOTNOTE, "注 , 一"), paragraph=1, atom=1)
    part = Block(Role.BODY, (Run("通知如下", paragraph=1, atom=0), picture, Run(" , 如下:", paragraph=1, atom=2)))
    runs = normalise(document(part)).blocks[0].runs
    assert runs[1] == picture
    assert [run.text for run in runs] == ["通知如下", OBJECT, " ，如下："]


def test_a_change_over_two_leaves_keeps_the_second_leaf() -> None:
    part = Block(Role.HEADING1, (Run("一", paragraph=1, atom=0), Run(". 总体要求", paragraph=1, atom=1)))
    runs = normalise(document(part)).blocks[0].runs
    assert [(run.text, run.atom) for run in runs] == [("一、", 0), ("总体要求", 1)]


def test_a_heading_and_the_text_after_it_are_cleaned_as_one_paragraph() -> None:
    heading = block(Role.HEADING2, "(一)、加强领导。 ", run_in=True)
    result = normalise(document(heading, block(Role.BODY, " 各单位要重视.")))
    assert texts(result) == ["（一）加强领导。", "各单位要重视。"]


def test_every_effect_is_reported_with_step_and_place() -> None:
    result = normalise(document((Role.TITLE, "通知"), (Role.BODY, "如下:")))
    (change,) = result.changes
    assert (change.step, change.before, change.after) == ("标点全角化", ":", "：")
    assert change.source == Source("word/document.xml", 2, 2)
    assert "GB/T 15834" in change.reason


@pytest.mark.parametrize(
    ("role", "text", "after"),
    [
        (Role.BODY, "2020-2025年", "—"),
        (Role.BODY, "增加5-10人", "～"),
        (Role.BODY, '做好"三农工作', "“"),
        (Role.BODY, "这是根本—也是关键", "——"),
        (Role.COPY_NUMBER, "No.12", "000012"),
    ],
)
def test_what_might_change_the_meaning_is_only_suggested(role: Role, text: str, after: str) -> None:
    result = normalise(document((role, text)))
    assert texts(result) == [text]
    assert [suggestion.after for suggestion in result.suggestions] == [after]


@pytest.mark.parametrize("text", ["图3-1为例", "0431-1234567号", "2012-07-01日", "1-2-3", "A-1级", "010-82345678转5"])
def test_telephone_numbers_and_codes_are_no_ranges(text: str) -> None:
    assert normalise(document((Role.BODY, text))).suggestions == ()


_FAULTY = '　　见某政发[2024]5号,增长５．３%(约二Ｏ二四年)"学习"--「要点」。。。2024年03月08日\u200b共 5 人.'


@pytest.mark.parametrize("step", PASSES, ids=lambda step: step.key)
def test_every_pass_can_be_switched_off(step: Pass) -> None:
    changes = normalise(document((Role.BODY, _FAULTY)), disabled=[step.key]).changes
    assert changes
    assert step.name not in {change.step for change in changes}


def test_a_pass_that_is_switched_off_does_nothing() -> None:
    assert texts(normalise(document((Role.BODY, "甲,乙")), disabled=["punctuation"])) == ["甲,乙"]


def test_an_optional_pass_that_is_switched_on_works() -> None:
    result = normalise(document((Role.BODY, "2020-2025年")), enabled=["ranges"])
    assert texts(result) == ["2020—2025年"]
    assert result.suggestions == ()


def test_an_unknown_pass_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="punctuation"):
        normalise(document((Role.BODY, "甲")), disabled=["标点"])


def test_a_page_break_before_the_words_does_not_hide_them() -> None:
    page_break = Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=1, atom=0)
    heading = Block(Role.HEADING1, (page_break, Run("一. 总体要求", paragraph=2, atom=1)))
    assert texts(normalise(document(heading))) == [OBJECT, "一、总体要求"]


@pytest.mark.parametrize(("role", "words"), [(Role.BODY, "正文。"), (Role.HEADING2, "（一）要求")])
def test_a_page_break_that_begins_a_paragraph_stands_above_it_in_one_of_its_own(role: Role, words: str) -> None:
    page_break = Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=1, atom=0)
    done = normalise(document(Block(role, (page_break, Run(words, paragraph=1, atom=1)))))
    assert [(block.role, block.text) for block in done.blocks] == [(Role.BODY, OBJECT), (role, words)]
    assert normalise(done).blocks == done.blocks


def test_a_page_break_that_ends_a_heading_stands_below_it_and_one_that_ends_a_paragraph_stays() -> None:
    page_break = Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=1, atom=1)
    heading = Block(Role.HEADING1, (Run("一、总体要求", paragraph=1, atom=0), page_break))
    body = Block(Role.BODY, (Run("正文。", paragraph=2, atom=0), replace(page_break, paragraph=2)))
    done = normalise(document(heading, body, (Role.BODY, "后文。")))
    assert texts(done) == ["一、总体要求", OBJECT, f"正文。{OBJECT}", "后文。"]


@pytest.mark.parametrize("before", ["正文。", ""])
def test_a_page_break_typed_before_an_attachment_goes_for_the_style_has_one(before: str) -> None:
    page_break = Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=2, atom=1)
    text = Block(Role.BODY, (Run("正文。", paragraph=1, atom=0),))
    last = Block(Role.BODY, (*([Run(before, paragraph=2, atom=0)] if before else []), page_break))
    label = Block(Role.ATTACHMENT_LABEL, (replace(page_break, paragraph=3), Run("附件1", paragraph=3, atom=1)))
    done = normalise(document(text, last, label))
    assert texts(done) == ["正文。", *([before] if before else []), "附件1"]
    assert [change.before for change in done.changes if change.step == "去除多余分页符"] == [OBJECT, OBJECT]


@pytest.mark.parametrize("closing", [(), ((Role.COPY_TO, "抄送：市委办公室。"),)])
def test_a_page_break_at_the_end_of_the_text_goes_because_an_empty_page_would_follow(closing) -> None:
    def broken(number: int) -> Run:
        return Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=number, atom=1)

    inside = Block(Role.BODY, (Run("甲", paragraph=1, atom=0), broken(1), Run("乙", paragraph=1, atom=2)))
    last = Block(Role.BODY, (Run("丙", paragraph=2, atom=0), broken(2)))
    empty = Block(Role.BODY, (broken(3),))
    done = normalise(document(inside, last, empty, *closing))
    assert texts(done)[:2] == [f"甲{OBJECT}乙", "丙"] and len(texts(done)) == 2 + len(closing)
    assert [change.before for change in done.changes if change.step == "去除多余分页符"] == [OBJECT, OBJECT]


def test_breaks_that_follow_each_other_stand_in_paragraphs_of_their_own() -> None:
    first, second = (Run(OBJECT, carrier=Carrier(CarrierKind.PAGE_BREAK), paragraph=1, atom=atom) for atom in (1, 2))
    words = Run("甲", paragraph=1, atom=0), Run("乙", paragraph=1, atom=3)
    block = Block(Role.BODY, (words[0], first, second, words[1]), run_in=True)
    done = normalise(document(block, (Role.BODY, "丙")))
    assert [(one.text, one.run_in) for one in done.blocks] == [
        (f"甲{OBJECT}", False),
        (OBJECT, False),
        ("乙", True),
        ("丙", False),
    ]
    assert normalise(done).blocks == done.blocks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("某政明电〔2026〕3号    某机发 12号", "某政明电〔2026〕3号　某机发12号"),
        ("某政明电〔2026〕3号　某机发12号", "某政明电〔2026〕3号　某机发12号"),
        ("某政发 〔2026〕 5 号", "某政发〔2026〕5号"),
    ],
)
def test_two_numbers_in_a_row_are_not_run_together(typed: str, kept: str) -> None:
    assert texts(normalise(document((Role.DOC_NUMBER, typed)))) == [kept]


def listed(*lines: str) -> list[str]:
    rows = [replace(block(Role.ATTACHMENT_BODY, line, number), arranged=True) for number, line in enumerate(lines, 1)]
    return texts(normalise(document(*rows)))


def test_eight_names_in_a_row_become_rows_that_a_line_holds() -> None:
    row = "王 某  李某某  张 某  刘某某  陈 某  杨某某  赵某某  黄 某"
    assert listed(row, row) == [
        "王　某　李某某　张　某　刘某某　陈　某　杨某某",
        "赵某某　黄　某　王　某　李某某　张　某　刘某某",
        "陈　某　杨某某　赵某某　黄　某",
    ]


def test_names_behind_a_label_have_less_room() -> None:
    assert listed("成　员：王某某  李某某  张某某  刘某某  陈某某  杨某某  赵某某") == [
        "成　员：王某某　李某某　张某某　刘某某　陈某某",
        "杨某某　赵某某",
    ]


def test_columns_of_names_behind_a_label_are_no_wider_than_its_line_holds() -> None:
    assert listed("出席：张某某  李某某  王 某  赵某某  欧阳某某  司马某某  钱某某  孙某某  周某某") == [
        "出席：张某某　李某某　王　某　赵某某　欧阳某某",
        "司马某某　钱某某　孙某某　周某某",
    ]


def test_names_too_wide_for_columns_are_parted_by_one_blank() -> None:
    row = "出席：欧阳某某　　张某某　　司马某某　　李某某　　王　某"
    assert listed(row) == ["出席：欧阳某某　张某某　司马某某　李某某　王　某"]


def test_every_row_has_as_many_names_even_if_a_short_one_would_fit_behind_them() -> None:
    assert listed("王某某 李某某 张某某 刘某某 陈某某 杨某某 李某 赵某某 黄某某") == [
        "王某某　李某某　张某某　刘某某　陈某某　杨某某",
        "李某　　赵某某　黄某某",
    ]


def test_columns_stand_as_far_apart_as_behind_the_longest_name() -> None:
    assert listed("欧阳某某　　王某某", "张某某 李某某") == ["欧阳某某　　王某某", "张某某　　　李某某"]


def test_names_that_a_line_holds_stay_in_their_rows() -> None:
    rows = ["王某某　李某某　张某某　刘某某　陈某某　杨某某", "赵某某　黄某某"]
    assert listed(*rows) == rows


def test_the_cells_of_rows_that_blanks_part_are_not_pushed_together() -> None:
    rows = ("序号 任务 完成时限", "1 人才招聘 9月底", "2 设备采购 10月底")
    found = normalise(document(*((Role.ATTACHMENT_BODY, row) for row in rows)))
    assert texts(found) == [row.replace(" ", "\t") for row in rows]


def test_names_and_what_they_are_appointed_to_stand_in_columns() -> None:
    assert listed("孙　某　　为县财政局局长", "欧阳某某　　为县教育局局长") == [
        "孙　某　　　为县财政局局长",
        "欧阳某某　　为县教育局局长",
    ]


def test_half_width_marks_in_tables_are_told_and_left() -> None:
    rows = (("地块编号", "起始价(万元)"), ("2026-09", "GB 3100(1993), f(x)"))
    table = Block(Role.BODY, carrier=Carrier(CarrierKind.TABLE, "", rows=rows))
    found = normalise(document((Role.BODY, "现公告如下："), table))
    assert found.notices == (
        "表格中有 1 格用了半角标点（如“起始价(万元)”）：表格里的文字不作整理，可对成品用 gwformat check --fix 改为全角",
    )
    assert found.blocks[1] is table
    assert normalise(found).notices == found.notices


@pytest.mark.parametrize("kind", Kind)
def test_the_first_line_of_a_paragraph_holds_what_the_profile_leaves_behind_its_indent(kind: Kind) -> None:
    assert first_line(kind) == 28 - 2
