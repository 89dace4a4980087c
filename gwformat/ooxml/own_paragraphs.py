"""A paragraph and one of our styles come in; whether it was written for its style alone goes out."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from gwformat.ooxml.names import w

_PPR, _STYLE, _VALUE = w("pPr"), f"{w('pPr')}/{w('pStyle')}", w("val")
_EMPTY = frozenset((_PPR, w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")))


def _no_more(_: etree._Element) -> bool:
    return False


def is_only(paragraph: etree._Element, style: str, besides: Callable[[etree._Element], bool] = _no_more) -> bool:
    """Whether a paragraph has the style and nothing that shows, `besides` what it may have."""
    said = paragraph.find(_STYLE)
    if said is None or said.get(_VALUE) != style:
        return False
    return all(child.tag in _EMPTY or besides(child) for child in paragraph)
