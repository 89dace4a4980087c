"""Paragraphs that leave the text come in; the content controls around them come to lie around their words."""

from __future__ import annotations

from collections.abc import Container, Iterable

from gwformat.ooxml.names import w
from gwformat.writers.docx.oxml import PPR, SDT, TBL, Element

_CONTENT = w("sdtContent")
_AROUND = frozenset((_CONTENT, TBL, w("tr"), w("tc")))


def take_along(leaving: Iterable[Element], staying: Container[Element], opened: Container[Element]) -> None:
    """A control nothing of which stays goes with the first paragraph in it; around one that leaves others it stays.

    Of `opened` tables nothing stays: controls around them, their rows and cells go with the words too.
    """
    for paragraph in leaving:
        inner, parent = paragraph, paragraph.getparent()
        while parent is not None and parent.tag in _AROUND:
            if parent.tag != _CONTENT:
                inner = parent
            elif any(_stays(node, staying, opened) for node in parent):
                break
            else:
                _bring_inside(parent, paragraph)
            parent = inner.getparent()


def _stays(node: Element, staying: Container[Element], opened: Container[Element]) -> bool:
    return (node.tag in (TBL, SDT) and node not in opened) or node in staying


def _bring_inside(content: Element, paragraph: Element) -> None:
    control = content.getparent()
    assert control is not None
    for node in list(content):
        control.addprevious(node)
    words = [child for child in paragraph if child.tag != PPR]
    paragraph.append(control)
    content.extend(words)
