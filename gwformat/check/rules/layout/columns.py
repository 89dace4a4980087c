"""L204: text in columns."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Severity


@rule(
    "L204",
    name="columns",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文不分栏，每行28个字。

    不合规::

        ［页面 分栏］2

    合规::

        ［页面 分栏］1
    """
    assert context.formatting is not None
    for section in context.formatting.sections:
        if section.columns > 1:
            yield Problem(f"正文分了{section.columns}栏", here(context, section.first))
