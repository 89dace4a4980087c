"""L226: an attachment label in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L226",
    name="attachment-label-not-size-3",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“附件”二字及附件顺序号用3号黑体字。

    不合规::

        ［附件］有
        ［附件序号 字号］四号

    合规::

        ［附件］有
    """
    yield from wrong_sizes(context, context.of(Role.ATTACHMENT_LABEL), Hao("三号"), "附件顺序号")
