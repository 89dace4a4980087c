"""E112: quotation marks and brackets in the issuer's mark."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_QUOTES = expression(r"[“”\"《》〈〉]")


@rule(
    "E112",
    name="mark-in-quotes",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志由机关名称加“文件”二字组成，也可以只用机关名称，其中不用引号和书名号。

    不合规::

        ［发文机关标志］某某市人民政府“文件”

    合规::

        ［发文机关标志］某某市人民政府文件
    """
    for element in context.of(Role.ISSUER_MARK):
        for found in _QUOTES.finditer(element.text):
            where = element.at(found)
            yield Problem(f"发文机关标志中不用“{found[0]}”", where, reworded(where, "", Safety.SAFE))
