"""F326: the vertical variant of a font."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Severity
from gwformat.ooxml.effective import RunLook


@rule(
    "F326",
    name="vertical-face",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """横排文字不用竖排字体（名称以“@”开头）。

    不合规::

        ［正文 字体］@仿宋

    合规::

        ［正文 字体］仿宋
    """
    yield from wrong_characters(context, context.words, _fault)


def _fault(look: RunLook) -> str:
    name = look.east_asia.name
    return f"“{name}”是竖排字体，横排时字是倒的" if name.startswith("@") else ""
