"""The main part of a file of ours comes in; it loses the blank page before its imprint, which every run decides anew.

GB/T 9704-2012 7.5: where a blank page stands before the page of the 版记, neither is numbered. The two are a section
of their own; its paragraphs without words have a style by which they are known again.
"""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.own_paragraphs import is_only

STYLE = "gw-blank-page"
_PPR, _SECTION, _RUN = w("pPr"), w("sectPr"), w("r")
_BREAKS = frozenset((w("rPr"), w("br"), w("lastRenderedPageBreak")))


def is_blank_page(paragraph: etree._Element) -> bool:
    """Whether a paragraph is there for the blank page only."""
    return is_only(paragraph, STYLE, _is_break)


def _is_break(child: etree._Element) -> bool:
    return child.tag == _RUN and all(leaf.tag in _BREAKS for leaf in child)


def remove_blank_pages(root: etree._Element) -> None:
    """Leave a main part as it would be had its imprint needed no section of its own."""
    for paragraph in [node for node in root.iter(w("p")) if is_blank_page(node)]:
        section, body = paragraph.find(f"{_PPR}/{_SECTION}"), paragraph.getparent()
        assert body is not None
        final = body.find(_SECTION)
        if section is not None and final is not None:
            body.replace(final, section)
        body.remove(paragraph)
