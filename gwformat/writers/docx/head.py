"""版头 (7.2): the placed lines of the head come in; the nodes that stand above the title go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.units import Emu, Mm, Pt
from gwformat.writers.docx.look import restyle, space
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import RPR, Element, R, el, paragraph, put
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import indents, style_id
from gwformat.writers.docx.tally import Tally

_MARGIN_ROLES = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY)
_BORDER_SPACE_MAX = Pt(31)  # what w:space can say


def draw(placed: Sequence[Placed], setting: Setting, tally: Tally) -> list[Element]:
    """All nodes of the head in order; none of the mark and the line if the draft has neither mark nor number."""
    by_role = {role: [item.node for item in placed if item.line.role is role] for role in Role}
    for item in placed:
        restyle(item.node, style_id(item.line.role), tally)
    top = [node for role in _MARGIN_ROLES for node in by_role[role]]
    marks = [item for item in placed if item.line.role is Role.ISSUER_MARK]
    numbers, signers = by_role[Role.DOC_NUMBER], by_role[Role.SIGNER]
    rest = by_role[Role.ORDER_NUMBER]
    if not has_line(placed):
        return [*top, *rest]
    used = Emu(setting.grid.top + setting.rows(len(top)))
    gap = Emu(setting.profile.head.mark_top - used)
    if marks:
        _fit(marks, setting)
        _space(marks[0].node, before=gap)
        gap = Emu(0)
        _space(marks[-1].node, after=setting.rows(setting.profile.head.number_gap))
    else:
        gap = Emu(gap + setting.profile.head.mark_max_height + setting.rows(setting.profile.head.number_gap))
    if signers:
        line: list[Element] = [_upward_line(numbers, signers, placed, gap, setting)]
    else:
        line = _number_line(numbers, gap, setting)
    return [*top, *(item.node for item in marks), *line, *rest]


def has_line(placed: Sequence[Placed]) -> bool:
    """Whether a red line is drawn: a mark or a number stands above it."""
    return any(item.line.role in (Role.ISSUER_MARK, Role.DOC_NUMBER, Role.SIGNER) for item in placed)


def _space(node: Element, before: Emu | None = None, after: Emu | None = None) -> None:
    """Add to the direct spacing a node already has."""
    ppr = node[0]
    old = ppr.find(w("spacing"))
    said = {} if old is None else {str(key): str(value) for key, value in old.attrib.items()}
    space(ppr, before=before, after=after)
    new = ppr.find(w("spacing"))
    assert new is not None
    new.attrib.update({key: value for key, value in said.items() if key not in new.attrib})


def _fit(marks: Sequence[Placed], setting: Setting) -> None:
    """One size and one character scale for all organs: as large as the longest fits on one line (H-8)."""
    head, spec = setting.profile.head, setting.spec(Role.ISSUER_MARK)
    lines = [line for item in marks for line in item.line.text.split("\n")]
    ems = max((setting.fonts.width(line, spec.slot) for line in lines), default=1.0) or 1.0
    width = min(head.mark_max_width, setting.text_width)
    size = Pt(int(min(spec.size, head.mark_max_height).pt))
    scale = min(100, int(100 * width / (ems * size)))
    if scale < head.mark_min_scale:
        scale = head.mark_min_scale
        size = Pt(int(2 * Emu(round(100 * width / (ems * scale))).pt) / 2)
    for item in marks:
        space(item.node[0], line=size)
        for run in item.node.iter(R):
            _scale(run, size, scale)


def _scale(run: Element, size: Emu, scale: int) -> None:
    rpr = run.find(RPR)
    if rpr is None:
        rpr = el("rPr")
        run.insert(0, rpr)
    put(rpr, el("w", val=scale))
    put(rpr, el("sz", val=size.half_points))
    put(rpr, el("szCs", val=size.half_points))


def _number_line(numbers: list[Element], gap: Emu, setting: Setting) -> list[Element]:
    """The number centred above the line; without one its place stays free."""
    nodes = numbers or [paragraph(style_id(Role.DOC_NUMBER))]
    if gap > 0:
        _space(nodes[0], before=gap)
    put(nodes[-1][0], el("pBdr", _red_line("bottom", setting, _distance(setting))))
    return nodes


def _red_line(side: str, setting: Setting, distance: Emu) -> Element:
    head = setting.profile.head
    return el(side, val="single", sz=head.line_weight.eighths, space=int(distance.pt), color=head.line_color)


def _distance(setting: Setting) -> Emu:
    """From the number's lower edge to the upper edge of the line, whose middle is 4 mm away (7.2.7).

    Borders keep their distance in whole points; rounding down makes up for what LibreOffice leaves below a line.
    """
    head = setting.profile.head
    return Pt(int(min(Emu(head.line_gap - head.line_weight // 2), _BORDER_SPACE_MAX).pt))


def _upward_line(
    numbers: list[Element], signers: list[Element], placed: Sequence[Placed], gap: Emu, setting: Setting
) -> Element:
    """上行文 (H-12, H-13): number left, 签发人 right on one line, in a table whose lower edge is the red line."""
    head, spec = setting.profile.head, setting.spec(Role.SIGNER)
    widths = [setting.width(item.line.text, spec) for item in placed if item.line.role is Role.SIGNER]
    indent = setting.columns(spec, spec.right)
    right = Emu(min(max(widths) + indent + spec.size, setting.text_width * 2 // 3))
    left = Emu(setting.text_width - right)
    numbers = numbers or [paragraph(style_id(Role.DOC_NUMBER))]
    for node in numbers:
        put(node[0], indents(left=setting.columns(spec, head.upward_indent), right=Emu(0), first_line=Emu(0)))
        put(node[0], el("jc", val="left"))
    for nodes in (numbers, signers):
        if gap > 0:
            _space(nodes[0], before=gap)
        _space(nodes[-1], after=Emu(_distance(setting)))
    table = borderless_table([left, right], [[numbers, signers]], valign="bottom")
    borders = el("tblBorders", _red_line("bottom", setting, Mm(0)))
    put(table[0], borders)
    return table


def borderless_table(widths: Sequence[Emu], rows: Sequence[Sequence[list[Element]]], valign: str = "top") -> Element:
    """A table of fixed columns without margins or lines, whose cells hold the given paragraphs."""
    total = Emu(sum(widths))
    mar = el("tblCellMar", *(el(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    table = el(
        "tbl",
        el(
            "tblPr",
            el("tblW", w=total.twips, type="dxa"),
            el("tblInd", w=0, type="dxa"),
            el("tblLayout", type="fixed"),
            mar,
        ),
        el("tblGrid", *(el("gridCol", w=width.twips) for width in widths)),
    )
    for row in rows:
        tr = el("tr", el("trPr", el("cantSplit")))
        span = len(widths) - len(row) + 1
        for index, nodes in enumerate(row):
            width = total if span > 1 else widths[index]
            tcpr = el("tcPr", el("tcW", w=width.twips, type="dxa"))
            if span > 1:
                tcpr.append(el("gridSpan", val=span))
            tcpr.append(el("vAlign", val=valign))
            tr.append(el("tc", tcpr, *nodes))
        table.append(tr)
    return table
