"""What a place says of fonts comes in, what it says in the words of another font system goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gwformat.fonts.character_sets import is_private
from gwformat.fonts.system import FontSystem
from gwformat.fonts.translation import Translation, is_of_signs
from gwformat.ooxml.theme import Theme
from gwformat.profiles.schema import Slot
from gwformat.values import dataclass
from gwformat.writers.docx.mapping.places import (
    COMPLEX,
    DRAWN,
    FONTS,
    LATIN,
    SLOTS,
    SPACING,
    TEXT_PATH,
    Said,
    family_in,
    with_family,
)

_CHARACTERS = 0x100  # from here on `w:sym` tells a character, whatever the font
_CHINESE = "Hans"  # the entry of a theme that names the face for simplified Chinese
_OF_A_THEME = "+"  # “+mn-ea” in a drawing


@dataclass(frozen=True, slots=True)
class Wanted:
    """The typeface the standard wants in a style; `throughout` if letters and digits are set in it too."""

    slot: Slot
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Worded:
    """What a place should say (None: what it says stays), which names became which, and the names not known.

    `chinese` tells whether the face of Chinese characters is another one.
    """

    said: Said | None = None
    names: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    chinese: bool = False


_AS_IT_IS = Worded()


class Wording:
    """Says everything in the words of one font system."""

    def __init__(
        self,
        target: FontSystem,
        theme: Theme,
        certain: Mapping[str, Slot | None] | None = None,
        others: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """`certain` are unknown families whose use tells the typeface, `others` their other names, as there."""
        self.names = Translation(target, certain, others)
        self._theme = theme

    def of(
        self,
        tag: str,
        what: Said,
        beside: str | None = None,
        wanted: Wanted | None = None,
        in_formula: bool = False,
    ) -> Worded:
        """How a place with that tag should be worded.

        `beside` is the Chinese face a drawing names next to it. The letters of a formula keep their face: they are
        signs.
        """
        if tag == SPACING:
            return _AS_IT_IS
        return self._fonts(what, wanted, in_formula) if tag == FONTS else self._single(tag, what, beside)

    def _fonts(self, what: Said, wanted: Wanted | None, in_formula: bool) -> Worded:
        """`w:rFonts`: a theme font is replaced by its name, one that is not known stays a theme font."""
        found = {slot: (theme in what and self._theme.family(what[theme])) or what.get(slot) for slot, theme in SLOTS}
        east = found["eastAsia"] or None
        new = dict(what)
        pairs, unknown, chinese = [], [], False
        for slot, theme in SLOTS:
            name = found[slot]
            if not name or (in_formula and slot != "eastAsia"):
                continue
            if slot == "eastAsia" or (wanted is not None and wanted.throughout):
                family = self.names.chinese(name, wanted.slot if wanted else None)
            else:
                family = self.names.target.latin if wanted else self.names.latin(name, east)
            if family is None:
                unknown.append(name)
            else:
                new[slot] = family
                new.pop(theme, None)
                pairs.append((name, family))
                chinese = chinese or (slot == "eastAsia" and family != name)
        return _worded(what, new, pairs, unknown, chinese)

    def _single(self, tag: str, what: Said, beside: str | None) -> Worded:
        """A place with one name."""
        if tag == TEXT_PATH:
            style = what.get("style", "")
            name = family_in(style)
            family = self.names.chinese(name) if name else None
            new = {"style": with_family(style, family)} if family else {}
        else:
            key = "typeface" if tag in DRAWN else "font"
            name = what.get(key)
            if not name or name.startswith(_OF_A_THEME) or what.get("script", _CHINESE) != _CHINESE or _is_sign(what):
                return _AS_IT_IS
            family = self.names.latin(name, beside) if tag in (LATIN, COMPLEX) else self.names.chinese(name)
            # What describes the shapes of the old face does not describe the new one.
            kept = {name: what[name] for name in ("script", "char") if name in what}
            new = {**kept, key: family} if family else {}
        if not name or not new:
            return _worded(what, what, (), (name,) if name else ())
        return _worded(what, new, ((name, family or ""),), (), tag not in (LATIN, COMPLEX) and family != name)


def _worded(
    what: Said, new: Said, pairs: Iterable[tuple[str, str]], unknown: Iterable[str], chinese: bool = False
) -> Worded:
    changed = tuple((old, name) for old, name in pairs if old != name)
    missed = tuple(name for name in unknown if name.strip() and not is_of_signs(name))
    same_name = not changed and all(new.get(key) == what.get(key) for key in ("typeface", "font", "style"))
    if dict(new) == dict(what) or (same_name and "typeface" in what):
        return Worded(None, (), missed)
    return Worded(new, changed, missed, chinese)


def _is_sign(what: Said) -> bool:
    """`w:sym` with a code that may be a place in a face of signs: shifted to U+F000 (17.3.3.30) or not."""
    if "char" not in what:
        return False
    try:
        return int(what["char"], 16) < _CHARACTERS or is_private(chr(int(what["char"], 16)))
    except (ValueError, OverflowError):
        return True
