"""Marks that nest in their own kind, and marks without a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.text.pairs import nested, unpaired


def found(text: str) -> list[str]:
    return [text[place : place + 2] for place in unpaired(text)]


@pytest.mark.parametrize(
    "text",
    [
        "依据《某某市防汛预案》（某政发〔2026〕5号），落实“三个到位”。",
        "修改为：“第一条　为加强管理，制定本办法。\n“第二条　本办法由市水务局负责解释。”",
        "主要任务：1）排查隐患；2）储备物资；a）编织袋；一）其他。",
        "附件：1.某某市防汛责任人名单（城区及\n各镇）",
        "the council’s decision",
        "市水务局（以下简称市局)负责。",
    ],
)
def test_marks_with_partners_are_no_fault(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("依据《某某市防汛预案，落实责任。", ["《某"]),
        ("依据某某市防汛预案》，落实责任。", ["》，"]),
        ("市水务局（以下简称《市局）负责。", ["《市"]),
        ("（甲\n乙\n丙）", ["（甲", "）"]),
        ("各单位要落实“三个到位要求。", ["“三"]),
        ("“甲。\n乙“丙”。", ["“甲"]),
    ],
)
def test_a_mark_without_its_partner_is_found(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


def test_only_the_inner_pairs_nest() -> None:
    text = "转发《关于印发《甲》和《乙》的通知》《丙》"
    assert [text[start : end + 1] for start, end in nested(text, "《", "》")] == ["《甲》", "《乙》"]


def test_nothing_is_said_of_lines_in_which_a_partner_is_missing() -> None:
    assert list(nested("转发《关于印发《甲》的通知", "《", "》")) == []


@given(st.text(alphabet="甲（）《》“”〔〕", max_size=30))
def test_a_text_in_brackets_of_its_own_is_balanced_when_it_is(inside: str) -> None:
    if list(unpaired(inside)) == []:
        assert list(unpaired(f"（{inside}）")) == []


@pytest.mark.parametrize("pair", ["（）", "《》", "〔〕", "“”"])
@pytest.mark.parametrize("depth", [2, 20, 21, 300])
def test_marks_within_marks_are_paired_however_deep(pair: str, depth: int) -> None:
    opened, closed = pair
    assert list(unpaired("某" + opened * depth + "甲" + closed * depth)) == []
    assert list(unpaired("某" + opened * depth + "甲" + closed * (depth - 1))) == [1]
