"""L258: a title that does not stand two lines below the red line."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, gap, last_line, own_first, red_line, rows_apart
from gwformat.check.elements import Element
from gwformat.check.lines import head_line
from gwformat.findings import Severity
from gwformat.model import HEAD_ROLES, Role
from gwformat.profiles.schema import LinePlace
from gwformat.units import Emu


@rule(
    "L258",
    name="title-distance",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """标题编排于红色分隔线下空二行位置；信函的标题与其上最后一个要素相距二行（10.1）。

    二行是20.78 mm（GB/T 33476.2-2016 7.2.1）；空两个整行、连同行间的空白是25.6 mm。

    不合规::

        ［标题 段前］5毫米

    不合规::

        ［标题 段前］40毫米

    合规::

        ［标题］某某市人民政府办公室关于做好2026年汛期城区河道巡查和值班工作的通知
    """
    title = own_first(context, Role.TITLE)
    if title is None or not context.has(Role.ISSUER_MARK) or _is_below_text(context, title):
        return
    if context.profile.head.line_place is not LinePlace.NUMBER:
        yield from _below_elements(context, title)
        return
    stroke = red_line(context)
    if stroke is None or head_line(context) is None:
        return
    line = first_line(context, title)
    found: Emu | Unknown | None
    if isinstance(stroke, Unknown) or isinstance(line, Unknown):
        found = stroke if isinstance(stroke, Unknown) else line if isinstance(line, Unknown) else None
    else:
        found = Emu(line.top - stroke.y) if line.side == stroke.side else None
    yield from rows_apart(found, 2, "红色分隔线与标题的距离", title, "标题应在红色分隔线下空二行")


def _is_below_text(context: Context, title: Element) -> bool:
    """Whether words that are no element of the head stand between it and the title: 【按】 of a bulletin."""
    last = max((element.number for element in context.own(*HEAD_ROLES) if element.number < title.number), default=None)
    return last is not None and any(last < element.number < title.number for element in context.words)


def _below_elements(context: Context, title: Element) -> Iterator[Problem | Measured]:
    """The distance to the lowest of the elements above (10.1)."""
    lines = [last_line(context, element) for element in context.own(*HEAD_ROLES)]
    known = [line for line in lines if not isinstance(line, Unknown)]
    lowest = max(known, key=lambda line: (line.side, line.bottom)) if len(known) == len(lines) else lines[0]
    found = gap(lowest, first_line(context, title))
    yield from rows_apart(found, 2, "标题与其上要素的距离", title, "标题应与其上最后一个要素相距二行")
