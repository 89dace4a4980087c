"""E211: 签发人：张三局长."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_POST = expression(
    "(?<=[\u4e00-\u9fff×]{2})(?P<post>副?(?:局长|市长|县长|区长|省长|厅长|部长|处长|主任|书记|镇长|乡长|院长"
    "|校长|主席|董事长|总经理)"
    "|同志)(?=[\\s\u3000]|$)"
)


@rule(
    "E211",
    name="signer-with-post",
    clause="GB/T 9704-2012 7.2.6",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """签发人只写姓名，不写职务。

    不合规::

        ［文种］请示
        ［签发人］签发人：张三三局长

    合规::

        ［文种］请示
        ［签发人］签发人：张三三
    """
    for element in context.own(Role.SIGNER):
        for found in _POST.finditer(element.text):
            yield Problem(f"签发人只写姓名，不写“{found['post']}”", element.at(found, "post"))
