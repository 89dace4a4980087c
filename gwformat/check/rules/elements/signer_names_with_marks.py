"""E111: names of several signers with marks between them."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_MARKS = expression(r"(?<=[\u3400-\u9fff×])\s*[、，,；;/／]\s*(?=[\u3400-\u9fff×])")


@rule(
    "E111",
    name="signer-names-with-marks",
    clause="GB/T 9704-2012 7.2.6",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """多个签发人的姓名均匀编排，姓名之间不加标点。

    不合规::

        ［文种］请示
        ［签发人］签发人：张三、李四

    合规::

        ［文种］请示
        ［签发人］签发人：张三　李四
    """
    for element in context.of(Role.SIGNER):
        for found in _MARKS.finditer(element.text):
            where = element.at(found)
            message = f"签发人姓名之间的“{found[0].strip()}”应为空格，姓名按机关顺序均匀编排"
            yield Problem(message, where, reworded(where, "　", Safety.SAFE))
