"""Rows of tables typed with tabs."""

import pytest

from gwformat.text.tab_rows import blank_rows, cells_of, tab_rows


def test_rows_with_as_many_cells_are_a_table_though_the_tabs_between_them_differ() -> None:
    lines = [
        "现将值班安排公布如下：",
        "日期\t\t带班领导\t电话",
        "10月1日\t张某某\t\t123",
        "10月2日\t李某\t456",
        "请遵照执行。",
    ]
    assert list(tab_rows(lines)) == [range(1, 4)]
    assert cells_of(lines[1]) == ("日期", "带班领导", "电话")


@pytest.mark.parametrize(
    "lines",
    [
        ["各单位要高度重视，\t认真抓好落实。", "有关情况，\t及时报告。", "特此通知。\t"],
        ["一、总则\t1", "二、附则\t5"],
        ["联系人：\t张某某\t电话", "日期\t地点\t时间"],
        ["日期\t地点\t时间"],
    ],
)
def test_sentences_contents_and_a_single_line_are_none(lines: list[str]) -> None:
    assert list(tab_rows(lines)) == []


def test_rows_whose_cells_single_blanks_part_are_a_table_from_three_lines_on() -> None:
    lines = ["序号 任务 责任单位 完成时限", "1 人才招聘 各县（市、区） 9月底", "2 设备采购 委规财科 10月底"]
    assert list(blank_rows(["任务如下：", *lines])) == [range(1, 4)]
    assert list(blank_rows(lines[:2])) == []


@pytest.mark.parametrize(
    "line",
    ["关 于 开 展 检 查", "联系人：张某 电话 传真", "Annual Report 2026 edition", "要抓好落实， 压实责任 逐项 推进"],
)
def test_spaced_letters_labels_and_sentences_are_no_rows(line: str) -> None:
    assert list(blank_rows([line] * 3)) == []
