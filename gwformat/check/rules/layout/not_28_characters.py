"""L208: lines that do not hold 28 characters."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.looks import text_paragraphs
from gwformat.check.pieces import styled
from gwformat.check.type_area import margins_off, type_area
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.ooxml.effective import RunLook, SectionLook
from gwformat.units import Hao


@rule(
    "L208",
    name="not-28-characters",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """一般每行排28个字，撑满版心。

    三号字16磅，28字宽158 mm，版心宽156 mm：不减字距时每行只有27字。页边距不对的，按改正以后的版心计算。

    不合规::

        ［正文 字距］0磅

    合规::

        ［正文 字距］-0.25磅

    合规::

        ［页面 左边距］31.8毫米
        ［页面 右边距］31.8毫米
        ［正文 字距］-0.25磅
    """
    assert context.formatting is not None
    wanted = context.profile.grids[context.profile.default_grid].columns
    measured = False
    known: dict[tuple[int, int], int] = {}  # by look and section, of which there are few
    for element, _ in text_paragraphs(context):
        section = context.formatting.section_of(element.first_paragraph)
        for piece in styled(context, element):
            size = piece.look.size
            if not piece.han or size != Hao("三号") or section.landscape:
                continue
            key = id(piece.look), section.first
            if key not in known:
                known[key] = _characters(context, section, piece.look)
            found = known[key]
            if found != wanted:
                fix = reformatted(element.whole, Property.TRACKING, "-6tw")
                yield Problem(f"每行排{found}个字，应为{wanted}个", element.whole, fix, f"{wanted}字", f"{found}字")
            elif not measured and not margins_off(context, section):
                measured = True
                yield Measured("每行字数", f"{wanted}字", f"{found}字")
            break


def _characters(context: Context, section: SectionLook, look: RunLook) -> int:
    """How many characters set so a line holds, its margins set right."""
    assert context.formatting is not None
    usual = context.formatting.default_size
    cell = section.grid.char_pitch(usual) if look.snap_to_grid else None
    advance = (cell + look.size - usual if cell else look.size) + look.tracking
    width, _ = type_area(context, section)
    return int(width // advance)
