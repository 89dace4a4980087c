"""The main part of a file of ours comes in; it loses the empty rows at the top of pages, which every run decides anew.

Where a page break puts a paragraph at the top of a page, Word (in its own mode, not that of older files) and
LibreOffice 25.2 drop the gap above it, LibreOffice 7.4 keeps it. A row that is to stay empty there is a paragraph.
"""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.own_paragraphs import is_only
from gwformat.ooxml.trees import detach

STYLE = "gw-page-top"
_P, _PPR, _BREAKS = w("p"), w("pPr"), w("pageBreakBefore")
_WITH_STYLE = (w("pStyle"), w("keepNext"), _BREAKS)  # the order that the schema wants


def is_top_row(paragraph: etree._Element) -> bool:
    """Whether a paragraph is there for the empty row only."""
    return is_only(paragraph, STYLE)


def remove_top_rows(root: etree._Element) -> None:
    """Leave a main part as it would be had the paragraphs below the rows begun their pages themselves."""
    for row in [node for node in root.iter(_P) if is_top_row(node)]:
        below = next(row.itersiblings(_P), None)
        if row.find(f"{_PPR}/{_BREAKS}") is not None and below is not None:
            _begin_page(below)
        detach(row)


def _begin_page(paragraph: etree._Element) -> None:
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    if properties.find(_BREAKS) is None:
        place = sum(child.tag in _WITH_STYLE for child in properties)
        properties.insert(place, etree.Element(_BREAKS))
