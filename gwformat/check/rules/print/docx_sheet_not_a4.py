"""P764: a docx whose paper is not A4."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P764",
    name="docx-sheet-not-a4",
    clause="GB/T 9704-2012 5.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """付印的 docx 各节的纸张都是 A4。

    本程序排出的页面总是 A4；docx 自己写的纸张不是 A4 的，在别的软件里印出来仍不是。

    不合规::

        ［印件］docx 的纸张是 Letter

    合规::

        ［印件］干净的 docx
    """
    formatting = printable.source.formatting if printable.source is not None else None
    if formatting is None:
        return
    sheet = printable.figures.sheet
    for number, section in enumerate(formatting.sections, 1):
        short, long = sorted((section.width.mm, section.height.mm))
        if max(abs(short - sheet.width.mm), abs(long - sheet.height.mm)) > sheet.tolerance.mm:
            size = f"{short:.1f} × {long:.1f} mm"
            yield Problem(f"第 {number} 节的纸张不是 A4", expected="210 × 297 mm", measured=size)
