"""T567: 五·四 and other dates that take no middle dot."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_EVENT = expression("(?P<first>[二三四五六七八九])·(?P<second>[二三四五六七八九])(?=运动|惨案|事件|青年节|精神|劳动节)")
_MISSING = expression("(?<=[“”（，。、在])(?:一二九(?=运动)|一二八(?=事变|事件)|一二一(?=运动|惨案))")


@rule(
    "T567",
    name="middle-dot-in-event",
    clause="GB/T 15834-2011 4.14",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """月份为一月、十一月、十二月的历史事件，月日之间加间隔号；其他月份不加。

    不合规::

        纪念五·四运动。

    不合规::

        纪念“一二九运动”。

    合规::

        纪念五四运动、“一二·九”运动，铭记“九一八”事变。
    """
    for hit in context.prose.find(_EVENT, "·"):
        if not hit.before.endswith(("一", "十")):
            yield hit.instead(hit["first"] + hit["second"], Safety.REVIEW)
    for hit in context.prose.find(_MISSING, ("一二",)):
        yield hit.instead(f"{hit.words[:2]}·{hit.words[2]}", Safety.REVIEW)
