"""L220: text in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import TEXT_ROLES
from gwformat.units import Hao


@rule(
    "L220",
    name="text-not-size-3",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文和各层次标题一般用3号字。

    不合规::

        ［正文 字号］四号

    合规::

        ［正文 字号］三号
    """
    yield from wrong_sizes(context, context.of(*TEXT_ROLES), Hao("三号"), "正文一般")
