"""An opaque leaf of a paragraph (drawing, picture, object, symbol …) in, what it is and what words it shows out.

The questions all look at what is `visible` of the leaf, so whoever asks several of them lists that once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from gwformat.model import CarrierKind
from gwformat.ooxml.alternatives import ALTERNATE, chosen
from gwformat.ooxml.names import A, M, O, V, local, w
from gwformat.ooxml.symbols import to_unicode

_TEXT_BODY = w("txbxContent")
_TEXT = w("t")
_TEXT_PATH = f"{{{V}}}textpath"
_DRAWN_TEXT = f"{{{A}}}t"

_SIMPLE = {
    w("footnoteReference"): CarrierKind.FOOTNOTE,
    w("endnoteReference"): CarrierKind.ENDNOTE,
    w("sym"): CarrierKind.SYMBOL,
    w("ruby"): CarrierKind.RUBY,
    w("br"): CarrierKind.PAGE_BREAK,
    w("r"): CarrierKind.HIDDEN_TEXT,
    f"{{{M}}}oMath": CarrierKind.FORMULA,
    f"{{{M}}}oMathPara": CarrierKind.FORMULA,
}
# What makes a graphic more than a shape, strongest first: an OLE object also has a preview picture.
_SIGNS = (
    (CarrierKind.OLE_OBJECT, frozenset(("OLEObject", "control", "objectEmbed", "objectLink"))),
    (CarrierKind.CHART, frozenset(("chart",))),
    (CarrierKind.SMART_ART, frozenset(("relIds",))),
    (CarrierKind.IMAGE, frozenset(("pic", "imagedata"))),
    (CarrierKind.FORMULA, frozenset(("oMath",))),
    (CarrierKind.OTHER, frozenset(("contentPart",))),
)
_ON = frozenset(("t", "true", "1"))


def kind_of(node: etree._Element, pieces: Iterable[etree._Element]) -> CarrierKind:
    """What an opaque leaf is."""
    simple = _SIMPLE.get(node.tag)
    if simple is not None:
        return simple
    names: set[str] = set()
    for element in pieces:
        if element.tag == _TEXT_BODY:
            if _has_content(element):
                return CarrierKind.TEXT_BOX
        elif element.get(f"{{{O}}}hr") in _ON:
            return CarrierKind.HORIZONTAL_RULE
        names.add(local(element.tag))
    return next((kind for kind, signs in _SIGNS if names & signs), CarrierKind.SHAPE)


def text_of(node: etree._Element, pieces: Iterable[etree._Element]) -> str:
    """The words an opaque leaf shows itself; those of text boxes are paragraphs, those of notes stories."""
    if node.tag == w("sym"):
        return _symbol(node)
    if node.tag == w("ruby"):
        return "".join(text.text or "" for base in node.iter(w("rubyBase")) for text in base.iter(_TEXT))
    words = []
    for element in pieces:
        if element.tag == _TEXT_PATH:
            words.append(element.get("string", ""))
        elif element.tag in (_TEXT, _DRAWN_TEXT, f"{{{M}}}t"):
            words.append(element.text or "")
    return "".join(words)


def _symbol(node: etree._Element) -> str:
    try:
        return to_unicode(int(node.get(w("char"), ""), 16), node.get(w("font"), ""))
    except (ValueError, OverflowError):
        return ""


def text_bodies(pieces: Iterable[etree._Element]) -> list[etree._Element]:
    """The `w:txbxContent` of an opaque leaf, without those nested in its own paragraphs."""
    return [element for element in pieces if element.tag == _TEXT_BODY]


def visible(node: etree._Element) -> Iterator[etree._Element]:
    """The descendants a reader of the page sees once: one of alternatives, text boxes as wholes."""
    if next(node.iter(ALTERNATE, _TEXT_BODY), None) is None:
        return node.iterdescendants("*")
    return _chosen(node)


def _chosen(node: etree._Element) -> Iterator[etree._Element]:
    stack = [node]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if element is not node:
            yield element
            if element.tag == _TEXT_BODY:
                continue
        if element.tag == ALTERNATE:
            branch = chosen(element)
            stack.extend(() if branch is None else (branch,))
        else:
            stack.extend(reversed(element))


def _has_content(body: etree._Element) -> bool:
    """Whether a text box shows anything."""
    if any(text.text and text.text.strip() for text in body.iter(_TEXT)):
        return True
    return next(body.iter(w("tbl"), w("drawing"), w("pict"), w("object"), w("sym")), None) is not None
