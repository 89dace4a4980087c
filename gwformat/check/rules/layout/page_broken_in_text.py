"""L305: a page ended by hand in the middle of the text, much of it left empty."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.distances import stands
from gwformat.check.elements import Element
from gwformat.check.geometry import PlacedLine
from gwformat.check.kinds import text_looks
from gwformat.findings import Location, Severity, Span
from gwformat.model import OBJECT, TEXT_ROLES, CarrierKind
from gwformat.ooxml.effective import Formatting
from gwformat.units import Emu

_FEW = 3  # lines: fewer may have gone over with a heading or to the sign-off (7.3.5.5)
_MANY = 7  # a third of a page


@rule(
    "L305",
    name="page-broken-in-text",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文接排，中间不用分页符、分节符和“段前分页”另起一页，使一面空着许多行。

    空着三分之一页以上的作警告，三行以上的作提示；算不出空多少行的不报。附件另面编排、换成横排的一节，不在此列。

    不合规::

        各级各部门要落实防汛责任，加强值班值守。
        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题 段前分页］有

    合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60
    """
    formatting = context.formatting
    assert formatting is not None
    if not context.official or not _may_break(context):
        return
    above: Element | None = None  # the text before, nothing but empty paragraphs and breaks in between
    broken: Span | Location | None = None
    for element in context.elements:
        if element.role not in TEXT_ROLES or element.block.attachment or element.block.carrier is not None:
            if element.text.strip() or element.block.carrier is not None:
                above = broken = None
            continue
        breaks = [at for at, run in _runs(element) if run]
        words = element.text.replace(OBJECT, "").strip()
        starts = [at for at in breaks if not element.text[:at].replace(OBJECT, "").strip()]
        if starts:
            broken = element.span(starts[0], starts[0] + 1)
        if not words:
            continue
        on_new_page = above is not None and _new_page(formatting, above, element)
        if on_new_page or formatting.paragraph(element.first_paragraph).page_break_before:
            broken = element.whole
        if above is not None and broken is not None:
            yield from _told(context, formatting, above, broken)
        ends = [at for at in breaks if not element.text[at:].replace(OBJECT, "").strip()]
        above, broken = element, (element.span(ends[0], ends[0] + 1) if ends else None)


def _new_page(formatting: Formatting, above: Element, element: Element) -> bool:
    """Whether a section that begins a page stands between the two, for no other paper."""
    one, other = (formatting.section_of(each.first_paragraph) for each in (above, element))
    return one is not other and other.type != "continuous" and one.landscape == other.landscape


def _may_break(context: Context) -> bool:
    """The cheap question whether any page is ended by hand at all."""
    if any(kind is CarrierKind.PAGE_BREAK for kind, _ in context.draft.carriers):
        return True
    assert context.formatting is not None
    if len(context.formatting.sections) > 1:
        return True
    return any(look.page_break_before for look in text_looks(context))


def _runs(element: Element) -> Iterator[tuple[int, bool]]:
    """Where each run of an element begins, and whether it is a page break."""
    position = 0
    for run in element.block.runs:
        yield position, run.breaks_page
        position += len(run.text)


def _told(context: Context, formatting: Formatting, above: Element, broken: Span | Location) -> Iterator[Problem]:
    left = _left_empty(context, formatting, above)
    if left is not None and left >= _FEW:
        severity = None if left >= _MANY else Severity.INFO
        yield Problem(f"正文中间另起一页，前一页空着{left}行", broken, severity=severity, measured=f"{left}行")


def _left_empty(context: Context, formatting: Formatting, above: Element) -> int | None:
    """How many more lines the page of a paragraph's last line would hold; None if that is not known."""
    assert context.geometry is not None
    placed = stands(context, above)[-1:]
    line: PlacedLine | None = placed[0].lines[-1] if placed and placed[0].is_whole else None
    rows = context.geometry.rows(above.first_paragraph)
    if line is None or not rows:
        return None
    section = context.geometry.full_page(formatting.section_of(above.first_paragraph))
    room = section.height - section.bottom - line.bottom
    return int(Emu(room) * rows // section.text_height)
