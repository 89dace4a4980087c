"""L245: a head without its red line."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.distances import above_line, clause_of_head
from gwformat.check.lines import head_line
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.profiles.schema import LineForm


@rule(
    "L245",
    name="red-line-missing",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号之下4 mm处居中印一条与版心等宽的红色分隔线；信函在发文机关标志之下印红色双线（10.1）。

    不合规::

        ［发文字号 下边框］0磅 FF0000 none

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    above = above_line(context)
    if context.has(Role.ISSUER_MARK) and above is not None and head_line(context) is None:
        what = "分隔线" if context.profile.head.line_form is LineForm.SINGLE else "红色双线"
        yield Problem(f"{above.role.value}之下没有{what}", above.whole, clause=clause_of_head(context))
