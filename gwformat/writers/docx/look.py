"""Placed passages come in; their paragraphs with the style of the role and what the place adds go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gwformat.layout.facts import PageFacts
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.setting import Setting
from gwformat.setting.text import is_below_break, settle
from gwformat.text.scripts import is_from_right
from gwformat.units import Emu
from gwformat.writers.docx.content import keeps_mark
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import (
    PPR,
    RPR,
    SECTPR,
    Element,
    P,
    R,
    T,
    child,
    clone,
    el,
    in_order,
    is_on,
    on_off,
    put,
)
from gwformat.writers.docx.page_end import end_page
from gwformat.writers.docx.styles import JC, indents, style_id
from gwformat.writers.docx.tally import Tally
from gwformat.writers.docx.top_rows import Top

_STYLE, _BIDI = w("pStyle"), w("bidi")
_NAMED = {
    w("ind"): "段落缩进",
    w("jc"): "对齐方式",
    w("spacing"): "行距和段距",
    w("numPr"): "自动编号",
    w("pBdr"): "段落边框",
    w("shd"): "段落底纹",
    w("tabs"): "制表位",
    w("framePr"): "图文框",
    w("pageBreakBefore"): "段前分页",
    w("pPrChange"): "格式修订记录",
}


def restyle(node: Element, style: str, tally: Tally) -> Element:
    """Replace a paragraph's properties by a style; its section break and the tracked mark of its end stay."""
    old = child(node, PPR)
    new = clone(_styled(style))
    if old is not None:
        said = {entry.tag: entry for entry in old}
        style_before = said.get(_STYLE)
        if style_before is None or not style_before.get(VAL, "").startswith("gw-"):
            for entry in old:
                if entry.tag in _NAMED:
                    tally.removed(_NAMED[entry.tag])
        if _BIDI in said and is_from_right("".join(leaf.text or "" for leaf in node.iter(T))):
            new.append(clone(said[_BIDI]))
        elif is_on(said.get(_BIDI)):
            tally.removed("从右向左的行文方向")
        if RPR in said and (marks := [clone(mark) for mark in keeps_mark(old)]):
            new.append(el("rPr", *marks))
        if SECTPR in said:
            new.append(said[SECTPR])
        node.remove(old)
    node.insert(0, new)
    return new


def hide(node: Element, style: str, tally: Tally) -> None:
    """A paragraph whose words are all hidden: it takes no line if its mark is hidden too."""
    properties = restyle(node, style, tally)
    if child(properties, SECTPR) is None:  # the end of a section is never hidden
        put(_run_properties(properties), el("vanish"))
    in_order(properties)


@lru_cache(maxsize=256)
def _styled(style: str) -> Element:
    return el("pPr", el("pStyle", val=style))


def dress_passages(
    placed: Sequence[Placed], setting: Setting, facts: PageFacts, tally: Tally, *, below_head: Emu | None
) -> list[Top]:
    """Style all paragraphs between head and imprint; those that begin a page below an empty row go out."""
    passages = [item.passage for item in placed]
    directs = settle(passages, setting, below_head=below_head, end=facts.end, shift=facts.shift, fitted=facts.fitted)
    page_ends = {end.number: end.place for end in facts.page_ends}
    tops = []
    for number, (item, direct) in enumerate(zip(placed, directs, strict=True)):
        if page_ends.get(number) == 0:
            direct = replace(direct, page_break_before=True, keep_with_next=False, keep_together=False)
        elif number in page_ends and end_page(item, page_ends[number]):
            direct = replace(direct, keep_with_next=False)  # LibreOffice would move all of the paragraph
        if not item.passage.is_carrier or item.node.tag == P:  # a picture of a text draft has a paragraph too
            in_order(restyle(item.node, style_id(item.passage.role), tally))
            say(item.node, direct)
        how = set_of(item.passage.role, setting, direct)
        if not item.passage.is_carrier and how.before and (how.page_break_before or is_below_break(passages, number)):
            tops.append(Top(item.node, how.before))
    return tops


def say(node: Element, direct: Direct) -> None:
    """Direct formatting of a paragraph; what is not said comes from its style."""
    ppr = node[0]
    if direct.keep_with_next:
        put(ppr, on_off("keepNext", True))
    if direct.keep_together:
        put(ppr, on_off("keepLines", True))
    if direct.page_break_before:
        put(ppr, on_off("pageBreakBefore", True))
    if direct.number_at is not None:
        put(ppr, el("tabs", el("tab", val="right", leader="dot", pos=direct.number_at.twips)))
    if direct.stops:
        put(ppr, el("tabs", *(el("tab", val="left", pos=stop.twips) for stop in direct.stops)))
    if (direct.before, direct.after, direct.pitch) != (None, None, None):
        put(ppr, _spacing(direct))
    if direct.indents is not None:
        put(ppr, indents(direct.indents))
    if direct.align is not None:
        put(ppr, el("jc", val=JC[direct.align]))
    if direct.untracked:
        for run in node.iter(R):
            put(_run_properties(run), el("spacing", val=0))
    if direct.size is not None:
        for run in node.iter(R):
            _scale(run, direct.size, direct.scale or 100)
        if direct.least:  # the mark of the paragraph stands on the line of its graphics
            _scale(ppr, direct.size, direct.scale or 100)


def _spacing(direct: Direct) -> Element:
    spacing = el("spacing")
    for name, length in (("before", direct.before), ("after", direct.after)):
        if length is not None:
            spacing.set(w(name), str(max(length.twips, 0)))
    if direct.pitch is not None:
        spacing.set(w("line"), str(direct.pitch.twips))
        spacing.set(w("lineRule"), "atLeast" if direct.least else "exact")
    return spacing


def _run_properties(holder: Element) -> Element:
    """The `w:rPr` of a run or of the mark of a paragraph, made if there is none."""
    rpr = holder.find(RPR)
    if rpr is None:
        rpr = el("rPr")
        if holder.tag == PPR:
            put(holder, rpr)
        else:
            holder.insert(0, rpr)
    return rpr


def _scale(holder: Element, size: Emu, scale: int) -> None:
    rpr = _run_properties(holder)
    put(rpr, el("w", val=scale))
    put(rpr, el("sz", val=size.half_points))
    put(rpr, el("szCs", val=size.half_points))
