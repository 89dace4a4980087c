"""A file of ours comes in; the same file without the blank page before its imprint, which every run decides anew.

GB/T 9704-2012 7.5: where a blank page stands before the page of the 版记, neither is numbered. The two are a section
of their own; its paragraphs without words have a style by which they are known again.
"""

from __future__ import annotations

import copy

from lxml import etree

from gwformat.ooxml import marks
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.trees import part_bytes

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


def without_blank_page(package: Package) -> Package:
    """The package as it would be had its imprint needed no section of its own."""
    main = package.main_part
    if marks.PART not in package.parts or STYLE.encode() not in package.parts[main]:
        return package
    root = copy.deepcopy(package.tree(main))
    for paragraph in [node for node in root.iter(w("p")) if is_blank_page(node)]:
        section, body = paragraph.find(f"{_PPR}/{_SECTION}"), paragraph.getparent()
        assert body is not None
        final = body.find(_SECTION)
        if section is not None and final is not None:
            body.replace(final, section)
        body.remove(paragraph)
    return package.replaced({main: part_bytes(root)})
