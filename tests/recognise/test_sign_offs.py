"""Sign-offs and what stands around them, as offices type them: names and dates beside each other, notes, receipts."""

from __future__ import annotations

import pytest

from gwformat.model import Align, Look, Role
from tests.recognise.drafts import elements, of, paragraph, table

TEXT = "各单位要高度重视，明确责任，细化措施，抓好落实。"
OPENING = ("关于开展协查工作的通知", "各派出所、司法所：", TEXT)
RIGHT = Look(align=Align.RIGHT)


def test_names_set_wide_are_two_organs_where_a_wider_gap_parts_them():
    signed = ("中 共 某 某 市 委\t某某市人民政府", "2026年3月2日")
    assert of(Role.SIGNATURE, *OPENING, *signed) == ["中 共 某 某 市 委", "某某市人民政府"]


def test_those_who_sign_beside_each_other_may_each_have_a_date_below():
    found = elements(*OPENING, "某某县公安局          某某县司法局", "2026年2月3日          2026年2月4日")
    assert found[-4:] == [
        (Role.SIGNATURE, "某某县公安局"),
        (Role.SIGNATURE, "某某县司法局"),
        (Role.DATE, "2026年2月3日"),
        (Role.DATE, "2026年2月4日"),
    ]


def test_dates_below_places_for_names_to_be_written_are_no_sign_off():
    places = ("甲方（章）：          乙方（章）：", "县长（签字）：        镇长（签字）：")
    found = elements("安全生产责任书", TEXT, *places, "2026年1月10日        2026年1月10日")
    assert {role for role, _ in found[1:]} == {Role.BODY}


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        (("某某市水务局   （盖章）",), ["某某市水务局   （盖章）"]),
        (("某某市水务局", "（盖章）"), ["某某市水务局（盖章）"]),
        (("某某市水务局", "", "（章）"), ["某某市水务局（章）"]),
        (("某某市水务局", "某某市财政局", "（公章）"), ["某某市水务局", "某某市财政局（公章）"]),
        (("某某市水务局（盖章）　　某某市财政局　（盖章）",), ["某某市水务局（盖章）", "某某市财政局　（盖章）"]),
        (("（盖章）",), ["（盖章）"]),
    ],
)
def test_where_a_seal_belongs_is_no_organ_of_its_own(signed: tuple[str, ...], names: list[str]):
    assert of(Role.SIGNATURE, *OPENING, *signed, "2026年3月1日") == names


def test_where_a_seal_belongs_may_stand_behind_the_date():
    found = elements(*OPENING, "某某市水务局", "2026年3月1日（盖章）")
    assert found[-2:] == [(Role.SIGNATURE, "某某市水务局"), (Role.DATE, "2026年3月1日（盖章）")]


def test_a_table_of_organs_above_the_date_of_a_short_text_is_its_sign_off():
    names = ("某某市公安局", "某某市交通运输局", "某某市城市管理局")
    assert of(Role.SIGNATURE, *OPENING, table(names), "2026年5月20日") == list(names)


def test_a_receipt_to_cut_off_does_not_hide_the_sign_off_above_it():
    receipt = ("- " * 38, "参  会  回  执", table(("单位", "姓名"), ("", "")))
    found = elements(
        *OPENING, paragraph("某某街道党政办公室", 4, RIGHT), paragraph("2026年3月16日", 5, RIGHT), *receipt
    )
    assert [role for role, _ in found[3:]] == [
        Role.SIGNATURE, Role.DATE, Role.ATTACHMENT_TITLE, Role.ATTACHMENT_BODY,
    ]  # fmt: skip


def test_the_number_of_pages_may_stand_before_who_is_in_charge_of_a_telegram():
    signed = ("某某市防汛抗旱指挥部办公室", "2026年6月17日20时30分")
    note = "（共1页）　承办单位：市防办　联系人：马某"
    assert elements(*OPENING, *signed, note)[-2:] == [(Role.DATE, signed[1]), (Role.ANNOTATION, note)]


def test_what_the_net_offers_next_is_no_attachment():
    signed = ("某某市卫生健康局", "2026年7月8日")
    found = elements(*OPENING, *signed, "上一篇：关于放假的通知", "下一篇：没有了")
    assert [role for role, _ in found[-3:]] == [Role.DATE, Role.OTHER, Role.OTHER]


def test_a_date_may_say_where_the_document_was_signed():
    assert elements(*OPENING, "某某市人民政府", "2026年3月2日于某某市")[-2:] == [
        (Role.SIGNATURE, "某某市人民政府"),
        (Role.DATE, "2026年3月2日于某某市"),
    ]
    assert of(Role.DATE, *OPENING, "2026年3月2日于某某县召开现场会") == []


def test_organs_that_sign_together_fill_several_lines_though_one_reads_like_a_name_and_a_post():
    lines = ("民政部　　国家发展改革委　　财政部", "人力资源社会保障部　　市场监管总局", "2026年8月10日")
    found = elements("关于推进信用体系建设的指导意见", "各市民政局：", "现提出如下意见，请认真贯彻落实。", *lines)
    names = ["民政部", "国家发展改革委", "财政部", "人力资源社会保障部", "市场监管总局"]
    assert [words for role, words in found if role is Role.SIGNATURE] == names


def test_an_annotation_between_the_organ_and_the_date_hides_no_organ():
    assert elements(*OPENING, "某某县人民政府办公室", "（此件公开发布）", "2026年6月23日")[3:] == [
        (Role.SIGNATURE, "某某县人民政府办公室"),
        (Role.DATE, "2026年6月23日"),
        (Role.ANNOTATION, "（此件公开发布）"),
    ]


def test_copies_go_on_below_a_comma_where_nothing_of_the_imprint_follows():
    signed = ("某某县人民政府", "2026年6月23日")
    found = elements(*OPENING, *signed, "抄送：县委各部门，县法院，县检察院，", "县人武部。")
    assert found[-1] == (Role.COPY_TO, "抄送：县委各部门，县法院，县检察院，县人武部。")
    assert of(Role.COPY_TO, *OPENING, *signed, "抄送：县法院，", "请各单位认真贯彻执行。") == ["抄送：县法院，"]


def test_an_organ_above_a_line_that_names_its_printer_is_none():
    lines = (*OPENING, "某某县人民政府", "2026年6月23日", "附件", "任务清单", "责任单位：", "县财政局")
    assert of(Role.PRINTER, *lines, "某某县人民政府办公室　　2026年6月24日印发") == ["某某县人民政府办公室"]


def test_a_line_of_organs_below_the_full_stop_of_the_copies_names_more_of_them():
    copies = ("抄送：省委各部门，省军区司令部。", "省人大常委会办公厅，省政协办公厅，省高级人民法院。")
    printed = "某某省人民政府办公厅　　2026年5月4日印发"
    found = elements(*OPENING, "某某省人民政府办公厅", "2026年4月30日", *copies, printed)
    assert "".join(text for role, text in found if role is Role.COPY_TO) == "".join(copies)


@pytest.mark.parametrize(
    "last",
    [
        "牵头单位为市住房城乡建设局。",
        "联系人为市财政局办公室。",
        "坚持以人民为中心。",
        "此件发至县级人民政府。",
        "确保各项工作落到实处。",
        "对违规行为坚决查处。",
        "务必全员准时参会。",
        "材料统一交市教育局办公室。",
        "并抄送市财政局。",
        "自觉服务发展大局",
        "确保全员到会",
        "应当报请检察长决定予以纠正",
        "任命张某某为市教育局副局长",
        "其他图书馆应当逐步开设视力残疾人阅览室",
        "并将有关情况及时通知同级人民检察院",
    ],
)
def test_a_last_sentence_that_ends_like_an_organ_signs_nothing(last: str):
    assert of(Role.SIGNATURE, *OPENING, last, "某某市财政局", "2026年3月2日") == ["某某市财政局"]


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("联系人要保持电话畅通。", Role.BODY),
        ("传达到每一名党员干部。", Role.BODY),
        ("承办单位应当在5个工作日内答复。", Role.BODY),
        ("信息公开、政策解读等统筹推进。", Role.BODY),
        ("联系人：刘某，电话0000-1234567。", Role.ANNOTATION),
        ("此件公开发布。", Role.ANNOTATION),
        ("主动公开。", Role.ANNOTATION),
        ("发至县团级", Role.ANNOTATION),
    ],
)
def test_a_last_sentence_may_begin_as_an_annotation_does(last: str, role: Role):
    assert last in of(role, *OPENING, last, "某某市财政局", "2026年3月2日")


@pytest.mark.parametrize(
    "name", ["某某监狱", "某某煤矿", "某某国有林场", "某某市青少年宫", "某某高新技术产业开发区", "某某农商行"]
)
def test_houses_of_all_kinds_sign(name: str):
    assert of(Role.SIGNATURE, *OPENING, name, "2026年3月2日") == [name]


def test_a_full_stop_behind_the_organ_that_signs_is_a_slip():
    assert of(Role.SIGNATURE, *OPENING, "某某市财政局。", "2026年3月2日") == ["某某市财政局。"]
