"""Words supplied for an element come in; what is wrong with their form goes out, with the form the element has.

Only what can be nothing else is refused: a date in any way of writing it, and one with blanks for the day, are dates.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.text.characters import SPACE, half_width_digits
from gwformat.text.numerals import DATE, NUMERAL, date_of

_BLANK = "×xX✕＊*＿_△○〇"
_OPEN_PLACE = expression(r"【.*】|\{.*\}")  # of a template, to be filled in by hand
_GAPS = expression(f"[{SPACE}\t]+")
_DATE_AROUND = expression(r"^(?:成文|发文|印发)?日期：|(?:印发|印制|印)$")
_BLANK_DATE = expression(rf"(?:\d{{4}}|[{_BLANK}\d]{{0,4}})年[{_BLANK}\d]{{0,2}}月(?:[{_BLANK}\d]{{0,2}}日)?")
_DOC_NUMBER = expression(
    rf".*[〔\[［（(﹝❲〈<{{【][\d{_BLANK}]{{2,4}}年?[〕\]］）)﹞❳〉>}}】]第?[\d{_BLANK}]*号?|.*第?[\d{_BLANK}{NUMERAL}]+号"
)
_ORDER_NUMBER = expression(rf".*第[\d{_BLANK}{NUMERAL}]+号")
_COPY_NUMBER = expression(r"(?:(?:份号|编号|No\.?|№)[：:]?)?\d{1,8}")
_SECRECY = expression(r"(?:密级[：:])?(?:绝密|机密|秘密)(?:[★☆*＊]?[^，。；：]{1,12})?")
_URGENCY = expression(r"(?:紧急程度[：:])?(?:特急|加急|特提|平急)(?:[·•.、]?[明密]电)?")
_PRINT_RUN = expression(rf".*[\d{NUMERAL}].*")


class Fault(NamedTuple):
    """What is wrong with supplied words, and what to write instead."""

    says: str
    advice: str


class _Form(NamedTuple):
    """Whether words, without gaps and with plain digits, are an element; what they should look like."""

    holds: Callable[[str], object]
    advice: str


def _is_date(text: str) -> bool:
    text = _DATE_AROUND.sub("", text)
    found = DATE.fullmatch(text)
    if found is not None:
        return date_of(found) is not None
    return _BLANK_DATE.fullmatch(text) is not None


_DATE = _Form(_is_date, "写全年、月、日，如 2026年5月6日；日期未定的写 2026年×月×日。")
_FORMS = {
    Role.DATE: _DATE,
    Role.PRINT_DATE: _DATE,
    Role.EDITED: _DATE,
    Role.DOC_NUMBER: _Form(_DOC_NUMBER.fullmatch, "写全代字、年份、顺序号，如 某政发〔2026〕5号。"),
    Role.ORDER_NUMBER: _Form(_ORDER_NUMBER.fullmatch, "写成 第5号。"),
    Role.COPY_NUMBER: _Form(_COPY_NUMBER.fullmatch, "用阿拉伯数字，一般6位，如 000001。"),
    Role.SECRECY: _Form(_SECRECY.fullmatch, "密级是绝密、机密、秘密，后面可以写保密期限，如 机密★1年。"),
    Role.URGENCY: _Form(_URGENCY.fullmatch, "写特急或者加急；电报还有特提、平急。"),
    Role.PRINT_RUN: _Form(_PRINT_RUN.fullmatch, "写印多少份，如 50。"),
}


def form_fault(role: Role, text: str) -> Fault | None:
    """What is wrong with the form of `text` as an element of `role`; None if nothing is, or the form is free."""
    form = _FORMS.get(role)
    plain = half_width_digits(_GAPS.sub("", text))
    if form is None or not plain or _OPEN_PLACE.search(plain) or form.holds(plain):
        return None
    return Fault(f"“{text}”不是{role.value}", form.advice)
