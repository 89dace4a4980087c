"""L203: a gutter besides the margin."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Property, Safety, Severity, reformatted


@rule(
    "L203",
    name="gutter",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """订口已含在左边距里，不另设装订线宽度。

    不合规::

        ［页面 装订线］5毫米

    合规::

        ［页面 装订线］0毫米
    """
    assert context.formatting is not None
    for section in context.formatting.sections:
        if section.gutter:
            said = f"另设了装订线{section.gutter.mm:.1f} mm，版心会变窄"
            yield Problem(said, here(context, section.first), reformatted(None, Property.GUTTER, "0mm"))
