"""The look of characters in; how wide each of them is at least and at most out.

The two differ where only the program that shows the file can know: Word squeezes punctuation, sets a quarter of an em
between Han and Latin, and takes Latin letters from faces this machine may not have.
"""

from __future__ import annotations

from functools import lru_cache

from gwformat.fonts.system import Face, packaged_faces
from gwformat.model import OBJECT
from gwformat.ooxml.effective import RunLook, Slot
from gwformat.text.width import is_wide
from gwformat.units import Emu

_RAISED = 0.58  # size of superscripts and subscripts, as Word and LibreOffice set them
_UNKNOWN = (0.25, 0.9)  # em: a letter of a face nobody here knows
_MOST = 4096  # characters of which a look keeps the widths
_SQUEEZED = frozenset("、。，．：；？！“”‘’（）《》〈〉「」『』【】〔〕")

Width = tuple[int, int]


class Widths(dict[str, int]):
    """How wide characters are at most in one look with their tracking, each measured when it is first asked for."""

    def __init__(self, look: RunLook, *, squeezes: bool, cell: int) -> None:
        super().__init__()
        self._look = look
        self._squeezes = squeezes
        self._cell = cell
        self._alike = look.slot_of("国") is Slot.EAST_ASIA  # then all ideographs are as wide as that one
        self._least: dict[str, int] = {}  # of those that may be narrower

    def __missing__(self, char: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        least, most = self._measured("国" if self._alike and "\u4e00" <= char <= "\u9fff" else char)
        self[char] = most
        if least != most:
            self._least[char] = least
        return most

    def width(self, char: str) -> Width:
        """The width of a character."""
        most = self[char]
        return self._least.get(char, most), most

    def widths(self, text: str) -> tuple[list[int], list[int]]:
        """The widths of the characters of a text, at least and at most: one list where the two are the same."""
        most = list(map(self.__getitem__, text))
        if self._least.keys().isdisjoint(text):
            return most, most
        return list(map(self._least.get, text, most)), most

    def _measured(self, char: str) -> Width:
        look = self._look
        if char in "\n\t" or char == OBJECT or look.vanish:
            return 0, 0
        em = look.size * look.scale / 100 * (_RAISED if look.vert_align else 1)
        least, most = self._ems(char)
        if not most:
            return 0, 0
        added = look.tracking + (self._cell if look.snap_to_grid else 0)
        return round(least * em) + added, round(most * em) + added

    def _ems(self, char: str) -> tuple[float, float]:
        if self._look.slot_of(char) is Slot.EAST_ASIA and is_wide(char):
            return (0.5 if self._squeezes and char in _SQUEEZED else 1.0), 1.0
        face = face_named(self._look.font_of(char).name)
        if face is None or (face.repertoire == "Latin" and not " " <= char <= "~"):
            return (0.25, 1.0) if is_wide(char) else _UNKNOWN
        width = face.advance(char)
        return width, width


@lru_cache(maxsize=256)
def _widths(look: RunLook, squeezes: bool, cell: int) -> Widths:
    """The widths in one look, measured once for all documents."""
    return Widths(look, squeezes=squeezes, cell=cell)


class Advances:
    """Widths of characters in EMU, at least and at most, for all looks of a document."""

    def __init__(self, *, squeezes: bool, cell: int = 0) -> None:
        """`squeezes`: the file lets punctuation be squeezed; `cell` is what a character grid adds to each."""
        self._squeezes = squeezes
        self._cell = cell
        self._by_look: dict[int, tuple[RunLook, Widths]] = {}  # holds the look, so that its identity is not used again

    def of(self, char: str, look: RunLook) -> Width:
        """The width of a character with its tracking."""
        return self._widths(look).width(char)

    def all_of(self, text: str, look: RunLook) -> tuple[list[int], list[int]]:
        """The widths of the characters of a text, at least and at most; one list where the two are the same."""
        return self._widths(look).widths(text)

    def _widths(self, look: RunLook) -> Widths:
        found = self._by_look.get(id(look))
        if found is None:
            found = self._by_look[id(look)] = (look, _widths(look, self._squeezes, self._cell))
        return found[1]


def face_named(name: str) -> Face | None:
    """The face known by that name in any of the font systems."""
    return packaged_faces().get(name.strip().casefold())


def quarter(look: RunLook) -> int:
    """What Word sets between Han and Latin where the paragraph asks for it."""
    return Emu(round(look.size / 4))
