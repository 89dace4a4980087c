"""E139: a person among those present and those absent."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import ATTENDANCE_ROLES, Role

_LABEL = expression(r"^\s*(?:出席|请假|缺席|列席)[^：:]{0,4}[：:]")
_REMARK = expression(r"（[^（）]*）|\([^()]*\)")
_OFFICE = expression("(?:书记|主任|经理|董事|中心|公司|[长员师委办科处室部局会院股])$")  # beside a name, and no name
_PARTED = expression(r"[\s，、；。,;\ufffc]+")


@rule(
    "E139",
    name="present-and-absent",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """纪要的出席、请假、列席名单中，同一人只列一处。

    不合规::

        ［文种］纪要
        ［出席］出席：市水务局张三，市财政局李四
        ［请假］请假：市水务局张三

    合规::

        ［文种］纪要
        ［出席］出席：市水务局张三，市财政局李四
        ［请假］请假：市教育局王五（出差）

    合规::

        ［文种］纪要
        ［出席］出席：副主任　张三　办公室　王五
        ［请假］请假：副主任　李四（出差）　办公室　赵六
    """
    listed: dict[str, Role] = {}
    for element in context.of(*ATTENDANCE_ROLES):
        words = _REMARK.sub("", _LABEL.sub("", element.text))
        for name in dict.fromkeys(filter(None, _PARTED.split(words))):
            before = listed.setdefault(name, element.role)
            if before is not element.role and len(name) > 1 and not _OFFICE.search(name):
                start = element.text.find(name)
                message = f"“{name}”既在{before.value}名单里，又在{element.role.value}名单里"
                yield Problem(message, element.span(start, start + len(name)))
