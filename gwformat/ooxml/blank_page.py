"""The main part of a file of ours comes in; it loses the blank page before its imprint, which every run decides anew.

GB/T 9704-2012 7.5: where a blank page stands before the page of the 版记, neither is numbered. The two are a section
of their own; its paragraphs without words have a style by which they are known again.
"""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w

STYLE = "gw-blank-page"
_PPR, _SECTION, _RUN = w("pPr"), w("sectPr"), w("r")
_EMPTY = frozenset((_PPR, w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")))
_BREAKS = frozenset((w("rPr"), w("br"), w("lastRenderedPageBreak")))


def is_blank_page(paragraph: etree._Element) -> bool:
    """Whether a paragraph is there for the blank page only."""
    style = paragraph.find(f"{_PPR}/{w('pStyle')}")
    if style is None or style.get(w("val")) != STYLE:
        return False
    return all(child.tag in _EMPTY or (child.tag == _RUN and _only_breaks(child)) for child in paragraph)


def _only_breaks(run: etree._Element) -> bool:
    return all(leaf.tag in _BREAKS for leaf in run)


def remove_blank_pages(root: etree._Element) -> None:
    """Leave a main part as it would be had its imprint needed no section of its own."""
    for paragraph in [node for node in root.iter(w("p")) if is_blank_page(node)]:
        section, body = paragraph.find(f"{_PPR}/{_SECTION}"), paragraph.getparent()
        assert body is not None
        final = body.find(_SECTION)
        if section is not None and final is not None:
            body.replace(final, section)
        body.remove(paragraph)
