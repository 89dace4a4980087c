"""The names of fonts in a file and a font system come in, the names the system has for the same typefaces go out."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from gwformat.fonts.styles import style_of
from gwformat.fonts.system import FontSystem, Repertoire, packaged_systems
from gwformat.profiles.schema import Slot

# Faces of signs, not of text: their characters mean nothing in another face.
_SIGNS = frozenset(
    name.casefold()
    for name in (
        *("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Marlett", "MT Extra", "Cambria Math"),
        *("ZapfDingbats", "Segoe UI Symbol", "Segoe UI Emoji", "OpenSymbol", "Euclid Symbol", "MS Outlook"),
    )
)


def is_of_signs(name: str) -> bool:
    """Whether the face has signs instead of letters, such as Wingdings."""
    return name.strip().casefold() in _SIGNS


class Translation:
    """Translates names into those of `target`; None for a name of which nothing is known.

    `certain` tells what unknown families are used for: which typeface, or None if they only set letters; `others`
    are the names by which the file says that a family goes as well.
    """

    def __init__(
        self,
        target: FontSystem,
        certain: Mapping[str, Slot | None] | None = None,
        others: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.target = target
        self._families = target.families
        self._certain = {name.strip().casefold(): slot for name, slot in (certain or {}).items()}
        self._others = others or {}
        # A unit's own system may use families nobody else knows; they are what is wanted already.
        self._own = {name.casefold(): slot for slot, face in target.faces.items() for name in face.names}
        self._own_latin = frozenset(name.casefold() for name in target.latin_face.names)

    def chinese(self, name: str, role: Slot | None = None) -> str | None:
        """The family for Chinese characters; `role` is the typeface the standard wants there, if it is known."""
        name = self._meant(name)
        slot = role or self._style(name)
        if slot is not None:
            family = self._families[slot]
            return f"@{family}" if name.startswith("@") else family
        return self.target.latin if self._is_latin(name) else None

    def latin(self, name: str, beside: str | None) -> str | None:
        """The family for letters and digits where Chinese characters are set in `beside`.

        A Chinese face stays one if it is the face of the Chinese characters too; 宋体 beside another face is how the
        government system sets digits.
        """
        name = self._meant(name)
        if self._is_latin(name) or name.strip().casefold() in self._certain:
            return self.target.latin
        slot = self._style(name)
        if slot is None:
            return None
        if name.strip().casefold() in _latin_names() and (
            beside is None or self._style(self._meant(beside)) is not slot
        ):
            return self.target.latin
        return self._families[slot]

    def _meant(self, name: str) -> str:
        """Of names in a row, as LibreOffice writes them for want of the first, the first of which anything is known.

        What the file itself calls a family otherwise comes last.
        """
        names = [*name.split(";"), *self._others.get(name.strip().casefold(), ())]
        return next((one for one in names if len(names) > 1 and (self._style(one) or self._is_latin(one))), name)

    def _style(self, name: str) -> Slot | None:
        plain = name.strip().casefold()
        return self._own.get(plain) or self._certain.get(plain) or style_of(name)

    def _is_latin(self, name: str) -> bool:
        plain = name.strip().casefold()
        only_letters = plain in self._own_latin or (plain in self._certain and self._certain[plain] is None)
        return plain in _western_names() or (only_letters and style_of(name) is None)


@functools.cache
def _latin_names() -> frozenset[str]:
    """All names of the faces that the packaged systems set letters and digits in."""
    faces = [system.latin_face for system in packaged_systems()]
    return frozenset(name.casefold() for face in faces for name in face.names)


@functools.cache
def _western_names() -> frozenset[str]:
    """Names of the faces that have Latin letters only, and of what stands in for them."""
    faces = [system.latin_face for system in packaged_systems()]
    western = [face for face in faces if face.repertoire is Repertoire.LATIN]
    return frozenset(name.casefold() for face in western for name in (*face.names, *face.substitutes))
