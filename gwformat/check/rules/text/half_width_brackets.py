"""T501: half-width round brackets in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Piece
from gwformat.expressions import expression
from gwformat.findings import Fix, Rewording, Safety, Severity
from gwformat.model import Edit, Role
from gwformat.text.punctuation import full_width_brackets

# The brackets of document numbers, level numbers and annotations are read by other rules.
_NUMBER = expression(r"[(（](?:(?:19|20)?\d\d[)）]第?\d+号|[一二三四五六七八九十]{1,3}[)）]|\d{1,2}[)）])")

_LINK = expression(r"\]\([^()\s]*[./][^()\s]*\)")  # what Markdown pasted into the text says of a link


@rule(
    "T501",
    name="half-width-brackets",
    clause="GB/T 15834-2011 4.9",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """中文文字用全角圆括号“（）”。

    公式、型号和外文中的括号不变。全文一律用半角括号的，多由文件转换而来，作警告。

    不合规::

        各县(区)人民政府要抓好落实。

    不合规::

        市水务局(以下简称市局）负责解释。

    合规::

        型号为A(2)，函数f(x)的取值不变，详见Annual Report (2025)，见[某某市政府网](https://www.example.gov.cn/a.html)。

    合规::

        ［附注］(此件公开发布)
    """
    prose = context.prose
    if prose.chars.isdisjoint("()"):
        return
    numbers = {place for found in _NUMBER.finditer(prose.text) for place in _ends(found)}
    numbers.update(place for found in _LINK.finditer(prose.text) for place in (found.start() + 1, found.end() - 1))
    severity = None if "（" in prose.chars else Severity.WARNING
    around = {place for piece in prose.pieces if piece.element.role is Role.ANNOTATION for place in _around(piece)}
    halves = [edit for edit in full_width_brackets(prose.text) if edit.start not in numbers | around]
    for opening, closing in _pairs(halves):
        found = list(prose.edits([opening, closing] if closing else [opening]))
        steps = tuple(Rewording(hit.where, new) for hit, new in found)
        for hit, new in found[:1]:
            fix = Fix("（）" if closing else new, Safety.SAFE, steps)
            yield Problem(f"括号应为全角的“{'（）' if closing else new}”", hit.where, fix, severity=severity)


def _pairs(halves: list[Edit]) -> Iterator[tuple[Edit, Edit | None]]:
    """The two brackets of a pair together: they stand one after the other in the list."""
    waiting: Edit | None = None
    for edit in halves:
        if edit.new == "）" and waiting is not None:
            yield waiting, edit
            waiting = None
            continue
        if waiting is not None:
            yield waiting, None
        waiting = edit if edit.new == "（" else None
        if waiting is None:
            yield edit, None
    if waiting is not None:
        yield waiting, None


def _around(piece: Piece) -> tuple[int, int]:
    """Where the outer brackets of an annotation stand."""
    words = piece.text.strip(" \t\u3000\ufffc")
    start = piece.start + piece.text.index(words)
    return start, start + len(words) - 1


def _ends(found: re.Match[str]) -> tuple[int, int]:
    """Where the two brackets stand."""
    opening = found.start()
    return opening, opening + len(re.split("[)）]", found[0])[0])
