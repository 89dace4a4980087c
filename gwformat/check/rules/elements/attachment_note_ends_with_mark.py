"""E152: punctuation after the names in the attachment note."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_END = expression(r"[。；;，,、.．]+[\s\ufffc]*$")


@rule(
    "E152",
    name="attachment-note-ends-with-mark",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明中的附件名称后不加标点符号。

    不合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单；
        ［附件说明］2.防汛物资储备清单。

    合规::

        ［附件］有
    """
    for entry in context.attached.announced:
        if found := _END.search(entry.last.text):
            where = entry.last.at(found)
            yield Problem(f"附件名称后不加“{found[0].strip()}”", where, reworded(where, "", Safety.SAFE))
