"""L228: an attachment's text in another size than 三号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_sizes
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Hao


@rule(
    "L228",
    name="attachment-text-not-size-3",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件正文的格式同正文，一般用3号字。

    不合规::

        ［附件］有
        ［附件 字号］小四

    合规::

        ［附件］有
    """
    yield from wrong_sizes(context, context.of(Role.ATTACHMENT_BODY), Hao("三号"), "附件正文一般")
