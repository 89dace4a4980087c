"""E187: the order of 出席, 请假, 列席."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import ATTENDANCE_ROLES


@rule(
    "E187",
    name="attendance-order",
    clause="GB/T 9704-2012 10.3",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """纪要的人员名单依次为出席、请假、列席，各自另起一行。

    纪要格式可以由各单位自定，因此只作提示。

    不合规::

        ［文种］纪要
        ［移动］列席 到 正文 之后

    合规::

        ［文种］纪要
    """
    found = [elements[0] for role in ATTENDANCE_ROLES if (elements := context.own(role))]
    for above, below in pairwise(found):
        if below.number < above.number:
            yield Problem(f"{below.role.value}应在{above.role.value}之后", below.whole)
