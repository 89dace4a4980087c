"""L216: punctuation allowed at the beginning of lines."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import switched
from gwformat.findings import Property, Safety, Severity


@rule(
    "L216",
    name="kinsoku-off",
    clause="GB/T 15834-2011 5.1",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """句号、逗号、后引号、后括号等不出现在一行的开头，前引号、前括号等不出现在一行的末尾；“避头尾”应打开。

    不合规::

        ［正文 避头尾］无

    合规::

        ［正文 避头尾］有
    """
    yield from switched(context, lambda look: not look.kinsoku, "关闭了避头尾", Property.KINSOKU, "on")
