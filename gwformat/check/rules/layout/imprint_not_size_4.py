"""L227: an imprint in another size than 四号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L227",
    name="imprint-not-size-4",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """抄送机关、印发机关和印发日期一般用4号字。

    不合规::

        ［抄送机关 字号］三号

    合规::

        ［抄送机关 字号］四号
    """
    yield from wrong_sizes(context, context.of(Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE), Hao("四号"), "版记一般")
