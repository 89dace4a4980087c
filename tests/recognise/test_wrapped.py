"""Texts whose lines are cut at a fixed width: the same elements as before they were cut; others stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import Document, Draft, Fate, Paragraph, Role, Run, Source
from gwformat.recognise import recognise
from gwformat.text.width import advance

TEXT = (
    "某某市人民政府办公室关于做好防汛抗旱工作的通知",
    "各县（市、区）人民政府，市政府各部门、各直属机构：",
    "　　为切实做好2026年防汛抗旱工作，确保人民群众生命财产安全，经市人民政府同意，现就有关事项通知如下。",
    "　　一、强化责任落实",
    "　　各级各部门要牢固树立“人民至上、生命至上”的理念，严格落实以行政首长负责制为核心的防汛抗旱责任制，逐级压实"
    "责任，层层传导压力，做到守土有责、守土负责、守土尽责。对责任不落实、措施不到位造成损失的，依规依纪严肃问责。",
    "　　二、突出重点环节",
    "　　（一）加强监测预警。气象、水利、自然资源等部门要密切关注雨情、水情、汛情变化，加密会商研判，及时发布预警"
    "信息，打通预警“最后一公里”。",
    "　　（二）做好物资储备。按照《某某市防汛物资储备管理办法》（某政办发〔2025〕12号）规定，备足编织袋、救生衣、"
    "抽水泵、应急照明等防汛物资，完善调运预案，确保关键时刻拿得出、用得上。",
    "　　三、严格值班值守",
    "　　汛期实行24小时值班和领导带班制度，值班电话：0000-1234567。重大险情、灾情要第一时间报告市防汛抗旱指挥部"
    "办公室，不得迟报、漏报、瞒报。",
    "　　附件：1.某某市2026年防汛抗旱工作责任清单",
    "　　　　　2.防汛物资储备情况统计表",
    "                                        某某市人民政府办公室",
    "                                            2026年4月20日",
    "　　（联系人：王某某，联系电话：0000-7654321）",
)
PUSHED = " " * 20
BODY = [line for line in TEXT if line.startswith("　　") and line.endswith("。")]


def drafted(lines: list[str], form: str = "txt") -> Draft:
    """A draft with a paragraph a line, as the reader of text files makes it."""
    blocks = tuple(
        Paragraph((Run(line, paragraph=number, atom=0),) if line else (), Source("a", number, number))
        for number, line in enumerate(lines, 1)
    )
    return Draft(Path(f"a.{form}"), form, blocks)


def elements(document: Document) -> list[tuple[Role, str, bool]]:
    said = [(block.role, re.sub(r"\s", "", block.text), block.run_in) for block in document.blocks]
    return [(role, text, run_in) for role, text, run_in in said if text]


def by_columns(text: str, width: float, measure: Callable[[str], float] = advance) -> list[str]:
    """Lines as wide as they may be, cut wherever the width is reached, as editors and mail programs do."""
    lines = [""]
    for char in text:
        if lines[-1] and measure(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += char
    return lines


def by_rules(text: str, width: float) -> list[str]:
    """Lines as a page has them: marks stay with what they belong to, numbers whole."""
    lines = [""]
    for unit in re.findall(r"[《“（〔]*(?:[A-Za-z0-9.\-]+|.)[，。、；：）》”〕]*", text):
        if lines[-1].strip() and advance(lines[-1] + unit) > width:
            lines.append("")
        lines[-1] += unit
    return lines


def cut(paragraphs: tuple[str, ...] | list[str], cutter: Callable[[str, float], list[str]], width: float) -> list[str]:
    return [line for text in paragraphs for line in ([text] if text.startswith(PUSHED) else cutter(text, width))]


def counted(text: str, width: float) -> list[str]:
    return by_columns(text, width, lambda line: float(len(line)))


WHOLE = elements(recognise(drafted(list(TEXT))))


@given(st.integers(20, 60), st.sampled_from((by_columns, by_rules, counted)))
def test_a_text_cut_at_any_width_has_the_elements_it_had(width: int, cutter: Callable[[str, float], list[str]]) -> None:
    assert elements(recognise(drafted(cut(TEXT, cutter, width)))) == WHOLE


@given(st.permutations(BODY), st.integers(26, 45))
def test_paragraphs_in_any_order_are_whole_again(body: list[str], width: int) -> None:
    lines = [*TEXT[:2], *cut(body, by_rules, width), *TEXT[12:]]
    text = "".join(line for _, line, _ in elements(recognise(drafted(lines))))
    found = elements(recognise(drafted([*TEXT[:2], *body, *TEXT[12:]])))
    assert elements(recognise(drafted(lines))) == found
    assert text == re.sub(r"\s", "", "".join([*TEXT[:2], *body, *TEXT[12:]]))


def test_every_joint_is_a_change_and_the_user_is_told():
    lines = cut(TEXT, by_rules, 28)
    document = recognise(drafted(lines))
    joints = [change for change in document.changes if "折断" in change.reason]
    assert len(joints) == len(lines) - len(TEXT)
    assert all(change.fate is Fate.RERENDERED and change.before == change.after == "" for change in joints)
    assert f"第 3 行起是按固定宽度折行的文本：{len(joints)} 处" in document.notices[0]


def test_a_paragraph_goes_on_over_the_number_of_a_page():
    lines = cut(TEXT, by_rules, 28)
    lines[6:6] = ["", "— 1 —", ""]
    assert elements(recognise(drafted(lines))) == WHOLE


def test_lines_without_indents_are_joined_but_for_those_below_a_sentence_that_ends_there():
    lines = [line.strip() for line in cut(TEXT, by_rules, 28)]
    at = next(number for number, line in enumerate(lines) if "气象" in line)
    lines[at : at + 3] = [
        "（一）加强监测预警。气象、水利、资源部门要密切关注雨情。",
        "汛情变化要加密会商研判，及时发布。",
    ]
    document = recognise(drafted(lines))
    said = [text for _, text, _ in elements(document)]
    assert "汛情变化要加密会商研判，及时发布。" in said
    assert BODY[0].strip() in said
    assert re.search(rf"第 [\d、]*\b{at + 2}\b[\d、]* 行之前恰好句子完了", document.notices[0])


def test_manual_line_breaks_that_end_printed_lines_go():
    words = "\n".join(line.strip() for line in cut(BODY, by_rules, 28))
    leaves = tuple(Run(bit, paragraph=1, atom=n) for n, bit in enumerate(re.findall(r"\n|[^\n]+", words)))
    heads = [
        Paragraph((Run(text, paragraph=number, atom=0),), Source("a", number, number))
        for number, text in enumerate(TEXT[:2], 2)
    ]
    document = recognise(Draft(Path("a.docx"), "docx", (*heads, Paragraph(leaves, Source("a", 1, 1)))))
    said = "".join(text for role, text, _ in elements(document) if role in (Role.BODY, Role.HEADING2))
    assert said == "".join(BODY).replace("　", "")
    assert not any("\n" in block.text for block in document.blocks if block.role is Role.BODY)


@pytest.mark.parametrize(
    "lines",
    [
        [f"某某市某某区某某街道某某社区居民委员会{n}组服务站点" for n in "一二三四五六七"],
        ["　　" + line for line in ("联系人：王某某，电话：0000-1234567", "地址：某某市某某路1号，邮编：000000")],
        ["某某市财政局、某某市审计局，某某市教育局", "某某市水利局、某某市民政局，某某市公安局"],
        [
            "一、时间，5月6日上午9时在第一会议室",
            "二、地点，某某市人民政府第一会议室内",
            "三、人员，各县区分管负责人和联络员",
        ],
        [
            "小学：2026年1月24日—2月28日",
            "初中：2026年1月31日—2月28日",
            "高中：2026年2月3日—2月26日",
            "请各校遵照执行。",
        ],
    ],
)
def test_lists_addresses_and_labels_stay_as_they_are(lines: list[str]) -> None:
    document = recognise(drafted(["关于公布有关事项的通知", "各有关单位：", *lines]))
    assert not [change for change in document.changes if "折断" in change.reason]
    assert [text for _, text, _ in elements(document)][2:] == [re.sub(r"\s", "", line) for line in lines]


def test_lines_that_look_cut_but_do_not_say_where_paragraphs_end_are_told():
    line = "为了进一步做好有关工作现将有关事项通知如下请认真贯彻执行"
    document = recognise(drafted(["标题", line, line, line, line, "落实。"]))
    assert len(elements(document)) == 6
    assert document.notices == ("第 2 行起像是按固定宽度折行的文本，但不能确定，各行仍各作一段，请核对",)


def test_a_western_word_is_parted_from_the_next_by_the_blank_the_line_end_stood_for():
    lines = cut(TEXT, by_rules, 28)
    text = [*lines[:3], "全，经市人民政府同意并报省政府备案，请用 Microsoft", "Word 打开附件，现将有关事项通知如下。"]
    assert "Microsoft Word 打开" in "".join(block.text for block in recognise(drafted([*text, *lines[5:]])).blocks)
