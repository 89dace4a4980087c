"""E104: words that are no degree of urgency."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_FRAME = expression(r"[\s〔〕【】\[\]]|(?:紧急程度|缓急|(?:电报)?等级)\s*[：:]|[·•.、]?[明密]电")
_PAPER = ("特急", "加急")
_TELEGRAM = ("特提", "特急", "加急", "平急")


@rule(
    "E104",
    name="urgency-unknown",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """紧急公文应当标注“特急”或“加急”，电报应当标注“特提”“特急”“加急”或“平急”。

    不合规::

        ［紧急程度］急件

    不合规::

        ［紧急程度］紧急

    合规::

        ［紧急程度］特急
    """
    allowed = _TELEGRAM if context.kind is Kind.TELEGRAM else _PAPER
    for element in context.of(Role.URGENCY):
        words = _FRAME.sub("", element.text)
        if words not in allowed and not left_open(element.text):
            choice = "、".join(f"“{word}”" for word in allowed)
            yield Problem(f"“{words}”不是紧急程度，应为{choice}之一", element.whole, expected="、".join(allowed))
