"""L225: an attachment note in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L225",
    name="note-not-size-3",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明一般用3号字。

    不合规::

        ［附件］有
        ［附件说明 字号］四号

    合规::

        ［附件］有
    """
    yield from wrong_sizes(context, context.of(Role.ATTACHMENT_NOTE), Hao("三号"), "附件说明一般")
