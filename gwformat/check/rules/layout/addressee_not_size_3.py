"""L223: an addressee in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L223",
    name="addressee-not-size-3",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关一般用3号字。

    不合规::

        ［主送机关 字号］小三

    合规::

        ［主送机关 字号］三号
    """
    in_text = [
        element for element in context.of(Role.ADDRESSEE) if not element.block.moved
    ]  # 7.4.2 四号 in the imprint
    yield from wrong_sizes(context, in_text, Hao("三号"), "主送机关一般")
