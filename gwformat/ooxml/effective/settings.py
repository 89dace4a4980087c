"""settings.xml in, those settings that change how pages look or that must not be left on in a final file out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL, length, switch, whole
from gwformat.units import Emu, Pt, Twips


@dataclass(frozen=True, slots=True)
class SettingsLook:
    """The document's settings."""

    even_and_odd: bool = False  # 奇偶页不同
    mirror_margins: bool = False  # 对称页边距
    gutter_at_top: bool = False
    compatibility: int = 12  # 11 Word 2003, 12 Word 2007, 14 Word 2010, 15 Word 2013 and later
    spacing_control: str = "doNotCompress"  # w:characterSpacingControl: how punctuation is squeezed
    track_revisions: bool = False
    protection: str = ""  # w:documentProtection w:edit, "" if none is enforced
    default_tab: Emu = Pt(36)
    auto_hyphenation: bool = False
    east_asian_language: str | None = None  # whose family a theme font stands for
    not_at_start: str = ""  # characters the document itself keeps from the start of lines
    not_at_end: str = ""


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
        compatibility=_compatibility(root),
        spacing_control=value("characterSpacingControl") or "doNotCompress",
        track_revisions=on("trackRevisions"),
        protection=_protection(root),
        default_tab=length(value("defaultTabStop"), Twips(1)) or Pt(36),
        auto_hyphenation=on("autoHyphenation"),
        east_asian_language=value("themeFontLang", w("eastAsia")),
        not_at_start=value("noLineBreaksBefore") or "",
        not_at_end=value("noLineBreaksAfter") or "",
    )


def _compatibility(root: etree._Element) -> int:
    found = root.find(f"{w('compat')}/{w('compatSetting')}[@{w('name')}='compatibilityMode']")
    return (whole(found.get(VAL)) if found is not None else None) or 12


def _protection(root: etree._Element) -> str:
    found = root.find(w("documentProtection"))
    enforced = found is not None and found.get(w("enforcement")) in ("1", "true", "on")
    return found.get(w("edit"), "") if found is not None and enforced else ""
