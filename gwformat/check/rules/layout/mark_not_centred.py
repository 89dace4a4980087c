"""L240: an issuer mark that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import not_centred
from gwformat.findings import Safety, Severity
from gwformat.model import Role


@rule(
    "L240",
    name="mark-not-centred",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志居中排布。

    不合规::

        ［发文机关标志 对齐］左

    合规::

        ［发文机关标志 对齐］中
    """
    yield from not_centred(context, context.of(Role.ISSUER_MARK))
