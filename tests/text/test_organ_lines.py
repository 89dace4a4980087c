"""Where the name of an organ that needs two lines parts: where its words do, the first line being the longer one."""

from __future__ import annotations

import pytest

from gwformat.text.organ_lines import first_line
from gwformat.text.width import advance


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("某某省某某市某某高新技术产业开发区管理委员会", "新型工业化推进工作领导小组办公室"),
        ("某某省某某市某某高新技术产业开发区", "管理委员会新型工业化推进办公室"),
        ("某某自治区某某自治州某某自治县", "人民代表大会常务委员会"),
        ("某某市住房和", "城乡建设局"),
        ("某某市国有资产监督", "管理委员会"),
        ("某某市财政局、", "某某市教育局"),
    ],
)
def test_a_line_ends_where_words_do_and_both_are_nearly_alike(first: str, second: str) -> None:
    assert first_line(first + second, advance, 28) == first


@pytest.mark.parametrize(
    "name",
    [
        "某某市市场监督管理局",  # 市 belongs to 市场
        "中共某某市委组织部",
        "某某集团（某某市某某区）有限责任公司",  # not within brackets
        "某某市城市管理综合行政执法局",
        "",
    ],
)
def test_there_is_none_where_no_end_of_a_word_is_near_the_middle(name: str) -> None:
    assert first_line(name, advance, 28) is None


def test_neither_line_is_wider_than_the_room() -> None:
    assert first_line("某某市人力资源和社会保障局", advance, 7) is None
