"""L234: words struck through."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Severity
from gwformat.ooxml.effective import RunLook


@rule(
    "L234",
    name="struck-words",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """定稿不应有删除线。

    不合规::

        ［正文 删除线］有

    合规::

        ［正文 删除线］无
    """
    yield from wrong_characters(context, context.words, _fault)


def _fault(look: RunLook) -> str:
    return "文字加了删除线" if look.strike or look.double_strike else ""
