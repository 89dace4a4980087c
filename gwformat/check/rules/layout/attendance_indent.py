"""L309: 出席, 请假, 列席 that do not begin two characters in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import blanks_before, first_line_indent, is_off_left
from gwformat.check.looks import first_paragraph, in_characters
from gwformat.findings import Severity
from gwformat.model import ATTENDANCE_ROLES

_WANTED, _TOLERANCE = 2, 0.4  # 字


@rule(
    "L309",
    name="attendance-indent",
    clause="GB/T 9704-2012 10.3",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标注出席、请假、列席人员名单，一般左空二字编排“出席”二字；纪要格式可以根据实际制定。

    不合规::

        ［文种］纪要
        ［出席 左缩进］0字
        ［出席 悬挂缩进］0字

    合规::

        ［文种］纪要
    """
    for element in context.own(*ATTENDANCE_ROLES):
        look = first_paragraph(context, element)
        if look is None or look.in_table or look.in_text_box or is_off_left(look):
            continue
        left = first_line_indent(context, element, look) + blanks_before(element)
        if abs(left - _WANTED) > _TOLERANCE:
            said = in_characters(left)
            yield Problem(f"“{element.role}”左空{said}，一般左空二字", element.whole, None, "2字", said)
