"""Totals in tables: what is wrong is found, what only looks like a sum is left alone."""

from __future__ import annotations

import pytest

from gwformat.check.sums import column_sums, row_sums


def wrong(table: str) -> list[str]:
    """What is said of a table whose rows are parted by ; and cells by ,."""
    rows = [row.split(",") for row in table.split(";")]
    return [name for name, _ in (*column_sums(rows), *row_sums(rows))]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("区,座;东区,7;西区,5;合计,13", ["“座”合计"]),
        ("序号,区,座;1,东区,7;2,西区,5;,合计,13", ["“座”合计"]),
        ("区,座;东区,7;西区,5;总 计,13;（未含在建）,", ["“座”合计"]),
        ("区,金额;东区,7.25;西区,5.25;合计,12.60", ["“金额”合计"]),
        ("区,甲,乙,合计;东,7,3,10;西,5,2,7;南,4,4,9", ["“南”合计"]),
        ("区,小计,甲,乙;东,10,7,3;西,8,5,2;南,8,4,4", ["“西”合计"]),
        ("区,甲,乙;合计,16,8;东,7,3;西,5,2;南,4,4", ["“乙”合计"]),
        ("街,座;甲,7;乙,3;小计,10;丙,4;丁,1;小计,6;合计,15", ["“座”小计"]),
        ("街,座,人;甲,7,1;乙,3,1;小计,10,2;丙,4,1;丁,1,1;小计,5,2;合计,16,4", ["“座”合计"]),
    ],
)
def test_a_total_that_is_not_the_sum_is_found(table: str, said: list[str]) -> None:
    assert wrong(table) == said


@pytest.mark.parametrize(
    "table",
    [
        "区,占比;东区,33.3;西区,33.3;南区,33.3;合计,100.0",
        "区,万元;东区,33.33;西区,33.33;南区,33.33;合计,100.00",
        "区,座;东区,7;其中：新建,3;西区,5;合计,12",
        "区,合格率;东区,99;西区,97;合计,98",
        "项目,万元;一、工程费,100;1.建筑,60;2.设备,40;二、其他,20;合计,120",
        "项目,万元;1,100;1.1,60;1.2,40;2,20;合计,120",
        "区,人数,经费（万元）,合计;东,7,3.5,4;西,5,2.5,3;南,4,4.5,5",
        "区,座;东区,7;西区,;合计,7",
        "区,座;合计,20;东区,12;东区甲街,7;东区乙街,5;西区,8",
        "区,甲,乙,备注;东区,7;西区,5,2,;合计,12,9,",
        "指标,2024年,2025年;产量,7,8;销量,5,6;合计,12,14",
    ],
)
def test_what_is_no_sum_is_left_alone(table: str) -> None:
    assert wrong(table) == []
