"""F307: a secrecy mark in another face than 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_digits, wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F307",
    name="secrecy-not-heiti",
    clause="GB/T 9704-2012 7.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """密级和保密期限一般用3号黑体字。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［密级和保密期限 字体］宋体

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［密级和保密期限 西文字体］Times New Roman

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［密级和保密期限 字体］黑体
    """
    marks = context.of(Role.SECRECY)
    yield from wrong_faces(context, marks, Slot.HEITI, "密级和保密期限一般")
    yield from wrong_digits(context, marks, Slot.HEITI, "保密期限中的数字一般")
