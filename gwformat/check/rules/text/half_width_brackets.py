"""T501: half-width round brackets in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.punctuation import full_width_brackets

# The brackets of document numbers and of level numbers are read by other rules.
_NUMBER = re.compile(r"[(（](?:(?:19|20)?\d\d[)）]第?\d+号|[一二三四五六七八九十]{1,3}[)）]|\d{1,2}[)）])")


@rule(
    "T501",
    name="half-width-brackets",
    clause="GB/T 15834-2011 4.9",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """中文文字用全角圆括号“（）”。

    公式、型号和外文中的括号不变。

    不合规::

        各县(区)人民政府要抓好落实。

    不合规::

        市水务局(以下简称市局）负责解释。

    合规::

        型号为A(2)，函数f(x)的取值不变，详见Annual Report (2025)。
    """
    prose = context.prose
    if prose.chars.isdisjoint("()"):
        return
    numbers = {place for found in _NUMBER.finditer(prose.text) for place in _ends(found)}
    for hit, new in prose.edits(full_width_brackets(prose.text)):
        if hit.piece.start + hit.start not in numbers:
            yield hit.instead(new, Safety.SAFE)


def _ends(found: re.Match[str]) -> tuple[int, int]:
    """Where the two brackets stand."""
    opening = found.start()
    return opening, opening + len(re.split("[)）]", found[0])[0])
