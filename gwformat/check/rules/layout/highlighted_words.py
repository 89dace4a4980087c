"""L231: words on a coloured ground."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Severity
from gwformat.ooxml.effective import RunLook


@rule(
    "L231",
    name="highlighted-words",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """公文的文字不加底色；突出显示和底纹是审改的痕迹，印发前应去掉。

    不合规::

        ［正文 突出显示］yellow

    不合规::

        ［正文 底纹］FFFF00

    合规::

        ［正文 颜色］000000
    """
    yield from wrong_characters(context, context.words, _fault)


def _fault(look: RunLook) -> str:
    if look.highlight:
        return f"文字加了突出显示（{look.highlight}）"
    fill = look.shading.fill if look.shading else None
    return f"文字加了底纹（{fill}）" if fill and fill != "FFFFFF" else ""
