"""T508: 、 between 》《 or ”“."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_COMMA = expression("、(?:(?<=》、)(?=《)|(?<=”、)(?=“))")
_NOTED = expression("[》”][（〔]|[）〕]、[《“]")
_STOP = expression("[。；！？]")


@rule(
    "T508",
    name="enumeration-comma-between-titles",
    clause="GB/T 15834-2011 4.5",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """并列的书名号之间、并列的引号之间通常不用顿号。

    其中有的书名号或引号后有括注或其他成分时，宜用顿号。

    不合规::

        依据《河道管理条例》、《防汛条例》，制定本办法。

    不合规::

        要做到“早发现”、“早处置”。

    合规::

        依据《河道管理条例》（某政发〔2020〕3号）、《防汛条例》、《水法》制定本办法。
    """
    for hit in context.prose.find(_COMMA, ("》、《", "”、“")):
        sentence = _STOP.split(hit.before)[-1] + hit.words + _STOP.split(hit.after)[0]
        if not _NOTED.search(sentence):
            kind = "书名号" if hit.after.startswith("《") else "引号"
            yield hit.problem(f"并列的{kind}之间通常不用顿号", "")  # 通常: published texts often have it
