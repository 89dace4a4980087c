"""E198: parts of a document number in another order, or with words besides."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Kind, Role

_LABEL = expression(r"\s*(?:发文字号|发文号|文号|编号)[：:]\s*")
_YEAR = expression(r"[〔\[［【（(]((?:19|20)\d{2})年[〕\]］】）)]")
_YEAR_FIRST = expression(r"\s*(〔\d{4}〕)(?=[\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}?)(第?\d+号)\s*$")

_EXCHANGED = expression(
    r"\s*([\u4e00-\u9fff]{1,12}?)((?:19|20)\d{2})年?\s*[〔\[［【（(](\d{1,5})[〕\]］】）)]\s*(号)\s*$"
)
_TWO_NUMBERS = expression(r"(?<=[〕\]］】）)])\s*\d{1,5}\s*[-－—–]\s*\d{1,3}\s*(?=号)")
_NO_CODE = expression(r"\s*[〔\[［【（(](?:19|20)\d{2}[〕\]］】）)]\s*\d{1,5}\s*号\s*$")
_LEFT_OUT = expression(r"\s*(?:(?:发文字号|发文号|文号|编号)[：:]|[（(])\s*")


@rule(
    "E198",
    name="doc-number-parts",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号由发文机关代字、年份、发文顺序号依次组成，不加别的字样。

    不合规::

        ［发文字号］文号：某政发〔2026〕5号

    不合规::

        ［发文字号］某政发〔2026年〕5号

    不合规::

        ［发文字号］〔2026〕某政发5号

    不合规::

        ［发文字号］某政发2026〔5〕号

    合规::

        ［文种］纪要
        ［发文字号］〔2026〕5号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    for number in context.of(Role.DOC_NUMBER):
        if found := _LABEL.match(number.text):
            where = number.at(found)
            yield Problem(f"发文字号前不写“{found[0].strip()}”", where, reworded(where, "", Safety.SAFE))
        for found in _YEAR.finditer(number.text):
            where, right = number.at(found), f"〔{found[1]}〕"
            yield Problem(f"“{found[0]}”应为“{right}”", where, reworded(where, right, Safety.SAFE))
        if found := _YEAR_FIRST.match(number.text):
            where, right = number.at(found), f"{found[2]}{found[1]}{found[3]}"
            yield Problem(f"机关代字在年份之前，应为“{right}”", where, reworded(where, right, Safety.SAFE))
        yield from _disordered(context, number)
        for change in context.document.changes:
            found = _LEFT_OUT.fullmatch(change.before)
            if found and number.text.lstrip().startswith("第") and not found[0].strip().endswith("："):
                continue  # （第8号） of a 公告
            if found and change.source is not None and change.source.first == number.first_paragraph:
                yield Problem(f"发文字号前不写“{found[0].strip()}”", number.whole)


def _disordered(context: Context, number: Element) -> Iterator[Problem]:
    """Year and serial number exchanged, a serial number that is none, no code of the organ."""
    if found := _EXCHANGED.match(number.text):
        where, right = number.at(found), f"{found[1]}〔{found[2]}〕{found[3]}{found[4]}"
        yield Problem(f"六角括号括入的是年份，应为“{right}”", where, reworded(where, right, Safety.REVIEW))
    if found := _TWO_NUMBERS.search(number.text):
        yield Problem(f"发文顺序号是一个数，现为“{found[0].strip()}”", number.at(found))
    if context.kind in (Kind.GENERAL, Kind.LETTER) and context.genre is not None and _NO_CODE.match(number.text):
        yield Problem("发文字号没有发文机关代字", number.whole)
