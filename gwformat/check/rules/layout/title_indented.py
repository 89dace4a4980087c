"""L251: an indent that shifts a centred title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import shifted
from gwformat.findings import Safety, Severity
from gwformat.model import Role


@rule(
    "L251",
    name="title-indented",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标题居中排布，不设首行缩进；居中的段落再缩进就偏了。

    不合规::

        ［标题 首行缩进］2字

    合规::

        ［标题 首行缩进］0字
    """
    yield from shifted(context, context.of(Role.TITLE))
