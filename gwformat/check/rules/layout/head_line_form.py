"""L239: a line of the head in another form."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import head_line, is_solid
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.profiles.schema import LineForm, LinePlace


@rule(
    "L239",
    name="head-line-form",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版头中的分隔线是一条实线，不用双线、虚线和波浪线。

    不合规::

        ［发文字号 下边框］1.5磅 FF0000 double

    不合规::

        ［发文字号 下边框］1.5磅 FF0000 dashed

    合规::

        ［发文字号 下边框］1.5磅 FF0000
    """
    head = context.profile.head
    if not context.has(Role.ISSUER_MARK) or head.line_place is LinePlace.NONE or head.line_form is not LineForm.SINGLE:
        return
    line = head_line(context)
    if line is not None and not is_solid(line):
        yield Problem(f"版头分隔线应是一条实线，现为“{line.compound}”", here(context, line.paragraph))
