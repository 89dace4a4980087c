"""A line and its neighbours come in; its paragraph with the style of its role and the gaps of its place goes out."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.units import Emu
from gwformat.writers.docx.content import keeps_mark
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import PPR, SECTPR, Element, el, in_order, put
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import indents, style_id
from gwformat.writers.docx.tally import Tally

_NAMED = {
    w("ind"): "段落缩进",
    w("jc"): "对齐方式",
    w("spacing"): "行距和段距",
    w("numPr"): "自动编号",
    w("pBdr"): "段落边框",
    w("shd"): "段落底纹",
    w("tabs"): "制表位",
    w("framePr"): "图文框",
    w("pPrChange"): "格式修订记录",
}

_TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)


def restyle(node: Element, style: str, tally: Tally) -> Element:
    """Replace a paragraph's properties by a style; its section break and the tracked mark of its end stay."""
    old = node.find(PPR)
    new = el("pPr", el("pStyle", val=style))
    if old is not None:
        ours = (style_of(node) or "").startswith("gw-")
        for child in old:
            if not ours and child.tag in _NAMED:
                tally.removed(_NAMED[child.tag])
        marks = [copy.deepcopy(mark) for mark in keeps_mark(old)]
        if marks:
            new.append(el("rPr", *marks))
        section = old.find(SECTPR)
        if section is not None:
            new.append(section)
        node.remove(old)
    node.insert(0, new)
    return new


def style_of(node: Element) -> str | None:
    """The id of a paragraph's style."""
    style = node.find(f"{PPR}/{w('pStyle')}")
    return None if style is None else style.get(w("val"))


def space(ppr: Element, *, before: Emu | None = None, after: Emu | None = None, line: Emu | None = None) -> None:
    """Direct spacing; what is not said comes from the style."""
    spacing = el("spacing")
    if before is not None:
        spacing.set(w("before"), str(max(before.twips, 0)))
    if after is not None:
        spacing.set(w("after"), str(max(after.twips, 0)))
    if line is not None:
        spacing.set(w("line"), str(line.twips))
        spacing.set(w("lineRule"), "exact")
    put(ppr, spacing)


def dress_lines(placed: Sequence[Placed], setting: Setting, head_drawn: bool, tally: Tally) -> None:
    """Style all paragraphs between head and imprint."""
    body = [item for item in placed if item.line.blocks[0].carrier is None]
    for index, item in enumerate(body):
        ppr = restyle(item.node, style_id(item.line.role), tally)
        before = body[index - 1].line.role if index else None
        after = body[index + 1].line.role if index + 1 < len(body) else None
        _adjust(ppr, item.line.role, before, after, setting, head_drawn and index == 0)
        if item.line.role in _TITLES:
            _balance(ppr, item, setting)
        in_order(ppr)


def _balance(ppr: Element, item: Placed, setting: Setting) -> None:
    """A title of several lines: indents on both sides make them 梯形, never a full line and one character (B-3)."""
    if "\n" in item.line.text:
        return
    spec = setting.spec(item.line.role)
    width, column = setting.width(item.line.text, spec), setting.column(spec)
    most = setting.text_width // column
    count = -(-width // (most * column))
    if count < 2:
        return
    columns = min(most, -(-width // (count * column)) + 1)
    side = Emu((setting.text_width - columns * column) // 2)
    put(ppr, indents(left=side, right=side, first_line=Emu(0)))


def _adjust(
    ppr: Element, role: Role, before: Role | None, after: Role | None, setting: Setting, below_line: bool
) -> None:
    """Gaps that depend on the neighbours: a 题注 follows its title at once, notes stand together."""
    if below_line:
        spec = setting.spec(role)
        leading = Emu((setting.line(spec) - spec.size) // 2)  # gaps are measured between the characters (B-2a)
        space(ppr, before=Emu(setting.rows(setting.profile.head.title_gap) - leading))
    elif role is before and setting.spec(role).before:
        space(ppr, before=Emu(0))
    if after is Role.SUBTITLE and role in (Role.TITLE, Role.ATTACHMENT_TITLE, Role.SUBTITLE):
        space(ppr, before=_said(ppr), after=Emu(0))


def _said(ppr: Element) -> Emu | None:
    spacing = ppr.find(w("spacing"))
    value = None if spacing is None else spacing.get(w("before"))
    return None if value is None else Emu(int(value) * 635)
