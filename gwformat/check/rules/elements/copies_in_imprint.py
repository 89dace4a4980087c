"""E179: the number of copies in the imprint."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_COPIES = expression(r"[\s\ufffc]*[（(]?\s*(?:共\s*印|印\s*数|印刷)\s*[：:]?\s*[\d×xX_]*\s*份?\s*[）)]?\s*")


@rule(
    "E179",
    name="copies-in-imprint",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """现行标准的版记没有印数一项，是否标注由本单位规定。

    不合规::

        ［其他］（共印50份）

    合规::

        ［印发日期］2026年3月18日印发
    """
    if context.profile.imprint.print_run:
        return  # a unit's own rule
    for element in context.of(Role.PRINT_RUN, Role.OTHER):
        if len(element.text) < 30 and _COPIES.fullmatch(element.text):
            yield Problem("版记中的印数不是标准规定的要素", element.whole)
