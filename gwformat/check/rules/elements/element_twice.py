"""E186: elements that stand more than once."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role

_ONCE = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.TITLE, Role.PRINT_DATE)


@rule(
    "E186",
    name="element-twice",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """份号、密级、紧急程度、标题、印发日期各只有一个。

    不合规::

        ［紧急程度］特急
        ［紧急程度］加急

    合规::

        ［紧急程度］特急
    """
    for role in _ONCE:
        for element in context.own(role)[1:]:
            yield Problem(f"{role.value}重复出现", element.whole)
