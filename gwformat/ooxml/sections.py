"""A main part comes in, its `w:sectPr` in order and what they say about the sheet go out."""

from __future__ import annotations

from lxml import etree

from gwformat.model import Begins, Section
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL, whole

_SECTION, _PROPERTIES, _BODY = w("sectPr"), w("pPr"), w("body")
_SIZE, _WIDTH, _HEIGHT, _TURNED, _TYPE = w("pgSz"), w("w"), w("h"), w("orient"), w("type")
_BEGINS = {begins.value: begins for begins in Begins}


def section_properties(root: etree._Element) -> list[etree._Element]:
    """The properties of every section, that of the body last; not those a tracked change remembers."""
    return [found for found in root.iter(_SECTION) if _holder(found).tag in (_PROPERTIES, _BODY)]


def _holder(section: etree._Element) -> etree._Element:
    parent = section.getparent()
    return section if parent is None else parent


def read_sections(root: etree._Element) -> tuple[Section, ...]:
    """The sections; a body whose last one says nothing about itself ends with one all the same."""
    numbered = paragraphs(root)
    numbers = {paragraph: number for number, paragraph in enumerate(numbered, 1)}
    found = []
    for properties in section_properties(root):
        holder = _holder(properties)
        inner = holder.tag == _PROPERTIES
        last = numbers.get(_holder(holder), 0) if inner else len(numbered)
        found.append(Section(last, begins(properties), is_landscape(properties)))
    if not found or root.find(f"{_BODY}/{_SECTION}") is None:
        found.append(Section(len(numbered)))
    return tuple(found)


def begins(section: etree._Element) -> Begins:
    """Where a section begins; by default on a new page."""
    said = section.find(_TYPE)
    return Begins.NEXT_PAGE if said is None else _BEGINS.get(said.get(VAL, ""), Begins.NEXT_PAGE)


def is_landscape(section: etree._Element) -> bool:
    """Whether a section's sheet lies on its side."""
    size = section.find(_SIZE)
    if size is None:
        return False
    width, height = whole(size.get(_WIDTH)), whole(size.get(_HEIGHT))
    if width and height:
        return width > height
    return size.get(_TURNED) == "landscape"
