"""L281: an attachment's title that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import not_centred
from gwformat.findings import Safety, Severity
from gwformat.model import Role


@rule(
    "L281",
    name="attachment-title-not-centred",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件标题居中编排在版心第三行。

    不合规::

        ［附件］有
        ［附件标题 对齐］左

    合规::

        ［附件］有
    """
    yield from not_centred(context, context.of(Role.ATTACHMENT_TITLE))
