"""A number and a `w:numFmt` in, the numeral as Word shows it out."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_JAPANESE_LEGAL = "〇壱弐参四伍六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"
# Above these numbers Word itself gives up (or wraps); they also keep a forged start value from filling memory.
_LARGEST = {"upperLetter": 780, "lowerLetter": 780, "upperRoman": 3999, "lowerRoman": 3999, "chicago": 40}
_LARGEST_OF_ALL = 32_767
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Lower-case Roman numeral."""
    result = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result += letters * count
    return result


def letters(number: int) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def counted(number: int, digits: str, units: str, *, leading_one: bool, zero: str) -> str:
    """A numeral with units (十百千万) up to 99 999 999.

    `leading_one` writes 一十 for ten; `zero` stands for skipped places, "" leaves them out.
    """
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        head = counted(high, digits, units, leading_one=leading_one, zero=zero) + units[3]
        tail = counted(low, digits, units, leading_one=True, zero=zero) if low else ""
        return head + (zero if 0 < low < 1000 else "") + tail
    result, skipped = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            skipped = bool(result)
            continue
        bare_ten = place == 1 and digit == 1 and not result and not leading_one
        result += (zero if skipped else "") + ("" if bare_ten else digits[digit]) + (units[place - 1] if place else "")
        skipped = False
    return result or digits[0]


def _chinese(number: int) -> str:
    return counted(number, _DIGITS, "十百千万", leading_one=False, zero="零")


def _japanese(number: int) -> str:
    text = counted(number, _DIGITS, "十百千万", leading_one=True, zero="")
    for unit in "十百千":  # 十, 百 and 千 stand without 一
        text = text.replace("一" + unit, unit)
    return text


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _limited(first: str, count: int) -> Callable[[int], str]:
    """`count` consecutive characters from `first`; Word falls back to plain digits after them."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _cyclic(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else str(number)


def _ordinal(number: int) -> str:
    suffix = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


_FULL_WIDTH = _digit_by_digit("０１２３４５６７８９")
_CIRCLED = _limited("①", 20)

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _limited("⒈", 20),
    "decimalEnclosedParen": _limited("⑴", 20),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "chicago": lambda number: _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digit_by_digit(_DIGITS),
    "ideographDigital": _digit_by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _digit_by_digit(_DIGITS),
    "japaneseCounting": _japanese,
    "japaneseLegal": lambda number: counted(number, _JAPANESE_LEGAL, "拾百千万", leading_one=True, zero=""),
    "chineseLegalSimplified": lambda number: counted(
        number, _LEGAL_SIMPLIFIED, "拾佰仟万", leading_one=True, zero="零"
    ),
    "ideographLegalTraditional": lambda number: counted(
        number, _LEGAL_TRADITIONAL, "拾佰仟萬", leading_one=True, zero="零"
    ),
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _limited("㊀", 10),
    "none": lambda number: "",
}


def numeral(number: int, number_format: str) -> str:
    """`number` in a `w:numFmt`; a format Chinese documents do not use falls back to plain digits."""
    if not 1 <= number <= _LARGEST.get(number_format, _LARGEST_OF_ALL) and number_format not in ("decimalZero", "none"):
        return str(number)
    return _FORMATS.get(number_format, str)(number)


def custom(number: int, pattern: str) -> str:
    """`number` in a custom format such as `001, 002, 003, ...`: the first item gives the width."""
    width = min(len(pattern.partition(",")[0].strip()), 9)
    return f"{number:0{width}}"
