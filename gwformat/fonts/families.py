"""The name of a family comes in, what the font systems know of it and the faces of the same style go out."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from gwformat.fonts.installed import Installed, InstalledFonts
from gwformat.fonts.styles import style_of
from gwformat.fonts.system import Face, FontSystem, packaged_systems
from gwformat.profiles.schema import Slot


@functools.lru_cache(maxsize=1024)
def face_named(family: str, system: FontSystem) -> Face | None:
    """The face of that family, full or PostScript name: in the system first, then in the packaged ones."""
    wanted = family.removeprefix("@").casefold()
    for known in (system, *_packaged()):
        for face in (*known.faces.values(), known.latin_face):
            if wanted in map(str.casefold, face.names):
                return face
    return None


def installed_face(family: str, system: FontSystem, fonts: InstalledFonts) -> Installed | None:
    """The installed face of that family, asked for by all names it is known by."""
    known = face_named(family, system)
    names = (family.removeprefix("@"), *(known.names if known else ()))
    return next(filter(None, map(fonts.find, names)), None)


def same_style(family: str, system: FontSystem) -> Iterator[Face]:
    """Faces that may stand in for a family, best first: those it names, that of the system, those of the others."""
    own = face_named(family, system)
    style = _style(family, own, system)
    named = (face_named(name, system) for name in (own.substitutes if own else ()))
    others = (known.faces[style] for known in (system, *_packaged())) if style else ()
    seen = {own.family if own else family}
    for face in (*named, *others):
        if face is not None and face.family not in seen:
            seen.add(face.family)
            yield face


def _style(family: str, own: Face | None, system: FontSystem) -> Slot | None:
    for known in (system, *_packaged()):
        for slot, face in known.faces.items():
            if own is not None and face.family == own.family:
                return slot
    return style_of(family)


@functools.cache
def _packaged() -> tuple[FontSystem, ...]:
    """As they rank for one who has to choose: what comes with Windows first, free faces last."""
    return tuple(sorted(packaged_systems(), key=lambda known: (known.name == "open", known.name)))
