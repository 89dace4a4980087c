"""X640: characters that mean something on one machine only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity, Span

_REPLACEMENT = "\ufffd"
_LAST_ORDINARY = "\ud7ff"  # what lies below is unassigned only in gaps nobody types


@rule(
    "X640",
    name="unreadable-characters",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """文中不应有对方读不出的字符：造字区的字、乱码、没有定义的字符。

    造字只在造字的那台机器上显示得出来。人名地名中的生僻字改用 GB 18030 收有的编码。

    不合规::

        联系人王\ue863，电话12345678。

    不合规::

        现将有关事项通知如\ufffd下。

    合规::

        联系人王㛃，电话12345678。
    """
    found: dict[str, list[Span]] = {}
    unreadable = {char for char in context.prose.chars if char > _LAST_ORDINARY and _is_unreadable(char)}
    for element in context.words if unreadable else ():
        for offset, char in enumerate(element.text):
            if char in unreadable:
                found.setdefault(char, []).append(element.span(offset, offset + 1))
    for char, places in found.items():
        more = f"，共 {len(places)} 处" if len(places) > 1 else ""
        what = "乱码" if char == _REPLACEMENT else "造字" if unicodedata.category(char) == "Co" else "没有定义的字符"
        yield Problem(f"{what} U+{ord(char):04X}{more}", places[0])


def _is_unreadable(char: str) -> bool:
    return char == _REPLACEMENT or unicodedata.category(char) in ("Co", "Cn", "Cs")
