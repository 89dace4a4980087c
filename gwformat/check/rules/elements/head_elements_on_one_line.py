"""E183: two of 份号, 密级, 紧急程度 in one line."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_SEVERAL = expression(
    r"(?:\d{6}.*?(?:绝密|机密|秘密|特急|加急|特提|平急)|(?:绝密|机密|秘密).*?(?:特急|加急|特提|平急|\d{6})"
    r"|(?:特急|加急).*?(?:绝密|机密|秘密))"
)


@rule(
    "E183",
    name="head-elements-on-one-line",
    clause="GB/T 9704-2012 7.2.3",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """份号、密级和保密期限、紧急程度同时标注的，应当自上而下分行排列。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★1年　特急

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［紧急程度］特急
    """
    seen: dict[int, Element] = {}
    for element in context.of(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY):
        source = element.block.source
        together = source is not None and "\n" not in element.text and seen.get(source.first)
        if together or _SEVERAL.search(element.text):
            yield Problem("份号、密级和保密期限、紧急程度应各占一行", element.whole)
        elif source is not None:
            seen[source.first] = element
