"""F308: an urgency mark in another face than 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F308",
    name="urgency-not-heiti",
    clause="GB/T 9704-2012 7.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """紧急程度一般用3号黑体字。

    不合规::

        ［紧急程度］特急
        ［紧急程度 字体］宋体

    合规::

        ［紧急程度］特急
        ［紧急程度 字体］方正黑体_GBK
    """
    yield from wrong_faces(context, context.of(Role.URGENCY), Slot.HEITI, "紧急程度一般")
