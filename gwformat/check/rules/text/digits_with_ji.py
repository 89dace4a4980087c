"""T524: 几 after Arabic digits."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import to_chinese

_NUMBER = expression(
    "(?<![0-9.])(?P<tens>[1-9]0?)(?P<zero>0*)几(?![何乎率])(?=[十百千万亿个名人位家项次天年元岁度米公件户])"
)


@rule(
    "T524",
    name="digits-with-ji",
    clause="GB/T 15835-2011 5.2.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """含“几”的概数用汉字，如“十几”“几十”。

    不合规::

        已有10几人报名。

    合规::

        已有十几人报名，共20多项。
    """
    for hit in context.prose.find(_NUMBER, "几"):
        number = int(hit["tens"] + hit["zero"])
        # 10几 and 1几 both mean 十几; other forms have no certain reading.
        new = f"{to_chinese(number)}几" if number in range(10, 100, 10) else None
        yield hit.problem(f"“{hit.words}”应写作汉字概数" + (f"“{new}”" if new else ""), new, Safety.REVIEW)
