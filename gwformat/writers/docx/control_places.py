"""Paragraphs that leave the text come in; the content controls around them come to lie around their words."""

from __future__ import annotations

from collections.abc import Container, Iterable

from gwformat.ooxml.names import w
from gwformat.writers.docx.oxml import PPR, SDT, TBL, Element

_CONTENT = w("sdtContent")


def take_along(leaving: Iterable[Element], staying: Container[Element]) -> None:
    """A control nothing of which stays goes with the first paragraph in it; around one that leaves others it stays."""
    for paragraph in leaving:
        content = paragraph.getparent()
        while content is not None and content.tag == _CONTENT:
            if any(node.tag in (TBL, SDT) or node in staying for node in content):
                break
            _bring_inside(content, paragraph)
            content = paragraph.getparent()


def _bring_inside(content: Element, paragraph: Element) -> None:
    control = content.getparent()
    assert control is not None
    for node in list(content):
        control.addprevious(node)
    words = [child for child in paragraph if child.tag != PPR]
    paragraph.append(control)
    content.extend(words)
