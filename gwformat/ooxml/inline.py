"""The visible leaves of a `w:p`, in reading order: reader and writer number them alike.

The reader makes one `Run` per atom and stores its index; the writer finds the leaf again by that index,
changes its words and leaves every wrapper (hyperlink, field, insertion, content control) where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from lxml import etree

from gwformat.model import OBJECT
from gwformat.ooxml.alternatives import ALTERNATE, CHOICE, FALLBACK, is_aside, is_seen, set_aside
from gwformat.ooxml.names import M, w
from gwformat.ooxml.values import VAL


class AtomKind(Enum):
    """What a leaf is."""

    TEXT = "text"  # w:t
    TAB = "tab"  # w:tab, w:ptab
    BREAK = "break"  # w:br of a line, w:cr
    HYPHEN = "hyphen"  # w:noBreakHyphen, w:softHyphen
    OBJECT = "object"  # an inline carrier, opaque


class Atom(NamedTuple):
    """One visible leaf: its node, the `w:r` it stands in (None for a formula or a block-level wrapper)."""

    node: etree._Element
    run: etree._Element | None
    kind: AtomKind
    text: str


# Wrappers inside a paragraph whose runs are part of the visible words.
_WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")
)
_SDT = w("sdt")
_RUN = w("r")
_FORMULAS = frozenset((f"{{{M}}}oMath", f"{{{M}}}oMathPara"))

_CHARACTERS = {
    w("tab"): (AtomKind.TAB, "\t"),
    w("ptab"): (AtomKind.TAB, "\t"),
    w("cr"): (AtomKind.BREAK, "\n"),
    w("noBreakHyphen"): (AtomKind.HYPHEN, "\u2011"),
    w("softHyphen"): (AtomKind.HYPHEN, "\u00ad"),
}
_OBJECTS = frozenset(
    w(name) for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "sym", "ruby")
)
_TEXT = w("t")
_SHOWN = _OBJECTS | {ALTERNATE}
_BREAK = w("br")
_BREAK_TYPE = w("type")
_VANISH = w("vanish")
_RUN_VANISH = f"{w('rPr')}/{_VANISH}"


def atoms(paragraph: etree._Element) -> list[Atom]:
    """The visible leaves of `paragraph`; deleted text, field codes and anchors are not among them.

    A run of hidden text counts as one opaque object. Nested paragraphs (text boxes) belong to the object
    that holds them.
    """
    found: list[Atom] = []
    may_hide = next(paragraph.iter(_VANISH), None) is not None
    _walk(paragraph, found, may_hide)
    return found


def _walk(node: etree._Element, found: list[Atom], may_hide: bool) -> None:
    for child in node:
        tag = child.tag
        if tag == _RUN:
            if may_hide and is_hidden(child):
                found.append(Atom(child, child, AtomKind.OBJECT, OBJECT))
            else:
                _leaves(child, child, found)
        elif tag in _WRAPPERS or tag == _SDT:
            _walk(child, found, may_hide)
        elif tag in _FORMULAS or (tag == ALTERNATE and is_seen(child)):
            found.append(Atom(child, None, AtomKind.OBJECT, OBJECT))


def atoms_of(leaves: Iterable[etree._Element], run: etree._Element | None) -> list[Atom]:
    """Those of `leaves` that are visible, all of which stand in `run`."""
    found: list[Atom] = []
    _leaves(leaves, run, found)
    return found


def _leaves(leaves: Iterable[etree._Element], run: etree._Element | None, found: list[Atom]) -> None:
    for leaf in leaves:
        tag = leaf.tag
        if tag == _TEXT:
            if text := leaf.text:
                found.append(Atom(leaf, run, AtomKind.TEXT, text))
        elif tag in _CHARACTERS:
            found.append(Atom(leaf, run, *_CHARACTERS[tag]))
        elif tag == _BREAK:
            if leaf.get(_BREAK_TYPE, "textWrapping") == "textWrapping":
                found.append(Atom(leaf, run, AtomKind.BREAK, "\n"))
            else:
                found.append(Atom(leaf, run, AtomKind.OBJECT, OBJECT))
        elif tag in _OBJECTS or (tag == ALTERNATE and is_seen(leaf)):
            found.append(Atom(leaf, run, AtomKind.OBJECT, OBJECT))


def is_hidden(run: etree._Element) -> bool:
    """Whether the run is hidden (`w:vanish`) and would show something: words, a picture, the number of a note."""
    vanish = run.find(_RUN_VANISH)
    if vanish is None or vanish.get(VAL) in ("0", "false", "off"):
        return False
    return any(bool(leaf.text) if leaf.tag == _TEXT else leaf.tag in _SHOWN for leaf in run)


_PARAGRAPH = w("p")


def paragraphs(root: etree._Element) -> list[etree._Element]:
    """Every `w:p` below `root` in document order, cells and text boxes included, but of alternatives only one.

    The k-th of them (1-based) is paragraph k of the part in `gwformat.model.Source`.
    """
    aside = set_aside(root)
    if not aside:
        return list(root.iter(_PARAGRAPH))
    return [p for p in root.iter(_PARAGRAPH) if not is_aside(p, aside)]


def twins(paragraph: etree._Element) -> list[etree._Element]:
    """The same paragraph as other programs are shown it: that of a text box stands in its VML fallback once more."""
    found: list[etree._Element] = []
    for branch in paragraph.iterancestors(CHOICE, FALLBACK):
        own = list(branch.iter(_PARAGRAPH))
        beside = (*branch.itersiblings(CHOICE, FALLBACK), *branch.itersiblings(CHOICE, FALLBACK, preceding=True))
        for others in (list(other.iter(_PARAGRAPH)) for other in beside):
            twin = others[own.index(paragraph)] if len(own) == len(others) else None
            if twin is not None and _says(twin) == _says(paragraph):
                found.append(twin)
    return found


def _says(paragraph: etree._Element) -> str:
    return "".join([atom.text for atom in atoms(paragraph)])
