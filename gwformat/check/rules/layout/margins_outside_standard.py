"""L202: margins that give another type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.check.type_area import grid_of, margins_off
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.units import Emu


@rule(
    "L202",
    name="margins-outside-standard",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """公文用纸天头37 mm±1 mm，订口28 mm±1 mm，版心156 mm×225 mm。

    文字处理软件里的页边距有两种正确的写法：34.58/32.58 mm（GB/T 33476.2）和37/35 mm；左28 mm，右26 mm。

    不合规::

        ［页面 左边距］31.8毫米
        ［页面 右边距］31.8毫米

    不合规::

        ［页面 上边距］25.4毫米
        ［页面 下边距］25.4毫米

    合规::

        ［页面 上边距］37毫米
        ［页面 下边距］35毫米
        ［页面 左边距］28毫米
        ［页面 右边距］26毫米
    """
    assert context.formatting is not None and context.geometry is not None
    for said in context.formatting.sections:
        if said.landscape:
            continue
        section = context.geometry.full_page(said)
        sides = (section.top, section.right, section.bottom, section.left)
        measured = "上{:.2f}、右{:.2f}、下{:.2f}、左{:.2f} mm".format(*(Emu(side).mm for side in sides))
        families = [(grid.top, grid.right, grid.bottom, grid.left) for grid in context.profile.grids.values()]
        expected = "；或".join("上{:.2f}、右{:.2f}、下{:.2f}、左{:.2f} mm".format(*(s.mm for s in f)) for f in families)
        if margins_off(context, section):
            own = grid_of(context, section)
            value = " ".join(f"{side.mm:g}mm" for side in (own.top, own.right, own.bottom, own.left))
            fix = reformatted(None, Property.MARGINS, value)
            yield Problem(f"页边距为{measured}", here(context, section.first), fix, expected, measured)
        else:
            yield Measured("页边距", expected, measured)
