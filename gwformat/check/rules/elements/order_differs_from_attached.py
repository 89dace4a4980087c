"""E204: an order and what it promulgates say different names or days."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_ISSUED = expression("^[\\s\u3000]*(?:现将|现公布|公布)?《(?P<name>[^《》]{3,50})》(?=.{0,60}(?:通过|公布))")
_DAY = r"自(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起(?:施行|实施|执行)"
_EFFECTIVE = expression(_DAY)
_OWN_EFFECTIVE = expression(rf"本(?:办法|规定|条例|细则|规则|章程|决定){_DAY}")


@rule(
    "E204",
    name="order-differs-from-attached",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """命令（令）公布的名称、施行日期与所附的办法、规定一致。

    不合规::

        ［文种］命令
        ［正文］《某某市供水办法》已经市人民政府常务会议通过，现予公布，自2026年8月1日起施行。
        ［附件标题］某某市供水管理办法

    合规::

        ［文种］命令
        ［正文］《某某市供水办法》已经市人民政府常务会议通过，现予公布，自2026年8月1日起施行。
        ［附件标题］某某市供水办法
    """
    titles = context.of(Role.ATTACHMENT_TITLE)
    body = context.own(Role.BODY)
    if context.kind is not Kind.ORDER or len(titles) != 1 or not body:
        return
    issued = _ISSUED.match(body[0].text)
    if issued and comparable(issued["name"]) != comparable(titles[0].text):
        message = f"公布的是“{issued['name']}”，所附的是“{titles[0].text.strip()}”，两处不一致"
        yield Problem(message, body[0].at(issued, "name"))
    said = {found["day"] for element in body for found in _EFFECTIVE.finditer(element.text)}
    for element in context.of(Role.ATTACHMENT_BODY):
        for found in _OWN_EFFECTIVE.finditer(element.text):
            if len(said) == 1 and found["day"] not in said:
                yield Problem(f"施行日期与命令所说的{next(iter(said))}不一致", element.at(found, "day"))
