"""L224: a sign-off in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L224",
    name="sign-off-not-size-3",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关署名、成文日期和附注一般用3号字。

    不合规::

        ［成文日期 字号］四号

    合规::

        ［成文日期 字号］三号
    """
    yield from wrong_sizes(
        context, context.of(Role.SIGNATURE, Role.DATE, Role.ANNOTATION), Hao("三号"), "署名、日期和附注一般"
    )
