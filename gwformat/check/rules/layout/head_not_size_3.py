"""L222: 份号, 密级, 紧急程度, number or signer in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L222",
    name="head-not-size-3",
    clause="GB/T 9704-2012 7.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """份号、密级、紧急程度、发文字号、签发人和令号一般用3号字。

    不合规::

        ［发文字号 字号］四号

    不合规::

        ［文种］命令
        ［令号 字号］四号

    合规::

        ［发文字号 字号］三号
    """
    yield from wrong_sizes(
        context,
        context.of(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.DOC_NUMBER, Role.SIGNER, Role.ORDER_NUMBER),
        Hao("三号"),
        "版头一般",
    )
