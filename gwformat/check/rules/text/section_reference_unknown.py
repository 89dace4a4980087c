"""T642: 本通知第七部分, and it has four."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.numerals import NUMERAL, parse_number

_OWN = expression(
    f"本(?:通知|意见|方案|报告|决定|通报|通告|公告|批复|函)第(?P<number>[{NUMERAL}]{{1,3}}|[0-9]{{1,2}})(?P<kind>条|部分)"
)
_LEADS = tuple(f"本{name}第" for name in ("通知", "意见", "方案", "报告", "决定", "通报", "通告", "公告", "批复", "函"))
_ARTICLE = "第一条"
_LEAST = 2


@rule(
    "T642",
    name="section-reference-unknown",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """引用本通知、本意见的第几条、第几部分，应有这一条、这一部分。

    不合规::

        ［一级标题］一、加强组织领导
        各单位要明确专人负责。
        ［一级标题］二、抓好隐患排查
        具体按照本通知第五部分的要求执行。

    合规::

        ［一级标题］一、加强组织领导
        各单位要明确专人负责。
        ［一级标题］二、抓好隐患排查
        具体按照本通知第一部分和《某某市防汛预案》第五部分的要求执行。
    """
    if next(context.prose.find(_OWN, _LEADS), None) is None:
        return
    for elements in context.texts:
        sections = sum(1 for element in elements if element.role is Role.HEADING1)
        if sections < _LEAST or any(element.text.lstrip().startswith(_ARTICLE) for element in elements):
            continue
        for element in elements:
            for found in _OWN.finditer(element.text) if "本" in element.text else ():
                number = parse_number(found["number"])
                if number is not None and number > sections:
                    message = f"引用了“{found[0]}”，但只有{sections}个部分，请核对"
                    yield Problem(message, element.at(found), measured=str(number))
