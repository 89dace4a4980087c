"""E116: blanks inside document numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Fix, Rewording, Safety, Severity, reworded
from gwformat.model import Role

_BLANK = expression(r"(?<=\S)[ \t\u00a0\u3000\u2002\u2003]+(?=\S)")
_NUMBER = expression(r"\S.*号")
_TWO = expression(r"号\s+[\u3400-\u9fff]")  # a telegram has a second number beside it
_SYLLABLES = 2  # characters of 文件, or of a word whose characters were set apart


@rule(
    "E116",
    name="doc-number-with-blanks",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的各部分相连，发文机关标志的各字相连，中间不加空格；字间的距离用字距调整。

    不合规::

        ［发文字号］某政发〔2026〕 5 号

    不合规::

        ［发文机关标志］某某市人民政府　文件

    不合规::

        ［发文机关标志］某 某 市 人 民 政 府 文 件

    合规::

        ［发文机关标志］某某市人民政府文件
        ［发文字号］某政发〔2026〕5号

    合规::

        ［发文字号］某政明电〔2026〕3号　某机发12号
    """
    for element in context.of(Role.DOC_NUMBER):
        number = _NUMBER.search(element.text)
        for found in _BLANK.finditer(element.text, *number.span()) if number else ():
            if _TWO.match(element.text, found.start() - 1):
                continue
            where = element.at(found)
            yield Problem("发文字号中间不加空格", where, reworded(where, "", Safety.SAFE))
    marks = context.of(Role.ISSUER_MARK)
    if len(marks) == 1 and _is_one(marks[0].text):
        blanks = tuple(Rewording(marks[0].at(found), "") for found in _BLANK.finditer(marks[0].text))
        fix = Fix(_BLANK.sub("", marks[0].text), Safety.SAFE, blanks)
        yield from [Problem("发文机关标志中间不加空格", marks[0].whole, fix)] if blanks else ()


def _is_one(mark: str) -> bool:
    """Whether the mark is that of one organ: between the names of those who issue together there may be blanks."""
    *parts, last = mark.split()
    return "\n" not in mark and "\t" not in mark and all(len(part) <= _SYLLABLES for part in (*parts[1:], last))
