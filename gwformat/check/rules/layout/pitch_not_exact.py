"""L206: a line pitch that depends on the font."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.kinds import text_looks
from gwformat.check.looks import text_paragraphs
from gwformat.check.type_area import grid_of
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.fonts.system import EM_ASCENT
from gwformat.model import CarrierKind
from gwformat.units import Emu

_DRAWN = frozenset(
    (
        *(CarrierKind.IMAGE, CarrierKind.SHAPE, CarrierKind.CHART, CarrierKind.SMART_ART, CarrierKind.OLE_OBJECT),
        *(CarrierKind.TEXT_BOX, CarrierKind.FORMULA, CarrierKind.RUBY),
    )
)


@rule(
    "L206",
    name="pitch-not-exact",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """每面22行要用固定行距；按倍数或最小值设的行距随字体变化，不同软件排出的行数不同。

    不合规::

        ［正文 行距］1.5倍

    合规::

        ［正文 行距］28.95磅
    """
    assert context.formatting is not None and context.geometry is not None
    if all(look.line.exact is not None for look in text_looks(context)):
        return
    for element, look in text_paragraphs(context):
        if look.line.exact is None:
            said = (
                f"{round(look.line.times, 2):g}倍" if look.line.times else f"最小{(look.line.pitch or Emu(0)).pt:g}磅"
            )
            section = context.geometry.full_page(context.formatting.section_of(element.first_paragraph))
            pitch = grid_of(context, section).pitch
            if _would_be_cut(element, pitch):
                continue
            fix = reformatted(element.whole, Property.PITCH, f"{pitch.twips}tw")
            yield Problem(f"行距是{said}，不是固定值", element.whole, fix, measured=said)


def _would_be_cut(element: Element, pitch: Emu) -> bool:
    """Whether a picture or a formula among the words is, or may be, higher than lines of an exact pitch show."""
    inside = (run.carrier for run in element.block.runs if run.carrier is not None)
    heights = (one.size[1] if one.size else None for one in inside if one.kind in _DRAWN and one.floating is None)
    return any(height is None or height > EM_ASCENT * pitch for height in heights)
