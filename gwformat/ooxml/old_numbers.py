"""A header or footer comes in; the page numbers in it go, with what belongs to them.

The page shows the number the standard wants, and another one beside it would be a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.ooxml.leaf_text import set_text
from gwformat.ooxml.names import w
from gwformat.ooxml.page_numbers import PAGE_FIELD, Element, is_page_number
from gwformat.ooxml.trees import detach
from gwformat.values import dataclass

_P, _CONTENT, _CONTROL = w("p"), w("sdtContent"), w("sdt")
_STYLE = f"./{w('pPr')}/{w('pStyle')}"
_ROOTS = (w("ftr"), w("hdr"))
_TEXT, _TAB, _MARK, _CODE, _SIMPLE = w("t"), w("tab"), w("fldChar"), w("instrText"), w("fldSimple")
_APART = r"[ \u3000\-—–―－•·~～_/|]*"
_BEFORE = r"(?:(?:第|共|(?<![A-Za-z])(?:Page|of))[ \u3000]*)?"
_ONE = rf"{_BEFORE}{OBJECT}[ \u3000]*页?"
_NUMBER = expression(rf"{_APART}{_ONE}(?:{_APART}[,，]?{_APART}{_ONE})*{_APART}", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """A leaf of words, or a field with everything that makes it up."""

    text: str
    elements: list[Element] = field(default_factory=list)


def drop_numbers(root: Element, own: str | None = None) -> bool:
    """Take all page numbers out of a header or footer; whether there were any but those in the style `own`."""
    found = False
    for node in list(root.iter(_P)):
        if node.getparent() is None or not is_page_number(node):
            found |= _drop_number(node)
            continue
        style = node.find(_STYLE)
        found |= own is None or style is None or style.get(w("val")) != own
        _drop_paragraph(node)
    if len(root) == 0:
        root.append(root.makeelement(_P))
    return found


def _drop_paragraph(node: Element) -> None:
    """A content control goes with its last paragraph; a cell keeps an empty one."""
    parent = node.getparent()
    while parent is not None and parent.tag in (_CONTENT, _CONTROL) and len(parent.findall(_P)) <= 1:
        node, parent = parent, parent.getparent()
    if parent is not None:
        parent.remove(node)
        if parent.tag not in _ROOTS and parent.find(_P) is None:
            parent.append(parent.makeelement(_P))


def _drop_number(paragraph: Element) -> bool:
    """Take the fields that number pages out of a paragraph; whether there were any."""
    pieces = list(_pieces(paragraph))
    text = "".join(piece.text for piece in pieces)
    gone = {place for found in _NUMBER.finditer(text) for place in range(*found.span())}
    at = 0
    for piece in pieces:
        kept = "".join(char for place, char in enumerate(piece.text, at) if place not in gone)
        at += len(piece.text)
        if piece.text == OBJECT and not kept:
            for element in piece.elements:
                detach(element)
        elif kept != piece.text:
            set_text(piece.elements[0], kept)
    return bool(gone)


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    """The words in order; a field that counts pages is one character, others are what they show."""
    depth = 0
    held: list[Element] = []
    code: list[str] = []
    for element in paragraph.iter(_TEXT, _TAB, _MARK, _CODE, _SIMPLE):
        simple = next(element.iterancestors(_SIMPLE), None)
        if simple is not None and PAGE_FIELD.search(simple.get(w("instr"), "")):
            continue
        if element.tag == _SIMPLE:
            if PAGE_FIELD.search(element.get(w("instr"), "")):
                yield _Piece(OBJECT, [element])
            continue
        if element.tag == _MARK:
            kind = element.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            held.append(element)
            if kind == "end" and depth <= 0:
                yield from _field(held, code)
                held, code, depth = [], [], 0
        elif depth > 0:
            held.append(element)
            code += [element.text or ""] if element.tag == _CODE else []
        elif element.tag != _CODE and next(element.iterancestors(w("pPr")), None) is None:
            yield _Piece("\t" if element.tag == _TAB else element.text or "", [element])


def _field(held: list[Element], code: list[str]) -> Iterator[_Piece]:
    if PAGE_FIELD.search("".join(code)):
        yield _Piece(OBJECT, held)
        return
    yield from (_Piece(element.text or "", [element]) for element in held if element.tag == _TEXT)
