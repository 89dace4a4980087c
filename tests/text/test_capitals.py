"""Sums in words."""

from decimal import Decimal

import pytest

from gwformat.text.capitals import from_capitals


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("叁仟元", "3000"),
        ("壹仟零陆拾万元整", "10600000"),
        ("伍仟陆佰万圆整", "56000000"),
        ("拾贰亿叁仟万元", "1230000000"),
        ("壹佰元零伍分", "100.05"),
        ("贰拾元叁角肆分", "20.34"),
    ],
)
def test_a_sum_in_words_is_a_number(words: str, number: str) -> None:
    assert from_capitals(words) == Decimal(number)


@pytest.mark.parametrize("words", ["元整", "伍仟", "甲元", ""])
def test_other_words_are_none(words: str) -> None:
    assert from_capitals(words) is None
