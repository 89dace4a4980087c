"""A family and a character come in, how wide the character is goes out, and whether a font file or a table says so."""

from __future__ import annotations

from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import Installed, InstalledFonts
from gwformat.fonts.repertoire import has
from gwformat.fonts.system import Face, packaged_faces
from gwformat.text.width import is_wide

_GUESS = 0.5  # em: a letter of a face of which there is neither a file nor a table


class Advances:
    """Widths in em: from the installed font if there is one, else from the table of the face, else guessed.

    `tabled` and `guessed` name the families that were asked for and not found installed.
    """

    def __init__(self, fonts: InstalledFonts) -> None:
        self._fonts = fonts
        self._files: dict[str, Installed | None] = {}
        self._known: dict[tuple[str, str], float] = {}
        self._lacking: set[tuple[str, str]] = set()
        self.tabled: set[str] = set()
        self.guessed: set[str] = set()

    def of(self, family: str, char: str) -> float:
        """The width of a character in em."""
        key = (family, char)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(family.removeprefix("@"), char)
        return found

    def is_lacking(self, family: str, char: str) -> bool:
        """Whether the font has no such character, by its file or its repertoire: one chosen by the program sets it."""
        self.of(family, char)
        return (family.removeprefix("@"), char) in self._lacking

    def _found(self, family: str, char: str) -> float:
        face = packaged_faces().get(family.casefold())
        file = self._file(family, face)
        if file is not None:
            advance = coverage(file).advance(char)
            if advance is not None:
                return advance
            self._lacking.add((family, char))
            return 1.0 if is_wide(char) else _GUESS
        if face is None:
            self.guessed.add(family)
            return 1.0 if is_wide(char) else _GUESS
        self.tabled.add(family)
        if not has(face.repertoire, char):
            self._lacking.add((family, char))
        return face.advance(char)

    def _file(self, family: str, face: Face | None) -> Installed | None:
        if family not in self._files:
            names = (family, *(face.names if face else ()))
            self._files[family] = next(filter(None, map(self._fonts.find, names)), None)
        return self._files[family]
