"""E109: document numbers that do not end with 号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_BARE = expression(
    r"\s*(?P<code>[\u3400-\u9fff]{0,12})"
    r"(?:（[\u3400-\u9fff]{1,8}）)?\s*[\[［【（(﹝❲〈{〔]\s*\d{2,4}\s*[\]］】）)﹞❳〉}〕]\s*(?:第\s*)?"
    r"[\d０-９]{1,5}(?P<tail>[\s.。]*)"
)


@rule(
    "E109",
    name="doc-number-without-hao",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的发文顺序号后应当加“号”字。

    不合规::

        ［发文字号］某政发〔2026〕5

    不合规::

        ［文种］纪要
        ［发文字号］〔2026〕5

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    title = context.first(Role.TITLE)
    for element in context.of(Role.DOC_NUMBER, Role.OTHER):
        if element.role is Role.OTHER and (title is None or element.number > title.number + 1):
            continue
        found = _BARE.fullmatch(element.text)
        if found and (found["code"] or element.role is Role.DOC_NUMBER):  # that of minutes may be 〔2026〕5号
            where = element.at(found, "tail")
            yield Problem("发文字号应以“号”字结尾", where, reworded(where, "号", Safety.SAFE))
