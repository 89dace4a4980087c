"""E141: the mark of second-level numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import Item, mark_problem
from gwformat.findings import Fix, Rewording, Safety, Severity
from gwformat.text import numerals

_FULL_WIDTH = str.maketrans("()", "（）")


@rule(
    "E141",
    name="level-two-mark",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """第二层序数用“（一）”，圆括号为全角，后面不加标点。

    不合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）、明确分工
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［二级标题］（二）、严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一、落实工作责任
        ［二级标题］(一)明确分工
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［二级标题］(二)严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        (一)各级各部门按照职责分工落实责任，责任人名单报市防汛抗旱指挥部备案。
        (二)防汛工作纳入年度考核，考核办法由市水务局另行制定。

    合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）明确分工
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［二级标题］（二）严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    typed: list[tuple[Item, str]] = []  # numbered text in half-width brackets: one slip, told once
    for item in context.outline:
        if item.level != 2 or item.number is None:
            continue
        right = f"（{numerals.to_chinese(item.number)}）"
        if not item.heading and item.mark.translate(_FULL_WIDTH) == right != item.mark:
            typed.append((item, right))
        elif item.mark != right:
            yield mark_problem(item, right, official=context.official)
    if typed:
        yield _in_half_width(typed)


def _in_half_width(typed: Sequence[tuple[Item, str]]) -> Problem:
    first, right = typed[0]
    places = [item.element.span(item.start, item.end) for item, _ in typed]
    steps = tuple(Rewording(where, new) for where, (_, new) in zip(places, typed, strict=True))
    count = f"（共{len(typed)}处）" if len(typed) > 1 else ""
    message = f"“{first.mark}”应为“{right}”{count}"
    return Problem(message, places[0], Fix(right, Safety.SAFE, steps), severity=Severity.WARNING)
