"""L239: a line of the head in another form."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import head_line, is_solid
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.profiles.schema import LineForm, LinePlace

_ONE, _TURNED = ("single", "thick"), "thinThick"


@rule(
    "L239",
    name="head-line-form",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版头中的分隔线是一条实线，不用双线、虚线和波浪线；信函的是上粗下细的双线（10.1）。

    不合规::

        ［发文字号 下边框］1.5磅 FF0000 double

    不合规::

        ［发文字号 下边框］1.5磅 FF0000 dashed

    不合规::

        ［文种］函
        ［去掉］抄送机关、印发机关、印发日期
        ［发文机关标志］某某市水务局
        ［发文机关标志 下边框］2磅 FF0000 single

    不合规::

        ［文种］函
        ［去掉］抄送机关、印发机关、印发日期
        ［发文机关标志］某某市水务局
        ［发文机关标志 下边框］2磅 FF0000 thinThickSmallGap

    合规::

        ［文种］函
        ［去掉］抄送机关、印发机关、印发日期
        ［发文机关标志］某某市水务局
        ［发文机关标志 下边框］2磅 FF0000 thickThinSmallGap

    合规::

        ［发文字号 下边框］1.5磅 FF0000
    """
    head = context.profile.head
    if not context.has(Role.ISSUER_MARK) or head.line_place is LinePlace.NONE:
        return
    line = head_line(context)
    if line is not None and head.line_form is not LineForm.SINGLE:
        # Only of a border it is sure that it is one line and which of the two is above.
        if line.kind == "border" and line.side == "bottom" and (line.compound in _ONE or line.compound == _TURNED):
            how = "一条单线" if line.compound in _ONE else "上细下粗"
            message = f"红色双线应上粗下细，现为{how}"
            yield Problem(message, here(context, line.paragraph), clause=head.clause)
    elif line is not None and not is_solid(line):
        yield Problem(f"版头分隔线应是一条实线，现为“{line.compound}”", here(context, line.paragraph))
