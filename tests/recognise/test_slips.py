"""A slip in one line of a draft costs no other line its element, and the line is still what it was meant to be."""

from __future__ import annotations

import pytest

from gwformat.model import Role
from tests.recognise import drafts

DRAFT = """\
000001
机密★1年
特急
某某市水务局文件
某水发〔2026〕12号　　签发人：张某某
某某市水务局关于做好2026年防汛工作的请示
某某市人民政府：
　　为做好防汛工作，现就有关事项请示如下。
　　妥否，请批示。
　　附件：1.防汛物资清单
　　　　　2.防汛责任分工表
某某市水务局
2026年3月16日
（联系人：张某，电话：0000—1234567）
附件1
防汛物资清单
　　编织袋5000条，铁锹200把，均存放于市级仓库。
附件2
防汛责任分工表
　　各县（区）防汛责任人名单另行公布。
抄送：某某市应急管理局。
某某市水务局办公室　　　2026年3月16日印发"""

SLIPS = (
    (Role.COPY_NUMBER, "000001", ("NO.000001", "000001号", "第000001号", "000001份", "000001。", "1")),
    (Role.SECRECY, "机密★1年", ("机密（1年）", "机密·1年", "机密 1年", "密级：机密")),
    (Role.URGENCY, "特急", ("特急件", "特 急", "【特急】", "特急。")),
    (
        Role.DOC_NUMBER,
        "某水发〔2026〕12号",
        ("某水发2026-12号", "某水发〔2026〕12", "某水发(2026)12号", "某水发2026〔12〕号"),
    ),
    (
        Role.TITLE,
        "某某市水务局关于做好2026年防汛工作的请示",
        (
            "某某市水务局关于做好2026年防汛工作的请示。",
            "某某市水务局关于做好2026年防汛工作的请示：",
            "题目：某某市水务局关于做好2026年防汛工作的请示",
            "某某市水务局关于做好\n2026年防汛工作的请示。",
        ),
    ),
    (Role.ATTACHMENT_NOTE, "附件：1.防汛物资清单", ("附件;1.防汛物资清单", "附件　1.防汛物资清单")),
    (Role.SIGNATURE, "\n某某市水务局\n", ("\n某某市水务局。\n", "\n某某市水务局　张某某\n")),
    (
        Role.DATE,
        "\n2026年3月16日\n",
        tuple(
            f"\n{said}\n"
            for said in (
                "3月16日",
                "26年3月16日",
                "2026年3月16",
                "2O26年3月16日",
                "2026年13月16日",
                "二〇二六年三月十六",
            )
        ),
    ),
    (
        Role.ANNOTATION,
        "（联系人：张某，电话：0000—1234567）",
        ("（此件公开发布", "[联系人：张某，电话：0000—1234567]", "联系人：张某，电话：0000—1234567"),
    ),
    (Role.ATTACHMENT_LABEL, "附件1\n", ("【附件1】\n", "附件1.\n", "附件1。\n", "附件一：\n")),
    (Role.COPY_TO, "抄送：某某市应急管理局。", ("抄送某某市应急管理局。", "抄送；某某市应急管理局。")),
    (
        Role.PRINT_DATE,
        "某某市水务局办公室　　　2026年3月16日印发",
        (
            "印发机关：某某市水务局办公室　印发日期：2026年3月16日",
            "某某市水务局办公室　3月16日印发",
            "某某市水务局办公室　2026年3月16日印发。",
        ),
    ),
)


@pytest.mark.parametrize(
    ("role", "right", "slip"), [(role, right, slip) for role, right, slips in SLIPS for slip in slips]
)
def test_a_slip_costs_no_other_line_its_element(role: Role, right: str, slip: str):
    assert DRAFT.count(right) == 1
    wanted = elements(DRAFT)
    found = elements(DRAFT.replace(right, slip))
    assert role in found
    assert {one: said for one, said in found.items() if one is not role} == {
        one: said for one, said in wanted.items() if one is not role
    }


@pytest.mark.parametrize("strange", ["内部资料", "注意保存", "急"])
def test_a_strange_line_in_the_head_stays_one(strange: str):
    found = elements(DRAFT.replace("\n特急\n", f"\n{strange}\n"))
    wanted = elements(DRAFT)
    del wanted[Role.URGENCY]
    assert found == {**wanted, Role.OTHER: [strange]}


@pytest.mark.parametrize("slip", ["一、同意调拨编织袋5000条.", "一、同意调拨编织袋5000条"])
def test_an_item_without_its_full_stop_is_text_as_the_others_are(slip: str):
    items = (slip, "二、请于5月1日前办理手续。")
    letter = (
        "某某市水务局关于防汛物资调拨的函",
        "某某市应急管理局：",
        "现函复如下：",
        *items,
        "特此函复。",
        "某某市水务局",
    )
    assert [said for role, said in drafts.elements(*letter) if role is Role.BODY] == [
        "现函复如下：",
        *items,
        "特此函复。",
    ]


def test_where_no_head_follows_the_first_line_is_a_title():
    assert elements("防汛工作\n某某市水务局\n　　汛期将至，各单位要做好准备。")[Role.TITLE] == ["防汛工作"]


def elements(draft: str) -> dict[Role, list[str]]:
    """What each element says, its lines in order."""
    found: dict[Role, list[str]] = {}
    for role, said in drafts.elements(*draft.split("\n")):
        found.setdefault(role, []).append("".join(said.split()))
    return found


@pytest.mark.parametrize(
    ("mark", "number", "role"),
    [
        ("某某市人民政府令", "第5号", Role.ORDER_NUMBER),
        ("某某市人民政府常务会议纪要", "第5期", Role.DOC_NUMBER),
    ],
)
def test_a_full_stop_behind_the_mark_of_an_order_or_of_minutes(mark: str, number: str, role: Role) -> None:
    rest = (number, "《某某市管理办法》已经市政府常务会议通过，现予公布。", "市长　张某某", "2026年3月2日")
    for words in (mark, f"{mark}。"):
        assert drafts.elements(words, *rest)[:2] == [(Role.ISSUER_MARK, words), (role, number)]


def test_a_full_stop_behind_the_title_of_an_attachment() -> None:
    lines = DRAFT.replace("　　附件：1.防汛物资清单\n　　　　　2.防汛责任分工表", "附件：某某县防汛物资")
    above, _, _ = lines.partition("附件1\n")
    for name in ("某某县防汛物资", "某某县防汛物资。"):
        assert drafts.of(Role.ATTACHMENT_TITLE, *above.splitlines(), "附件", name, "编织袋5000条，铁锹200把。") == [
            name
        ]


@pytest.mark.parametrize(
    "line",
    ["某政发2026年5号", "某政发2026年第5号", "某政发2026年5号　　签发人：李某某", "〔2026〕5号　　签发人：李某某"],
)
def test_a_number_without_its_brackets_or_its_code_stays_out_of_the_title(line: str):
    found = drafts.elements(
        "某某市人民政府文件", line, "某某市人民政府关于防汛工作的请示", "省人民政府：", "现将有关事项请示如下。"
    )
    assert found[0] == (Role.ISSUER_MARK, "某某市人民政府文件")
    assert Role.DOC_NUMBER in dict(found)
    assert (Role.TITLE, "某某市人民政府关于防汛工作的请示") in found


@pytest.mark.parametrize("above", ["收文日期：", "收文编号：", "份数：50", "校对：王某"])
def test_what_the_registry_fills_in_above_the_mark_leaves_the_head_alone(above: str):
    found = drafts.elements(
        above, "某某市人民政府文件", "某政发〔2026〕5号", "某某市人民政府关于防汛工作的通知", "各县人民政府："
    )
    assert found[:2] == [(Role.ISSUER_MARK, "某某市人民政府文件"), (Role.DOC_NUMBER, "某政发〔2026〕5号")]
    assert (Role.OTHER, above) in found
