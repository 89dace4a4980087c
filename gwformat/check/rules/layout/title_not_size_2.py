"""L221: a title in another size than 二号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L221",
    name="title-not-size-2",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标题一般用2号字。

    不合规::

        ［标题 字号］小二

    合规::

        ［标题 字号］二号
    """
    yield from wrong_sizes(context, context.of(Role.TITLE), Hao("二号"), "标题一般")
