"""L231: words on a coloured ground."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import begins_paragraph, first_paragraph, paragraph_looks, wrong_characters
from gwformat.findings import Severity
from gwformat.ooxml.effective import RunLook, Shading


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

    不合规::

        ［正文 段落底纹］FFFF00

    合规::

        ［正文 颜色］000000
    """
    yield from wrong_characters(context, context.words, _fault)
    shaded = any(_fill(look.shading) for look in paragraph_looks(context))
    for element in context.words if shaded else ():
        if begins_paragraph(context, element) and not element.block.carrier:
            look = first_paragraph(context, element)
            if look is not None and (fill := _fill(look.shading)):
                yield Problem(f"段落加了底纹（{fill}）", element.whole)


def _fault(look: RunLook) -> str:
    if look.highlight:
        return f"文字加了突出显示（{look.highlight}）"
    fill = _fill(look.shading)
    return f"文字加了底纹（{fill}）" if fill else ""


def _fill(shading: Shading | None) -> str:
    fill = shading.fill if shading else None
    return fill if fill and fill.upper() != "FFFFFF" else ""
