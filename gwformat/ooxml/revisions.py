"""A package with tracked changes or comments in, the package with them settled or stripped out."""

from __future__ import annotations

import copy

from lxml import etree

from gwformat.ooxml.active import without_related
from gwformat.ooxml.names import local, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.trees import detach, part_bytes

_INSERTED = (w("ins"), w("moveTo"))
DELETED_TAGS = (w("del"), w("moveFrom"))
_FORMER = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
        "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_CELLS = {w("cellIns"): True, w("cellDel"): False}
REVISION_TAGS = (*_INSERTED, *DELETED_TAGS, *_FORMER, *_CELLS)
"""Elements that each record one tracked change."""

FORMER_LOOKS = _FORMER
"""Those that record how something looked before, not what it said."""

_SHOWN, _LONGEST = 4, 16  # changes, and characters of each, that are told

_RANGES = tuple(
    w(name + end)
    for name in (
        "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
        "customXmlMoveFromRange", "customXmlMoveToRange",
    )
    for end in ("Start", "End")
)  # fmt: skip
_P, _P_PR, _R_PR, _SECTION = w("p"), w("pPr"), w("rPr"), w("sectPr")
_ROW, _ROW_PR, _CELL, _TABLE = w("tr"), w("trPr"), w("tc"), w("tbl")
_RESTORED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
# A former w:pPr has no w:rPr and no w:sectPr, a former w:sectPr no headers: these stay as they are.
_UNRECORDED = frozenset(
    (_R_PR, _SECTION, w("headerReference"), w("footerReference"), *_INSERTED, *DELETED_TAGS, *_CELLS, w("cellMerge"))
)


def all_words(node: etree._Element) -> str:
    """The words in a node, deleted ones among them."""
    return "".join(leaf.text or "" for leaf in node.iter(w("t"), w("delText")))


def settle(package: Package, *, accept: bool) -> Package:
    """All tracked changes accepted or rejected, in headers, footers and notes too."""
    changes: dict[str, bytes | None] = {}
    for name in package.text_parts():
        root = package.tree(name)
        if next(root.iter(*REVISION_TAGS, *_RANGES), None) is not None:
            root = copy.deepcopy(root)
            _settle(root, accept=accept)
            changes[name] = part_bytes(root)
    return package.replaced(changes) if changes else package


def what_is_settled(package: Package, *, accept: bool) -> str:
    """What settling the tracked changes does, in words; "" where there are none."""
    changes = [change for name in package.text_parts() for change in package.tree(name).iter(*REVISION_TAGS)]
    if not changes:
        return ""
    said = [words for change in changes if (words := _said_by(change, accept=accept))]
    shown = f"：{'，'.join(said[:_SHOWN])}{'等' if len(said) > _SHOWN else ''}" if said else ""
    return f"已{'接受' if accept else '拒绝'}全部 {len(changes)} 处修订{shown}"


def _said_by(change: etree._Element, *, accept: bool) -> str:
    words = "".join(leaf.text or "" for leaf in change.iter(w("t"), w("delText")))
    if not words or change.tag not in (*_INSERTED, *DELETED_TAGS):
        return ""
    stays = (change.tag in _INSERTED) == accept
    return f"{'留下' if stays else '去掉'}“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"


def what_is_stripped(package: Package) -> str:
    """How many comments stripping takes out, in words; "" where there are none."""
    count = sum(1 for name in package.text_parts() for _ in package.tree(name).iter(w("commentReference")))
    return f"已去掉全部 {count} 条批注" if count else ""


def strip_comments(package: Package) -> Package:
    """All comments removed, with their anchors and the parts that belong to them."""
    changes: dict[str, bytes | None] = {}
    for name in package.text_parts():
        root = package.tree(name)
        anchors = ("commentRangeStart", "commentRangeEnd", "commentReference")
        if next(root.iter(*(w(anchor) for anchor in anchors)), None) is not None:
            root = copy.deepcopy(root)
            for element in list(root.iter(*(w(anchor) for anchor in anchors))):
                run = element.getparent()
                detach(element)
                if run is not None and run.tag == w("r") and all(child.tag == _R_PR for child in run):
                    detach(run)
            changes[name] = part_bytes(root)
    kinds = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
    return without_related(package.replaced(changes), frozenset(kinds))


def _settle(root: etree._Element, *, accept: bool) -> None:
    kept, gone = (_INSERTED, DELETED_TAGS) if accept else (DELETED_TAGS, _INSERTED)
    for element in list(root.iter(*_FORMER)):
        if not accept:
            _restore_former(element)
        detach(element)
    _settle_tables(root, accept=accept)
    joined: list[etree._Element] = []
    for element in list(root.iter(*gone)):
        holder = element.getparent()
        if holder is not None and holder.tag == _R_PR and _is_mark(holder):
            joined.append(holder)
        detach(element)
    for element in list(root.iter(*kept)):
        _unwrap(element)
    for element in list(root.iter(*_RANGES)):
        detach(element)
    if not accept:
        for element in list(root.iter(*_RESTORED)):
            element.tag = _RESTORED[element.tag]
    # From the last to the first, so that a chain of deleted marks ends in the paragraph that keeps its own.
    for mark in reversed(joined):
        _join_with_next(mark)


def _is_mark(run_properties: etree._Element) -> bool:
    """Whether a `w:rPr` describes a paragraph mark rather than a run."""
    parent = run_properties.getparent()
    return parent is not None and parent.tag == _P_PR


def _unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        index = parent.index(element)
        parent[index : index + 1] = list(element)


def _restore_former(change: etree._Element) -> None:
    """Give a properties element back what it said before the tracked change."""
    properties = change.getparent()
    former = next(iter(change), None)
    if properties is None or former is None or local(former.tag) != local(properties.tag):
        return
    for child in list(properties):
        if child.tag not in _UNRECORDED and child is not change:
            properties.remove(child)
    stay = [child for child in properties if child is not change]
    first = [child for child in stay if child.tag in (w("headerReference"), w("footerReference"))]
    last = [child for child in stay if child not in first]
    if properties.tag == _R_PR and _is_mark(properties):
        first, last = last, []  # w:ins and w:del of a mark come first in CT_ParaRPr
    properties[:] = [*first, *former, *last]


def _settle_tables(root: etree._Element, *, accept: bool) -> None:
    """Rows and cells that were inserted or deleted as such."""
    doomed_row = w("del") if accept else w("ins")
    for properties in list(root.iter(_ROW_PR)):
        row = properties.getparent()
        if row is not None and row.tag == _ROW and properties.find(doomed_row) is not None:
            _remove_with_empty(row)
        else:
            for marker in properties.findall(w("ins")) + properties.findall(w("del")):
                properties.remove(marker)
    for marker in list(root.iter(*_CELLS, w("cellMerge"))):
        properties_of_cell = marker.getparent()
        cell = properties_of_cell.getparent() if properties_of_cell is not None else None
        inserted = _CELLS.get(marker.tag)
        detach(marker)
        if cell is not None and cell.tag == _CELL and inserted is not None and inserted is not accept:
            _remove_with_empty(cell)


def _remove_with_empty(element: etree._Element) -> None:
    """Remove a cell or row, and the row or table that is left without any."""
    parent = element.getparent()
    detach(element)
    if parent is not None and parent.tag in (_ROW, _TABLE) and not any(c.tag in (_CELL, _ROW) for c in parent.iter()):
        _remove_with_empty(parent)


def _join_with_next(mark: etree._Element) -> None:
    """Word joins a paragraph without a mark of its own to the next one, whose properties then hold."""
    properties = mark.getparent()
    p = properties.getparent() if properties is not None else None
    if properties is None or p is None or p.tag != _P or p.getparent() is None:
        return
    if properties.find(_SECTION) is not None:
        return  # the section break keeps the paragraph
    content = [child for child in p if child is not properties]
    following = p.getnext()
    while following is not None and following.tag != _P and not len(following) and following.tag != _TABLE:
        following = following.getnext()  # bookmarks and the like between paragraphs
    if following is None or following.tag != _P:
        if not any(child.tag == w("r") for child in p.iter()) and _is_dispensable(p):
            detach(p)
        return
    start = 1 if len(following) and following[0].tag == _P_PR else 0
    following[start:start] = content
    detach(p)


def _is_dispensable(p: etree._Element) -> bool:
    """Whether the container may lose this paragraph: a cell, a note or the body must end in one."""
    parent, previous = p.getparent(), p.getprevious()
    return parent is not None and (p.getnext() is not None or (previous is not None and previous.tag == _P))
