"""A `w:t` and its words come in; the words stand in it so that no space is lost."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import XML

SPACE = f"{{{XML}}}space"


def set_text(leaf: etree._Element, text: str) -> None:
    """Give a `w:t` its words; spaces at the ends survive only with xml:space."""
    leaf.text = text
    if text != text.strip():
        leaf.set(SPACE, "preserve")
    elif SPACE in leaf.attrib:
        del leaf.attrib[SPACE]
