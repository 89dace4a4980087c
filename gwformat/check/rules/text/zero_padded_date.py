"""T599: 09月01日 in the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_PADDED = expression("0(?:(?<=[0-9]年0)[1-9](?=月)|(?<=[0-9]月0)[1-9](?=日))")


@rule(
    "T599",
    name="zero-padded-date",
    clause="GB/T 15835-2011 5.1.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """文中用年、月、日写的日期，月、日不编虚位，即1不编为01。

    不合规::

        本办法自2026年05月01日起施行。

    合规::

        本办法自2026年5月1日起施行，编制日期为2026-05-01，报送时间为05:00。
    """
    for hit in context.prose.find(_PADDED, ("年0", "月0")):
        if not hit.in_table:
            yield hit.instead(hit.words[1], Safety.SAFE)
