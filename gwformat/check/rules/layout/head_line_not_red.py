"""L246: a line below the head that is not red."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import head_line, is_dull, is_red
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L246",
    name="head-line-not-red",
    clause="GB/T 9704-2012 7.2.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版头中的分隔线为红色。

    暗红、浅红与红色油墨（Y80%、M80%）印出的不同，只作提示。

    不合规::

        ［发文字号 下边框］1.5磅 000000

    不合规::

        ［发文字号 下边框］1.5磅 C00000

    合规::

        ［发文字号 下边框］1.5磅 FF0000
    """
    line = head_line(context) if context.has(Role.ISSUER_MARK) else None
    if line is not None and not is_red(line.color):
        yield Problem(f"版头分隔线应为红色，现为{line.color or '黑色'}", here(context, line.paragraph))
    elif line is not None and is_dull(line.color):
        message = f"版头分隔线的红色是{line.color}，印制的红色用FF0000"
        yield Problem(message, here(context, line.paragraph), severity=Severity.INFO)
