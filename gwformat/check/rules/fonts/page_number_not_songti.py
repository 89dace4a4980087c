"""F316: page numbers in another face than 宋体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.fonts.styles import style_of
from gwformat.profiles.schema import Slot


@rule(
    "F316",
    name="page-number-not-songti",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页码一般用4号半角宋体阿拉伯数字。

    不合规::

        ［页码 西文字体］Times New Roman

    合规::

        ［页码 西文字体］宋体
    """
    for number in page_numbers(context):
        font = number.look.font_of("1")
        if style_of(font.name) is not Slot.SONGTI:
            yield Problem(f"页码一般用宋体，现为“{font.name}”", number.where, expected="宋体", measured=font.name)
