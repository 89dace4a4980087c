"""L245: a head without its red line."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import head_line
from gwformat.findings import Severity
from gwformat.model import Kind, Role


@rule(
    "L245",
    name="red-line-missing",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号之下4 mm处居中印一条与版心等宽的红色分隔线。

    不合规::

        ［发文字号 下边框］0磅 FF0000 none

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    marks = context.of(Role.ISSUER_MARK)
    numbers = context.of(Role.DOC_NUMBER)
    if context.kind is Kind.GENERAL and marks and numbers and head_line(context) is None:
        yield Problem("发文字号之下没有分隔线", numbers[-1].whole)
