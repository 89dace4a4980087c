"""A character of a paragraph and its look come in, how wide it is goes out, and whether its font has it at all."""

from __future__ import annotations

from typing import NamedTuple

from gwformat.fonts.advances import Advances
from gwformat.ooxml.drawn_sizes import VML_SHAPES, room_on_line, size_of
from gwformat.ooxml.effective import RunLook
from gwformat.ooxml.inline import Atom, AtomKind
from gwformat.ooxml.names import WP
from gwformat.units import Emu
from gwformat.writers.docx.oxml import Element

_ANCHOR = f"{{{WP}}}anchor"
_PLACED = frozenset((_ANCHOR, f"{{{WP}}}inline", *VML_SHAPES))
_NOTHING = (Emu(0), Emu(0))
_RAISED = 0.58  # size of superscripts, as Word and LibreOffice set them


class Place(NamedTuple):
    """One character, the leaf it stands in, and its look before and after."""

    leaf: Atom
    old: RunLook
    char: str
    new: RunLook


class Widths:
    """How wide the characters of one paragraph are, each found once; `added` is what the grid adds.

    `lacking` tells whether a font that was mapped has not all of them.
    """

    def __init__(self, advances: Advances, added: int) -> None:
        self.added = added
        self.lacking = False
        self._advances = advances
        self._known: dict[tuple[int, str, bool | None], int] = {}
        self._lacked: set[tuple[int, str, bool | None]] = set()

    def of(self, place: Place, look: RunLook, *, western: bool | None = None) -> int:
        """Its width in EMU as Word sets it, or as LibreOffice does as a `western` or a Chinese character."""
        if place.leaf.kind is AtomKind.OBJECT:
            return object_on_line(place.leaf.node)[0]
        key = (id(look), place.char, western)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(place.char, look, western)
            name = _family(place.char, look, western)
            if place.char.isprintable() and self._advances.is_lacking(name, place.char):
                self._lacked.add(key)
        if key in self._lacked:  # what sets it instead may depend on the face that lacks it
            old, new = (_family(place.char, look, western) for look in (place.old, place.new))
            self.lacking = self.lacking or old != new
        return found

    def _found(self, char: str, look: RunLook, western: bool | None) -> int:
        if char in "\t\n" or look.vanish:
            return 0
        em = look.size * look.scale / 100 * (_RAISED if look.vert_align else 1)
        width = self._advances.of(_family(char, look, western), char)
        return round(width * em) + self.added + (look.tracking if western is None else 0) if width else 0


def _family(char: str, look: RunLook, western: bool | None) -> str:
    said = look.font_of(char) if western is None else look.ascii if western else look.east_asia
    return said.name


def object_on_line(node: Element) -> tuple[Emu, Emu]:
    """The width and the height of what stands in the line; nothing for what floats."""
    pieces = tuple(node.iter("*"))
    holder = next((piece for piece in pieces if piece.tag in _PLACED), node)
    if holder.tag == _ANCHOR or "position:absolute" in holder.get("style", "").replace(" ", ""):
        return _NOTHING
    width, height = room_on_line(pieces, size_of(node, pieces)) or _NOTHING
    return max(width, Emu(0)), max(height, Emu(0))
