"""A paragraph in, its visible leaves in order out, each with the field whose outcome it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gwformat.ooxml.inline import Atom, atoms
from gwformat.ooxml.names import w

_FIELD_CHARACTER, _CODE, _SIMPLE, _RUN = w("fldChar"), w("instrText"), w("fldSimple"), w("r")
_TYPE, _INSTRUCTION = w("fldCharType"), w("instr")


class Leaf(NamedTuple):
    """A visible leaf, or a field without any outcome in the file (`atom` is None): Word fills it when it shows it."""

    atom: Atom | None
    run: etree._Element | None
    text: str
    field: str  # PAGE, NUMPAGES, DATE …; "" outside of fields


class _Open:
    """A complex field that has begun."""

    def __init__(self) -> None:
        self.code = ""
        self.shows = False  # past w:fldCharType="separate"
        self.shown = False


def leaves(paragraph: etree._Element) -> list[Leaf]:
    """All leaves of the paragraph, fields marked; what stands in its text boxes is not among them."""
    by_node = {atom.node: atom for atom in atoms(paragraph)}
    return list(_walk(paragraph, by_node, [], ""))


def _walk(
    node: etree._Element, by_node: dict[etree._Element, Atom], opened: list[_Open], simple: str
) -> Iterator[Leaf]:
    for child in node:
        tag = child.tag
        atom = by_node.get(child)
        if atom is not None:
            field = simple or _name(opened)
            if opened:
                opened[-1].shown = True
            yield Leaf(atom, atom.run, atom.text, field)
        elif tag == _FIELD_CHARACTER:
            yield from _field_character(child, opened)
        elif tag == _CODE and opened:
            opened[-1].code += child.text or ""
        elif tag == _SIMPLE:
            name = _first_word(child.get(_INSTRUCTION, ""))
            inside = list(_walk(child, by_node, opened, name))
            yield from inside or [Leaf(None, None, "", name)]
        elif len(child):
            yield from _walk(child, by_node, opened, simple)


def _field_character(element: etree._Element, opened: list[_Open]) -> Iterator[Leaf]:
    kind = element.get(_TYPE)
    if kind == "begin":
        opened.append(_Open())
    elif kind == "separate" and opened:
        opened[-1].shows = True
    elif kind == "end" and opened:
        ended = opened.pop()
        if not ended.shown and ended.code.strip():
            yield Leaf(None, next(element.iterancestors(_RUN), None), "", _first_word(ended.code))


def _name(opened: list[_Open]) -> str:
    return next((_first_word(field.code) for field in reversed(opened) if field.shows), "")


def _first_word(code: str) -> str:
    words = code.split(None, 1)
    return words[0].upper() if words else ""
