"""The PostScript name of a font in a PDF comes in; whether it is one that official documents are set in goes out."""

from __future__ import annotations

from functools import cached_property

from gwformat.expressions import expression
from gwformat.fonts.known import is_known
from gwformat.fonts.system import FontSystem, packaged_systems

_STYLE = expression(
    r"([-,](?:bold|italic|bolditalic|boldmt|italicmt|bolditalicmt|regular|light|medium|semibold|psmt|mt|identity-h|r)\b)+$"
)
_APART = expression(r"[\s_\-,]")
# For Latin letters, digits and signs: they come with every office program and stand in nobody's place.
_LATIN = ("timesnewroman", "arial", "couriernew", "opensymbol", "symbolmt", "cambriamath", "cambria", "calibri")


class KnownFaces:
    """The fonts that words may be set in: those of one system, or those of every packaged one."""

    def __init__(self, system: FontSystem | None) -> None:
        self._any = system is None
        systems = packaged_systems() if system is None else (system,)
        faces = [face for known in systems for face in (*known.faces.values(), known.latin_face)]
        self._names = frozenset(_plain(name) for face in faces for name in face.names)

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The names of the faces that stand for 仿宋 in no packaged system, such as 宋体."""
        of_all = [(slot, face) for known in packaged_systems() for slot, face in known.faces.items()]
        fangsong = {_plain(name) for slot, face in of_all if slot == "fangsong" for name in face.names}
        return frozenset(_plain(name) for _, face in of_all for name in face.names) - fangsong

    def is_no_fangsong(self, name: str) -> bool:
        """Whether the font of that PostScript name is known, and for another kind of type."""
        return _plain(name) in self._elsewhere

    def have(self, name: str) -> bool:
        """Whether the font of that PostScript name is one of them, or a face for letters and signs."""
        plain = _plain(name)
        return plain in self._names or plain.startswith(_LATIN) or (self._any and (is_known(name) or is_known(plain)))


def _plain(name: str) -> str:
    """The name without style and without what writers put between its parts."""
    return _APART.sub("", _STYLE.sub("", name.casefold()))
