"""settings.xml in, those settings that change how pages look out."""

from __future__ import annotations

from lxml import etree

from gwformat.model import TAB_STOPS
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL, switch, tab_stops, whole
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class SettingsLook:
    """The document's settings."""

    even_and_odd: bool = False  # 奇偶页不同
    mirror_margins: bool = False  # 对称页边距
    gutter_at_top: bool = False
    shows_background: bool = False  # of the pages, where one is said
    compatibility: int = 12  # 11 Word 2003, 12 Word 2007, 14 Word 2010, 15 Word 2013 and later
    spacing_control: str = "doNotCompress"  # w:characterSpacingControl: how punctuation is squeezed
    default_tab: Emu = TAB_STOPS
    east_asian_language: str | None = None  # whose family a theme font stands for


def settings_of(root: etree._Element | None) -> SettingsLook:
    """The settings in `root`."""
    if root is None:
        return SettingsLook()

    def value(name: str, attribute: str = VAL) -> str | None:
        found = root.find(w(name))
        return found.get(attribute) if found is not None else None

    def on(name: str) -> bool:
        found = root.find(w(name))
        return found is not None and switch(found)

    return SettingsLook(
        even_and_odd=on("evenAndOddHeaders"),
        mirror_margins=on("mirrorMargins"),
        gutter_at_top=on("gutterAtTop"),
        shows_background=on("displayBackgroundShape"),
        compatibility=_compatibility(root),
        spacing_control=value("characterSpacingControl") or "doNotCompress",
        default_tab=tab_stops(root),
        east_asian_language=value("themeFontLang", w("eastAsia")),
    )


def _compatibility(root: etree._Element) -> int:
    found = root.find(f"{w('compat')}/{w('compatSetting')}[@{w('name')}='compatibilityMode']")
    return (whole(found.get(VAL)) if found is not None else None) or 12
