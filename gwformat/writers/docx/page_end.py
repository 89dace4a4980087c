"""A placed passage comes in; it goes out with the end of a page before one of its characters (7.3.5.5)."""

from __future__ import annotations

from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.ooxml.page_end import STYLE
from gwformat.ooxml.trees import detach
from gwformat.text.scripts import HINTED
from gwformat.writers.docx.amend.stretches import isolate, placed
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import RPR, Element, R, T, child, el, put

_STYLE = w("rStyle")
_FONTS = f"{RPR}/{w('rFonts')}[@{w('hint')}]"


def end_page(item: Placed, place: int) -> bool:
    """Whether the page could be ended before the character at `place`: the node has to show what the passage says."""
    text = item.passage.text
    if "".join(atom.text for _, _, atom in placed(item.node)) != text:
        return False
    after = isolate(item.node, place, len(text))
    if not after:
        return False
    before = next(after[0].itersiblings(R, preceding=True), None)
    for half in after[:1] if before is None else (before, after[0]):
        _unhint(half)
    after[0].addprevious(el("r", el("rPr", el("rStyle", val=STYLE)), el("br", type="page")))
    for run in after if item.passage.role is Role.BODY else ():
        if run.tag == R:
            _name(run)
    return True


def _unhint(run: Element) -> None:
    """Leave half of a run the font hint only if its own words need it, as if it had been written by itself."""
    fonts = run.find(_FONTS)
    if fonts is not None and HINTED.search("".join(leaf.text or "" for leaf in run.iter(T))) is None:
        properties = fonts.getparent()
        detach(fonts)
        if properties is not None and not len(properties):
            detach(properties)


def _name(run: Element) -> None:
    """Give a run without a style that of the line it is on."""
    properties = child(run, RPR)
    if properties is None:
        properties = el("rPr")
        run.insert(0, properties)
    if child(properties, _STYLE) is None:
        put(properties, el("rStyle", val=STYLE))
