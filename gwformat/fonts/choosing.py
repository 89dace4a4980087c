"""Families and the characters wanted of them come in, the installed faces to draw them with go out.

What had to be replaced is reported, never done in silence: a whole family that is not installed, or single characters
that the face does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from gwformat.errors import FontMissing
from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import REGULAR, Installed, InstalledFonts
from gwformat.fonts.styles import style_of
from gwformat.fonts.system import Face, FontSystem, packaged_systems
from gwformat.profiles.schema import Slot
from gwformat.values import dataclass

# What may stand in for any other style, the one that looks most like running text first.
_BY_LIKENESS = (Slot.SONGTI, Slot.FANGSONG, Slot.KAITI, Slot.XIAOBIAOSONG, Slot.HEITI)

_SAME_STYLE = "字体风格相同，字形略有差异；行宽仍按原来的字体排定"
_OTHER_STYLE = "字体风格不同，只可看版式，不可作定稿；行宽仍按原来的字体排定"
_CHARACTERS = "“{}”没有这些字，它们的字形与上下文不一致"
_NOWHERE = "已装的字体都没有这些字，显示为空框"
_ADVICE = "请安装这些字体，或者允许用其他字体代替"


@dataclass(frozen=True, slots=True)
class Substitution:
    """A family, or some characters of it, drawn with another face; `replaced_by` is empty where none has them."""

    family: str
    replaced_by: str
    risk: str
    characters: str = ""  # empty: the whole family


@dataclass(frozen=True, slots=True)
class Choice:
    """The face for every family, the faces for single characters, and what was replaced."""

    faces: Mapping[str, Installed]
    spare: Mapping[tuple[str, str], Installed]  # by family and character
    bold: Mapping[str, Installed]  # families with a bold face of their own
    substitutions: tuple[Substitution, ...] = ()

    def face(self, family: str, char: str, bold: bool = False) -> Installed:
        """The face that draws `char` in a text of `family`."""
        own = self.bold.get(family) if bold else None
        if own is not None and coverage(own).has(char):
            return own
        return self.spare.get((family, char)) or self.faces[family]


def choose(wanted: Mapping[str, Iterable[str]], system: FontSystem, fonts: InstalledFonts, strict: bool) -> Choice:
    """A face for each wanted family; `FontMissing` if `strict` and any family or character has none of its own.

    Also `FontMissing` if a family is missing, no installed face has any of its characters, and none is Chinese.
    """
    faces: dict[str, Installed] = {}
    bold: dict[str, Installed] = {}
    spare: dict[tuple[str, str], Installed] = {}
    replaced: list[Substitution] = []
    for family, characters in wanted.items():
        names, substitutes = _names(family, system)
        chosen = _first(fonts, names)
        if chosen is None:
            chosen, substitution = _replacement(family, substitutes, set(characters), fonts)
            replaced.append(substitution)
        elif found := next(filter(None, map(fonts.find_bold, names)), None):
            bold[family] = found
        faces[family] = chosen
        has = coverage(chosen).has
        lacking = {char for char in characters if not has(char)}
        for substitution, face in _spares(family, substitutes, lacking, fonts):
            replaced.append(substitution)
            spare.update({(family, char): face for char in substitution.characters} if face else {})
    if strict and replaced:
        raise _refusal(replaced)
    return Choice(faces, spare, bold, tuple(replaced))


def _names(family: str, system: FontSystem) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All names of the family, and the names of the faces that may stand in for it, best first."""
    known = _known(family, system)
    if known is None:
        return (family,), ()
    replacing = [_known(name, system) or name for name in known.substitutes]
    substitutes = [name for face in replacing for name in ((face,) if isinstance(face, str) else face.names)]
    return known.names, tuple(substitutes)


def _known(family: str, system: FontSystem) -> Face | None:
    return next((face for _, face in (*_styled(system), *_packaged()) if family in face.names), None)


def _styled(system: FontSystem) -> tuple[tuple[Slot | None, Face], ...]:
    """The faces of a system with the style each has; None for the Latin one."""
    return (*system.faces.items(), (None, system.latin_face))


@lru_cache(maxsize=1)
def _packaged() -> tuple[tuple[Slot | None, Face], ...]:
    return tuple(styled for system in packaged_systems() for styled in _styled(system))


def _first(fonts: InstalledFonts, names: Iterable[str]) -> Installed | None:
    return next(filter(None, map(fonts.find, names)), None)


def _replacement(
    family: str, substitutes: tuple[str, ...], characters: set[str], fonts: InstalledFonts
) -> tuple[Installed, Substitution]:
    """A face that is named for it, else the first that has all characters, else the one that has most of them.

    Only where there is no Chinese face at all nothing can be drawn: a sign that none has costs no more than itself.
    """
    same = _first(fonts, substitutes)
    if same is not None:
        return same, Substitution(family, same.name, _risk(family, same))
    best, most = None, -1
    for face in _candidates(family, fonts):
        count = sum(map(coverage(face).has, characters))
        if count > most:
            best, most = face, count
        if count == len(characters):
            break
    if best is None or (characters and not most and not best.chinese):
        raise FontMissing(
            f"没有安装字体“{family}”，也没有能代替它的字体", "请安装一种中文字体，或者指明字体所在的文件夹"
        )
    return best, Substitution(family, best.name, _OTHER_STYLE)


def _risk(family: str, face: Installed) -> str:
    """A face that is named for a family may be of another style, where there is none of the same."""
    wanted, style = style_of(family), style_of(face.name)
    return _OTHER_STYLE if wanted and style and style is not wanted else _SAME_STYLE


def _candidates(family: str, fonts: InstalledFonts) -> Iterator[Installed]:
    """Upright faces, likely ones first: those the font systems name, then Chinese ones, then all others.

    Of a collection only one face is tried: its faces differ in shapes, not in characters.
    """
    style = next((slot for slot, face in _packaged() if family in face.names), None)
    order = {slot: rank for rank, slot in enumerate((*_BY_LIKENESS, None))} | {style: -1}
    styled = sorted(_packaged(), key=lambda named: order[named[0]])
    named = [_first(fonts, face.names) for _, face in styled]
    others = sorted(fonts.faces, key=lambda face: (not face.chinese, abs(face.weight - REGULAR)))
    seen: set[Path] = set()
    for face in (*named, *others):
        if face is not None and not face.italic and face.path not in seen:
            seen.add(face.path)
            yield face


def _spares(
    family: str, substitutes: tuple[str, ...], lacking: set[str], fonts: InstalledFonts
) -> Iterator[tuple[Substitution, Installed | None]]:
    """Faces for the characters that the family does not have, and last the characters that no face has."""
    if not lacking:
        return
    same_style = [face for face in map(fonts.find, substitutes) if face is not None]
    for face in dict.fromkeys((*same_style, *_candidates(family, fonts))):
        found = "".join(sorted(char for char in lacking if coverage(face).has(char)))
        if found:
            lacking = lacking - set(found)
            yield Substitution(family, face.name, _CHARACTERS.format(family), found), face
        if not lacking:
            return
    yield Substitution(family, "", _NOWHERE, "".join(sorted(lacking))), None


def _refusal(replaced: list[Substitution]) -> FontMissing:
    families = list(dict.fromkeys(item.family for item in replaced if not item.characters))
    characters = [f"“{item.family}”没有“{item.characters}”" for item in replaced if item.characters]
    said = [f"没有安装字体：{'、'.join(families)}"] if families else []
    return FontMissing("；".join(said + characters), _ADVICE)
