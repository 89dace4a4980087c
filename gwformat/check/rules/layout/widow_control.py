"""L218: widow control."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import switched
from gwformat.findings import Property, Safety, Severity


@rule(
    "L218",
    name="widow-control",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“孤行控制”会把一行挪到下页，这一面就不足22行；应关闭。

    不合规::

        ［正文 孤行控制］有

    合规::

        ［正文 孤行控制］无
    """
    yield from switched(context, lambda look: look.widow_control, "打开了孤行控制", Property.WIDOW_CONTROL, "off")
