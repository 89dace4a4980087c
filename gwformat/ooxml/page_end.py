"""A file of ours comes in; the same file without the page ends inside paragraphs, which every run decides anew.

GB/T 9704-2012 7.3.5.5: the last line of the text goes to the page of a sign-off that else would have none of it. Only a
page break puts it there in every program; the run that holds it has a style by which it is known again.
"""

from __future__ import annotations

import copy

from lxml import etree

from gwformat.ooxml import marks
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.trees import detach, part_bytes

STYLE = "gw-page-end"
_RUN, _RPR, _BREAK, _TYPE = w("r"), w("rPr"), w("br"), w("type")
_STYLE = f"{_RPR}/{w('rStyle')}"


def is_page_end(run: etree._Element) -> bool:
    """Whether a run holds nothing but a page break of ours."""
    style = run.find(_STYLE)
    if style is None or style.get(w("val")) != STYLE:
        return False
    return all(leaf.tag == _RPR or (leaf.tag == _BREAK and leaf.get(_TYPE) == "page") for leaf in run)


def without_page_ends(package: Package) -> Package:
    """The package as it would be had no page to end inside a paragraph."""
    main = package.main_part
    if marks.PART not in package.parts or STYLE.encode() not in package.parts[main]:
        return package
    root = copy.deepcopy(package.tree(main))
    for run in [node for node in root.iter(_RUN) if is_page_end(node)]:
        detach(run)
    return package.replaced({main: part_bytes(root)})
