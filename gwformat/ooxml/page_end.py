"""The main part of a file of ours comes in; it loses the page ends in its paragraphs, which every run decides anew.

GB/T 9704-2012 7.3.5.5: the last line of the text goes to the page of a sign-off that else would have none of it. Only a
page break puts it there in every program; the run that holds it has a style by which it is known again.
"""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.trees import detach

STYLE = "gw-page-end"
_RUN, _RPR, _BREAK, _TYPE = w("r"), w("rPr"), w("br"), w("type")
_STYLE = f"{_RPR}/{w('rStyle')}"


def is_page_end(run: etree._Element) -> bool:
    """Whether a run holds nothing but a page break of ours."""
    style = run.find(_STYLE)
    if style is None or style.get(w("val")) != STYLE:
        return False
    return all(leaf.tag == _RPR or (leaf.tag == _BREAK and leaf.get(_TYPE) == "page") for leaf in run)


def remove_page_ends(root: etree._Element) -> None:
    """Leave a main part as it would be had no page to end inside a paragraph."""
    for run in [node for node in root.iter(_RUN) if is_page_end(node)]:
        detach(run)
