"""E171: annotations in half-width or square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_HALF = expression(r"[\s\ufffc]*(?P<open>[(\[【〔（])(?P<words>.*)(?P<close>[)\]】〕）])[\s\ufffc]*", re.DOTALL)


@rule(
    "E171",
    name="annotation-half-brackets",
    clause="GB/T 9704-2012 7.3.6",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附注的圆括号为全角“（）”。

    不合规::

        ［附注］(此件公开发布)

    不合规::

        ［附注］（此件公开发布)

    合规::

        ［附注］（此件公开发布）
    """
    for element in context.own(Role.ANNOTATION):
        found = _HALF.fullmatch(element.text)
        if found and (found["open"], found["close"]) != ("（", "）"):
            where = element.span(found.start("open"), found.end("close"))
            right = f"（{found['words']}）"
            message = f"“{found['open']}{found['close']}”应为“（）”"
            yield Problem(message, where, reworded(where, right, Safety.SAFE))
