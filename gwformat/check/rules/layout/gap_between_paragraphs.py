"""L209: gaps between paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import text_looks
from gwformat.check.looks import text_paragraphs
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import HEADINGS, Role
from gwformat.units import Pt

_NOTHING = Pt(0.5)


@rule(
    "L209",
    name="gap-between-paragraphs",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文段落之间不加段前、段后距。

    不合规::

        ［正文 段后］6磅

    合规::

        ［正文 段后］0磅
    """
    if all(look.before.emu <= _NOTHING and look.after.emu <= _NOTHING for look in text_looks(context)):
        return
    for number, (element, look) in enumerate(text_paragraphs(context)):
        if element.role in HEADINGS:
            continue
        for prop, gap in ((Property.BEFORE, look.before), (Property.AFTER, look.after)):
            # From what stands above the text: below 主送机关 it begins on the next line (7.3.3).
            above = number == 0 and prop is Property.BEFORE and not context.own(Role.ADDRESSEE)
            if gap.emu > _NOTHING and not above:
                fix = reformatted(element.whole, prop, "0pt")
                yield Problem(f"{prop.value}距{gap.emu.pt:g}磅，应为0", element.whole, fix, "0磅", f"{gap.emu.pt:g}磅")
