"""L201: paper that is not A4."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.units import Mm

_TOLERANCE = Mm(0.5)


@rule(
    "L201",
    name="paper-not-a4",
    clause="GB/T 9704-2012 5.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """公文用纸采用A4型纸，成品幅面尺寸为210 mm×297 mm。

    不合规::

        ［页面 纸张］184毫米×260毫米

    合规::

        ［页面 纸张］A4
    """
    assert context.formatting is not None
    paper = context.profile.paper
    for section in context.formatting.sections:
        short, long = sorted((section.width, section.height))
        measured = f"{short.mm:.0f} mm×{long.mm:.0f} mm"
        if abs(short - paper.width) > _TOLERANCE or abs(long - paper.height) > _TOLERANCE:
            fix = reformatted(None, Property.PAPER, "210mm×297mm")
            where = here(context, section.first)
            yield Problem(f"纸张为{measured}，应为A4", where, fix, "210 mm×297 mm", measured)
        else:
            yield Measured("纸张", "210 mm×297 mm", measured)
