"""A package in; the same package out, in which words that its styles hide say themselves that they are hidden.

The styles of a draft give way to those of the standard, and what is hidden must not depend on them: a run says
`w:vanish` itself, so that everything that reads, sets, checks or changes the file meets one kind of hidden words only.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml.names import M, w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.package import Package
from gwformat.ooxml.safexml import mentions
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.trees import child_of, part_bytes
from gwformat.ooxml.values import VAL, switch

if TYPE_CHECKING:
    from gwformat.ooxml.effective.cascade import Layer

_VANISH = w("vanish")
_P, _R, _PPR, _RPR, _STYLE = w("p"), w("r"), w("pPr"), w("rPr"), w("pStyle")
_MATHS_RUN, _MATHS = f"{{{M}}}r", f"{{{M}}}t"
_LAST = frozenset((w("sectPr"), w("pPrChange"), w("rPrChange")))  # of all that stands in a w:pPr or w:rPr
_SHOWN = 20  # characters


def hidden_said(package: Package) -> Package:
    """The package with a `w:vanish` of its own in each run and paragraph mark that only styles hide (17.7.3).

    `Package.as_said` of the result is the one that came in. `InputUnreadable` if a style hides a formula, whose
    characters no program hides alike.
    """
    sheet = _hiding_sheet(package)
    if sheet is None:
        return package
    changes: dict[str, bytes | None] = {}
    for name in package.text_parts():
        root = package.tree(name)
        if next(_hidden(root, sheet), None) is not None:
            root = copy.deepcopy(root)
            for holder in list(_hidden(root, sheet)):
                _hide(holder)
            changes[name] = part_bytes(root)
    return package.restated(changes) if changes else package


def _hiding_sheet(package: Package) -> StyleSheet | None:
    """The style sheet if anything in it hides words; hardly any file has such a one."""
    name = package.related(package.main_part, "styles")
    if name is None or not mentions(package.parts[name], b"vanish"):
        return None
    root = package.tree(name)
    return StyleSheet(root) if any(map(switch, root.iter(_VANISH))) else None


def _hidden(root: etree._Element, sheet: StyleSheet) -> Iterator[etree._Element]:
    """The runs, and the paragraphs for their marks, that styles hide and that do not say themselves what they are."""
    from gwformat.ooxml.effective.cascade import Cascade  # of no use to the others, which are nearly all
    from gwformat.ooxml.effective.said import is_on
    from gwformat.ooxml.effective.tables import TableStyles

    cascade = Cascade(sheet, Numbering(None))
    tables = TableStyles(cascade)
    around: dict[etree._Element, tuple[str | None, Layer]] = {}
    for node in root.iter(_P, _R, _MATHS_RUN):
        paragraph = node if node.tag == _P else next(node.iterancestors(_P), None)
        if paragraph is None:
            continue
        properties = child_of(paragraph, _PPR)
        if paragraph not in around:
            named = None if properties is None else child_of(properties, _STYLE)
            style = sheet.known(None if named is None else named.get(VAL), "paragraph")
            around[paragraph] = style, tables.around(paragraph)[0]
        own = child_of(properties if node.tag == _P and properties is not None else node, _RPR)
        if own is not None and child_of(own, _VANISH) is not None:
            continue
        if is_on(cascade.run(own, *around[paragraph]).get("vanish")):
            if node.tag == _MATHS_RUN:
                raise _formula_hidden(node)
            yield node


def _formula_hidden(run: etree._Element) -> InputUnreadable:
    said = "".join(leaf.text or "" for leaf in run.iter(_MATHS))
    return InputUnreadable(
        f"文档里有由样式隐藏的公式：“{said[:_SHOWN]}”，换了样式会印出来",
        "在 Word 或 WPS 里显示隐藏文字，删去它，或者取消它的隐藏，再试",
    )


def _hide(node: etree._Element) -> None:
    """Let a run or the mark of a paragraph say that it is hidden."""
    if node.tag == _P:
        holder = child_of(node, _PPR)
        if holder is None:
            holder = etree.Element(_PPR)
            node.insert(0, holder)
    else:
        holder = node
    properties = child_of(holder, _RPR)
    if properties is None:
        properties = etree.Element(_RPR)
        _put(holder, properties, 0 if holder is node else len(holder))
    _put(properties, etree.Element(_VANISH), len(properties))


def _put(holder: etree._Element, node: etree._Element, place: int) -> None:
    """Insert a node at a place, but before what must be last."""
    while place and holder[place - 1].tag in _LAST:
        place -= 1
    holder.insert(place, node)
