"""Chinese and Arabic numerals and dates: the forms drafts use come in, numbers and the form of 7.3.5.4 come out."""

from __future__ import annotations

import re
from datetime import date

from gwformat.expressions import expression
from gwformat.text.characters import SPACE, half_width_digits

_DIGITS = "零一二三四五六七八九"
# Drafts write the zero of 二〇二四 in many ways (GB/T 15835-2011 asks for U+3007); “两” stands before units only.
_ZEROS = "〇零○◯Oo0ΟО"
_VALUE = {char: value for value, char in enumerate(_DIGITS)} | dict.fromkeys(_ZEROS, 0) | {"两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": "二十", "卅": "三十"}

_POSITIONAL = expression(f"[{_DIGITS}{_ZEROS}]+")
_WITH_UNITS = expression(f"[{_DIGITS}〇两十百千万廿卅]+")

NUMERAL = "一二三四五六七八九十百零〇"
"""The inside of a regular-expression class for the numerals of 一、 and （一）."""

_GAP = f"[{SPACE}]*"
_YEAR = f"(?P<year>[0-9０-９]{{4}}|[{_DIGITS}{_ZEROS}]{{4}})"
_PART = "[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_SEPARATOR = "[.．/／\\-－—]"

DATE = expression(
    f"(?<![0-9０-９]){_YEAR}{_GAP}年{_GAP}(?P<month>{_PART}|元){_GAP}月{_GAP}(?P<day>{_PART}){_GAP}[日号]"
    f"|(?<![0-9０-９])(?P<year2>[0-9０-９]{{4}})(?P<sep>{_SEPARATOR})(?P<month2>[0-9０-９]{{1,2}})(?P=sep)"
    "(?P<day2>[0-9０-９]{1,2})(?![0-9０-９])"
)
"""A full date in any form; `date_of` turns a match into a date."""


def from_chinese(text: str) -> int | None:
    """The number a Chinese numeral stands for, positional (一九九六) or with units (三十一, 廿); None if it is none."""
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_VALUE[char]) for char in text))
    if not _WITH_UNITS.fullmatch(text):
        return None
    for short, long in _TENS.items():
        text = text.replace(short, long)
    total = section = digit = 0
    for char in text:
        if char == "万":
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        elif char in UNITS:
            section, digit = section + (digit or 1) * UNITS[char], 0
        else:
            digit = _VALUE[char]
    return total + section + digit


def to_chinese(number: int) -> str:
    """The Chinese numeral of a whole number from 0 to 99 999 999: 12 → 十二, 105 → 一百零五."""
    if not 0 <= number < 100_000_000:
        raise ValueError(f"no Chinese numeral for {number}")
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        link = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + link + (_with_units(low) if low else "")
    spoken = _with_units(number)
    return spoken.removeprefix("一") if spoken.startswith("一十") else spoken


def _with_units(number: int) -> str:
    # Inside a larger number every unit is spoken: 一百一十二, but 十二 alone.
    if number == 0:
        return _DIGITS[0]
    pieces: list[str] = []
    gap = False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            pieces.append(("零" if gap and pieces else "") + _DIGITS[digit] + unit)
        gap = not digit
    return "".join(pieces)


def parse_number(text: str) -> int | None:
    """The number written in Arabic (half- or full-width) or Chinese numerals; None if it is none."""
    plain = half_width_digits(text.strip())
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return from_chinese(plain) if plain else None


def date_of(match: re.Match[str]) -> date | None:
    """The date a match of `DATE` stands for; None if the calendar has no such day."""
    groups = match.groupdict()
    words = [groups[name] or groups[f"{name}2"] for name in ("year", "month", "day")]
    numbers = [1 if word == "元" else parse_number(word) for word in words]
    try:
        year, month, day = (-1 if number is None else number for number in numbers)
        return date(year, month, day)
    except ValueError:
        return None


def format_date(day: date) -> str:
    """The form of 7.3.5.4: Arabic numerals, full year, no zero before month and day."""
    return f"{day.year}年{day.month}月{day.day}日"
