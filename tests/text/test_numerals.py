from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.text.numerals import DATE, date_of, format_date, from_chinese, parse_number, to_chinese


def written(text: str) -> date | None:
    """The date a text as a whole writes."""
    found = DATE.fullmatch(text.strip())
    return date_of(found) if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一九九六", 1996),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("二零二四", 2024),
        ("三十一", 31),
        ("十", 10),
        ("十二", 12),
        ("廿", 20),
        ("廿一", 21),
        ("卅", 30),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("十二万三千", 123000),
    ],
)
def test_a_chinese_numeral_is_read(text: str, number: int) -> None:
    assert from_chinese(text) == number


@pytest.mark.parametrize("text", ["", "三个", "甲", "12"])
def test_other_words_are_no_chinese_numeral(text: str) -> None:
    assert from_chinese(text) is None


@pytest.mark.parametrize(("text", "number"), [("１２", 12), ("12", 12), ("十二", 12), ("", None), ("1.5", None)])
def test_a_number_is_read_in_either_script(text: str, number: int | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (12, "十二"), (110, "一百一十"), (1001, "一千零一"), (10010, "一万零一十")],
)
def test_a_number_is_written_in_chinese(number: int, text: str) -> None:
    assert to_chinese(number) == text


@given(st.integers(0, 99_999_999))
def test_what_is_written_in_chinese_is_read_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月6日",
        "2024年05月06日",
        "2024 年 5 月 6 日",
        "２０２４年５月６日",
        "二〇二四年五月六日",
        "二○二四年五月六日",
        "二零二四年 五月六日",
        "二0二四年五月六日",
        "2024年5月6号",
        "2024.5.6",
        "2024．5．6",
        "2024-05-06",
        "2024/5/6",
        " 2024年5月6日　",
    ],
)
def test_every_form_in_which_drafts_write_a_date_is_read(text: str) -> None:
    assert written(text) == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("一九九六年十二月三十一日", date(1996, 12, 31)),
        ("二〇二四年元月廿一日", date(2024, 1, 21)),
        ("二〇一〇年十月十日", date(2010, 10, 10)),
    ],
)
def test_chinese_months_and_days_are_read(text: str, day: date) -> None:
    assert written(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月30日",
        "2024年13月1日",
        "24年5月6日",
        "2024年5月",
        "2024年 月 日",
        "192.168.1.1",
        "2024.5-6",
        "附2024年5月6日",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert written(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_formatted_date_is_read_back_and_has_no_padding(day: date) -> None:
    text = format_date(day)
    assert written(text) == day
    assert "月0" not in text and "年0" not in text


def test_a_date_is_found_inside_other_words() -> None:
    match = DATE.search("某某市人民政府办公室　2024年05月06日印发")
    assert match is not None
    assert date_of(match) == date(2024, 5, 6)
    assert match.group() == "2024年05月06日"
