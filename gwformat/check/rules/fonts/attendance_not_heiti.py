"""F333: the labels 出席, 请假, 列席 in another face than 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.pieces import parted, styled
from gwformat.expressions import expression
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.fonts.styles import style_of
from gwformat.model import ATTENDANCE_ROLES
from gwformat.profiles.schema import Slot

_LABEL = expression(r"\s*(?:出\s*席|请\s*假|列\s*席)(?:人员)?(?=[：:])")


@rule(
    "F333",
    name="attendance-not-heiti",
    clause="GB/T 9704-2012 10.3",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标注出席、请假、列席人员名单，一般用3号黑体字编排“出席”二字；纪要格式可以根据实际制定。

    不合规::

        ［文种］纪要
        ［出席 字体］仿宋

    合规::

        ［文种］纪要
    """
    for element in context.own(*ATTENDANCE_ROLES):
        label = _LABEL.match(element.text)
        for piece in (
            part for whole in styled(context, element) for part in parted(whole, label.end() if label else 0)
        ):
            if label is None or piece.where.start >= label.end() or not piece.text.strip():
                continue
            if piece.font is not None and style_of(piece.font.name) is not Slot.HEITI:
                fix = reformatted(piece.where, Property.FONT, context.fonts.families[Slot.HEITI])
                message = f"“{element.role}”一般用黑体，现为“{piece.font.name}”"
                yield Problem(message, piece.where, fix, "黑体", piece.font.name)
