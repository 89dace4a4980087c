"""E188: the words before the names in minutes."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_LEAD = expression(r"\s*([^：:]{2,8}[：:]\s*)")
_RIGHT = {Role.ATTENDEES: "出席：", Role.ABSENTEES: "请假：", Role.OBSERVERS: "列席："}


@rule(
    "E188",
    name="attendance-label",
    clause="GB/T 9704-2012 10.3",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """纪要标注人员名单的字样为“出席”“请假”“列席”，后加全角冒号。

    纪要格式可以由各单位自定，因此只作提示。

    不合规::

        ［文种］纪要
        ［出席］参加人员:市水务局张三，市财政局李四

    合规::

        ［文种］纪要
    """
    for role, right in _RIGHT.items():
        for element in context.own(role):
            found = _LEAD.match(element.text)
            if found and found[1].rstrip() != right:
                yield Problem(f"“{found[1].strip()}”一般写作“{right}”", element.at(found, 1), expected=right)
