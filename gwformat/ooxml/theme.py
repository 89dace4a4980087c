"""The theme part in, its font families and colours out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lxml import etree

from gwformat.ooxml.names import A, local
from gwformat.ooxml.values import colour
from gwformat.values import dataclass

# What `w:themeFontLang w:eastAsia` says, as the ISO 15924 code under which the theme lists a family.
_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
_KINDS = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}
# 17.18.97: names of theme colours in WordprocessingML against those of the theme part.
_COLORS = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
    "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """Families by "minor"/"major" and "latin", "ea", "cs"; colours by their names in the theme."""

    families: Mapping[tuple[str, str], str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)

    def family(self, name: str) -> str | None:
        """The family an attribute such as `minorEastAsia` stands for; None if the theme does not say."""
        return self.families.get((name[:5], _KINDS.get(name[5:], "")))

    def color(self, name: str) -> str | None:
        """The RRGGBB of a theme colour, without tint and shade."""
        return self.colors.get(_COLORS.get(name, name))


def theme_of(root: etree._Element | None, east_asian: str | None = None) -> Theme:
    """The theme in `root`; `east_asian` is the language whose family counts where the theme names no single one."""
    if root is None:
        return Theme()
    families: dict[tuple[str, str], str] = {}
    script = _SCRIPTS.get(east_asian or "", "Hans")
    for which in ("minor", "major"):
        fonts = root.find(f".//{{{A}}}{which}Font")
        if fonts is None:
            continue
        listed = fonts.find(f"{{{A}}}font[@script='{script}']")
        found = {kind: fonts.find(f"{{{A}}}{kind}") for kind in ("latin", "ea", "cs")}
        for kind, element in [*found.items(), ("ea", listed)]:
            if element is not None and element.get("typeface"):
                families.setdefault((which, kind), element.get("typeface", ""))
    return Theme(families, _colors(root))


def _colors(root: etree._Element) -> dict[str, str]:
    scheme = root.find(f".//{{{A}}}clrScheme")
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for value in entry:
            color = colour(value.get("lastClr") or value.get("val"))
            if color is not None:
                found[local(entry.tag)] = color
    return found
