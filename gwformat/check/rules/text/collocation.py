"""T632: 提高力度, 加强水平: a verb that does not go with its noun."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "T632",
    name="collocation",
    clause="条例 第十九条",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """动词与宾语搭配得当：加大力度，提高水平，加快步伐，作出贡献。

    不合规::

        要提高河道治理力度，加强干部依法办事水平。

    合规::

        要加大河道治理力度，提高干部依法办事水平，加强组织领导、提高服务水平，加强高水平保护。
    """
    for noun, wrong in context.terms.collocations.items():
        for hit in context.prose.find(wrong.pattern, (noun,)):
            yield hit.problem(f"“{hit.words}”请核对：{wrong.hint}")
