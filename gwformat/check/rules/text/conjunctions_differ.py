"""T651: 只有加强监督，就能…: conjunctions that do not go together."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_ONLY_IF = expression(
    "只有(?!在?[^，。；：]{0,20}[时后下]，)(?P<of>[^，。；：“”\\n]{2,24})，(?P<then>就|便)(?![是地近业餐读医职任诊座位民利捷])"
)
_IF = expression("只要(?P<of>[^，。；：“”\\n]{2,24})，(?P<then>才)(?!能[力])")
_THOUGH = expression("(?:虽然|尽管)(?P<of>[^。；：“”\\n但却可仍依而还也]{2,40})，(?P<then>所以|因此|因而)")
_NOT_ONLY = expression("(?:不仅|不但|不光)(?P<of>[^，。；：“”没不无未是\\n]{2,20})，(?P<then>却|反而|但是?|然而)")
_RIGHT = (
    (_ONLY_IF, "只有", "“只有……才……”，或者“只要……就……”"),
    (_IF, "只要", "“只要……就……”，或者“只有……才……”"),
    (_THOUGH, ("虽然", "尽管"), "“虽然……但是……”，或者“因为……所以……”"),
    (_NOT_ONLY, ("不仅", "不但", "不光"), "“不仅……而且……”，或者“虽然……但是……”"),
)


@rule(
    "T651",
    name="conjunctions-differ",
    clause="条例 第十九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """关联词前后配套：只有……才……，只要……就……，虽然……但是……，不仅……而且……。

    不合规::

        只有加强监督检查，就能防止问题反弹。

    不合规::

        虽然工作任务十分繁重，所以我们更要加倍努力。

    不合规::

        不仅提高了办事效率，但是方便了群众。

    合规::

        只有加强监督检查，才能防止问题反弹。只要责任落实，就能见到成效。不仅没有减少，反而有所增加。只有在汛期来临时，就地转移群众。只有一名工作人员在岗，就餐时间轮流值守。
    """
    for pattern, first, right in _RIGHT:
        needs = (first,) if isinstance(first, str) else first
        for hit in context.prose.find(pattern, needs):
            begins = hit.words[: len(needs[0])]
            yield hit.problem(f"“{begins}……{hit['then']}……”关联词不配套，应为{right}")
