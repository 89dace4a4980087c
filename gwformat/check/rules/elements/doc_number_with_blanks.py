"""E116: blanks inside document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_BLANK = re.compile(r"(?<=\S)[ \t\u00a0\u3000\u2002\u2003]+(?=\S)")
_NUMBER = re.compile(r"\S.*号")


@rule(
    "E116",
    name="doc-number-with-blanks",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的各部分相连，中间不加空格。

    不合规::

        ［发文字号］某政发〔2026〕 5 号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    for element in context.of(Role.DOC_NUMBER):
        number = _NUMBER.search(element.text)
        for found in _BLANK.finditer(element.text, *number.span()) if number else ():
            where = element.at(found)
            yield Problem("发文字号中间不加空格", where, reworded(where, "", Safety.SAFE))
