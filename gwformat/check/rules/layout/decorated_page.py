"""L238: borders, line numbers, a ground or another direction of a whole page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.ooxml.effective import SectionLook

_UPRIGHT = frozenset(("lrTb", "lrTbV", "lr", "tb"))


@rule(
    "L238",
    name="decorated-page",
    clause="GB/T 9704-2012 6.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版面干净：页面不加边框、行号和背景色，文字横排，从版心上边缘排起。

    不合规::

        ［页面 边框］single

    不合规::

        ［页面 行号］1

    不合规::

        ［页面 背景］CCFFCC

    不合规::

        ［页面 垂直对齐］center

    不合规::

        ［页面 文字方向］tbRl

    合规::

        ［页面 边框］none
        ［页面 背景］FFFFFF
    """
    formatting = context.formatting
    assert formatting is not None
    if not context.official:
        return
    for section in formatting.sections:
        for said in _faults(section):
            yield Problem(said, here(context, section.first))
    colour = formatting.background
    if colour is not None and colour.upper() not in ("FFFFFF", "AUTO"):
        yield Problem(f"页面加了背景色（{colour}）", here(context, 1))


def _faults(section: SectionLook) -> Iterator[str]:
    if section.bordered:
        yield "页面加了边框"
    if section.line_numbers:
        yield "页面加了行号"
    if section.vertical != "top":
        yield "页面的垂直对齐方式不是顶端对齐"
    if section.text_direction not in _UPRIGHT and not section.landscape:
        yield "文字不是横排"
