"""Page breaks typed before an attachment: one break stays, and the attachment begins on the first line of its page."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.ooxml.names import w
from gwformat.units import Emu, Pt
from gwformat.writers.docx.look import space
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import PPR, Element, R, T, el, on_off, properties, put
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import style_id

_BREAK, _TYPE = w("br"), w("type")
_THIN = Pt(1)  # what is left of a paragraph after its page break must not take a line


def settle(placed: Sequence[Placed], setting: Setting) -> None:
    """Where the source already breaks the page, the style's own break is switched off."""
    for previous, item in zip((None, *placed), placed, strict=False):
        if item.line.blocks[0].carrier is not None or not setting.spec(item.line.role).page_break_before:
            continue
        last = _last_break(item.node) if _first_is_break(item.node) else None
        if last is None and previous is not None and previous.line.blocks[0].carrier is None:
            last = _last_break(previous.node)
            if last is not None:
                _set_apart(previous, last)
        if last is not None:
            put(properties(item.node), on_off("pageBreakBefore", False))


def _last_break(node: Element) -> Element | None:
    """The page break that ends a paragraph, if nothing visible follows it."""
    found = None
    for leaf in node.iter(_BREAK, T):
        is_break = leaf.tag == _BREAK and leaf.get(_TYPE) == "page"
        found = leaf if is_break else (None if leaf.tag == T and leaf.text else found)
    return found


def _first_is_break(node: Element) -> bool:
    first = next(node.iter(_BREAK, T), None)
    return first is not None and first.tag == _BREAK and first.get(_TYPE) == "page"


def _set_apart(item: Placed, last: Element) -> None:
    """Give the break a paragraph without height: its own, or a new one after the words."""
    node = item.node
    if any(leaf.text for leaf in node.iter(T)):
        run = last.getparent()
        if run is None or run.tag != R or run.getparent() is not node:
            return
        alone = el("p", el("pPr", el("pStyle", val=style_id(item.line.role))), run)
        node.addnext(alone)
        node = alone
    ppr = node.find(PPR)
    if ppr is not None:
        space(ppr, before=Emu(0), after=Emu(0), line=_THIN)
