"""T609: what is always named in the same order is named in another, or not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gwformat.check import Context, Problem, rule
from gwformat.check.terms import FixedList
from gwformat.expressions import expression
from gwformat.findings import Severity

_BETWEEN = "[、，和及”“]{0,3}"


@rule(
    "T609",
    name="fixed-list-differs",
    clause="条例 第十九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """新发展理念、“四个意识”、社会主义核心价值观等并列的说法，次序不颠倒，不缺项。

    不合规::

        要贯彻创新、绿色、协调、开放、共享的新发展理念。

    不合规::

        坚定道路自信、理论自信、文化自信，落实各项任务。

    合规::

        贯彻创新、协调、绿色、开放、共享的新发展理念，坚定道路自信、理论自信、制度自信、文化自信，反对形式主义、官僚主义。
    """
    for name, fixed in context.terms.fixed_lists.items():
        pattern = _in_a_row(fixed.members)
        for hit in context.prose.find(pattern, fixed.members[-1:] + fixed.members[-2:-1]):
            said = _member(fixed.members).findall(hit.words)
            if _differs(said, fixed, alone=not hit.before.endswith("、") and not hit.after.startswith("、")):
                order = "、".join(fixed.members)
                yield hit.problem(f"{name}应为“{order}”，次序、项目请核对", expected=order, measured=hit.words)


def _differs(said: list[str], fixed: FixedList, *, alone: bool) -> bool:
    """Whether all of the members stand in another order, or one of a list that is always whole is missing."""
    if len(said) != len(set(said)):
        return False
    if len(said) == len(fixed.members):
        return tuple(said) != fixed.members
    return fixed.whole and alone


@cache
def _in_a_row(members: tuple[str, ...]) -> re.Pattern[str]:
    """All of `members` or all but one, one after the other."""
    one = "|".join(members)
    return expression(f"(?:{one})(?:{_BETWEEN}(?:{one})){{{len(members) - 2},}}")


@cache
def _member(members: tuple[str, ...]) -> re.Pattern[str]:
    """One of `members`."""
    return expression("|".join(members))
