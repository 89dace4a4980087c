"""E115: full-width digits and Chinese numerals in document numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_NUMBERS = expression(
    rf"[\[［【（(﹝❲〈{{〔]\s*(?P<year>[\d０-９]{{2,4}}|[{numerals.NUMERAL}○]{{4}})年?\s*[\]］】）)﹞❳〉}}〕]\s*(?:第\s*)?"
    rf"(?P<serial>[\d０-９]{{1,5}}|[{numerals.NUMERAL}○]{{1,7}})\s*号"
)


@rule(
    "E115",
    name="doc-number-not-arabic",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的年份和发文顺序号应当用阿拉伯数字，不用全角数字和汉字数字。

    不合规::

        ［发文字号］某政发〔２０２６〕５号

    不合规::

        ［发文字号］某政发〔2026〕十二号

    合规::

        ［发文字号］某政发〔2026〕12号
    """
    for element in context.of(Role.DOC_NUMBER):
        found = _NUMBERS.search(element.text)
        if found is None:
            continue
        for group in ("year", "serial"):
            words = found[group]
            number = numerals.parse_number(words.replace("○", "〇"))
            if number is not None and not words.isascii():
                where = element.at(found, group)
                yield Problem(f"“{words}”应为“{number}”", where, reworded(where, str(number), Safety.SAFE))
