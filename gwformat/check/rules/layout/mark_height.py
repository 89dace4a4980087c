"""L235: a mark that does not stand 35 mm below the type area's upper edge."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, clause_of_head, first_line, own_first, unverified
from gwformat.check.elements import Element
from gwformat.check.type_area import margins_off
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.units import Emu, Mm

_TOLERANCE, _OUTDATED = Mm(1.5), Mm(2.5)
_TYPE_AREA = Mm(37)  # its upper edge (5.2.1)
_WITHDRAWN = {25: "1999年旧标准的下行文位置", 80: "1999年旧标准的上行文位置"}  # mm below the type area's upper edge


@rule(
    "L235",
    name="mark-height",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """发文机关标志上边缘至版心上边缘为35 mm（距纸上边72 mm）。

    上行文也是35 mm；命令（令）为20 mm，信函为距纸上边30 mm（10.1、10.2）。25 mm和80 mm是已废止的1999年标准的规定。
    位置按字的外框计算。

    不合规::

        ［发文机关标志 段前］30毫米

    合规::

        ［发文机关标志 颜色］FF0000

    合规::

        ［页面 上边距］25.4毫米
        ［页面 下边距］25.4毫米
    """
    mark = own_first(context, Role.ISSUER_MARK)
    if mark is None:
        return
    line = first_line(context, mark)
    if isinstance(line, Unknown):
        yield unverified("发文机关标志的高度", line, mark)
        return
    wanted = context.profile.head.mark_top
    top, expected = Emu(line.top + _moved_by_margins(context, mark, line.top)), f"{wanted.mm:.0f} mm"
    if line.page not in (1, None):
        yield Problem("发文机关标志应在首页", mark.whole)
    elif abs(top - wanted) <= _TOLERANCE and top != line.top:
        return  # it stands right once the margins do, and these have a rule of their own
    elif abs(top - wanted) <= _TOLERANCE:
        yield Measured("发文机关标志上边缘距纸上边", expected, f"{top.mm:.1f} mm")
    else:
        below = Emu(wanted - _TYPE_AREA)
        general = below == Mm(35)
        old = next((said for mm, said in _WITHDRAWN.items() if abs(top - _TYPE_AREA - Mm(mm)) <= _OUTDATED), "")
        hint = f"；这是{old}，现行标准一律为35 mm" if old and general else _of_pictures(context, mark)
        where = f"距版心上边缘{below.mm:.0f} mm（距纸上边{expected}）" if below > 0 else f"距纸上边{expected}"
        now = "现" if top == line.top else "页边距改正以后"
        message = f"发文机关标志上边缘应{where}，{now}距纸上边{top.mm:.1f} mm{hint}"
        yield Problem(message, mark.whole, None, expected, f"{top.mm:.1f} mm", clause=clause_of_head(context))


def _of_pictures(context: Context, mark: Element) -> str:
    """What to do where the mark is a picture too high to stand in its place; "" where it is not."""
    carriers = (run.carrier for run in mark.block.runs if run.carrier is not None and run.carrier.floating is None)
    high = max((carrier.size[1] for carrier in carriers if carrier.size is not None), default=Emu(0))
    most = context.profile.head.joint_max_height
    if high <= most:
        return ""
    return f"；图片高{high.mm:.0f} mm，放在那里首页难以显示正文，应裁到{most.mm:.0f} mm以内"


def _moved_by_margins(context: Context, mark: Element, top: Emu) -> int:
    """How far the text will move once wrong margins are set right, in whichever of the two ways suits the mark."""
    assert context.formatting is not None and context.geometry is not None
    # The first page of a letter has margins of its own, so it is full pages that tell how far the text is off.
    page = context.geometry.full_page(context.formatting.section_of(mark.first_paragraph))
    if not margins_off(context, page):
        return 0
    moves = [grid.top - page.top for grid in context.profile.grids.values()]
    return min(moves, key=lambda move: abs(top + move - context.profile.head.mark_top))
