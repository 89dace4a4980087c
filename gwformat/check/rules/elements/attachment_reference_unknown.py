"""E137: 见附件3, and there are but two."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import NUMERAL, parse_number

_MENTION = expression(
    rf"(?:详见|见|参见|按照?|填写|填报|（)(?:本(?:通知|意见|函|报告|请示))?附件"
    rf"(?P<number>[1-9]\d?|[{NUMERAL}]{{1,3}})(?![号款条项\d])"
)


@rule(
    "E137",
    name="attachment-reference-unknown",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正文提到的附件，其顺序号应当在附件说明之中，写法也相同。

    不合规::

        ［附件］有
        防汛责任人名单见附件3。

    不合规::

        ［附件］有
        防汛责任人名单见附件一。

    不合规::

        ［附件］有
        ［附件说明］附件：防汛责任人名单
        防汛责任人名单见附件2。

    合规::

        ［附件］有
        防汛责任人名单见附件1，《某某市防汛预案》附件3不再执行。
    """
    announced = context.attached.announced
    numbers = {entry.number for entry in announced if entry.number is not None}
    if not announced or (len(announced) > 1 and len(numbers) < len(announced)):
        return
    for element in context.own_text if context.prose.holds("附件") else ():
        for found in _MENTION.finditer(element.text) if "附件" in element.text else ():
            said, number = found["number"], parse_number(found["number"])
            if len(announced) == 1 and not numbers:
                message = f"只有一个附件，“附件{said}”应为“附件”"
            elif number not in numbers:
                message = f"附件说明中没有附件{said}"
            elif not said.isdigit():
                message = f"“附件{said}”应为“附件{number}”"
            else:
                continue
            yield Problem(message, element.at(found))
