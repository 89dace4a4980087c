"""L248: a red line of unusual weight."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import head_line
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.units import Pt

_LOW, _HIGH = Pt(0.99), Pt(3.01)


@rule(
    "L248",
    name="head-line-weight",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版头分隔线的粗细标准没有规定，一般1～3磅。

    不合规::

        ［发文字号 下边框］0.25磅 FF0000

    合规::

        ［发文字号 下边框］2磅 FF0000
    """
    line = head_line(context) if context.has(Role.ISSUER_MARK) else None
    single = line is not None and line.compound == "single"  # a double line is as thick as what lies between
    if line is not None and single and not _LOW <= line.weight <= _HIGH:
        measured = f"{line.weight.pt:g}磅"
        yield Problem("版头分隔线的粗细不同一般", here(context, line.paragraph), expected="1～3磅", measured=measured)
