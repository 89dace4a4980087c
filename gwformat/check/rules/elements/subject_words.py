"""E175: 主题词 in the imprint."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_WORDS = expression(r"[\s\ufffc]*主\s*题\s*词\s*[:：∶]")


@rule(
    "E175",
    name="subject-words",
    clause="GB/T 9704-2012 7.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """版记中没有主题词，2012年版标准已将其取消。

    不合规::

        ［其他］主题词：防汛　工作　通知

    合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室。
    """
    signed = context.own(Role.DATE, Role.SIGNATURE, Role.BODY)
    for element in context.of(Role.OTHER):
        if found := _WORDS.match(element.text):
            # Above the text it is a line of a web page, not of the imprint.
            severity = None if not signed or element.number > signed[0].number else Severity.INFO
            yield Problem("主题词已取消，应删去", element.at(found), severity=severity)
