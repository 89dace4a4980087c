import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.ooxml.numerals import numeral


@pytest.mark.parametrize(
    ("number_format", "numerals"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1999: "mcmxcix"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd", 112: "112th"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        ("chineseCountingThousand", {101: "一百零一", 110: "一百一十", 1001: "一千零一", 10010: "一万零一十"}),
        ("taiwaneseCountingThousand", {15: "十五"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍", 101: "壹佰零壹"}),
        ("japaneseCounting", {10: "十", 11: "十一", 100: "百", 110: "百十", 200: "二百"}),
        ("ideographDigital", {10: "一〇", 25: "二五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 12: "乙亥", 60: "癸亥", 61: "61"}),
        ("none", {3: ""}),
        ("thaiLetters", {3: "3"}),
    ],
)
def test_numbers_in_the_formats_of_chinese_documents(number_format, numerals):
    assert {number: numeral(number, number_format) for number in numerals} == numerals


@given(st.integers(-5, 2**31), st.sampled_from(["upperLetter", "lowerRoman", "chicago", "chineseCounting"]))
def test_a_forged_start_value_never_makes_a_long_label(number, number_format):
    assert 1 <= len(numeral(number, number_format)) <= 30


@given(st.integers(1, 9999))
def test_chinese_numerals_are_all_different(number):
    assert numeral(number, "chineseCounting") != numeral(number + 1, "chineseCounting")
    assert "零零" not in numeral(number, "chineseCounting")
