"""A docx with embedded fonts comes in, the same without them goes out."""

from __future__ import annotations

from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.writers.docx.embedding.embed import released
from gwformat.writers.docx.oxml import drop
from gwformat.writers.docx.parts import Parts

_SWITCHES = ("embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts")


def unembed(package: Package) -> Package:
    """Take out all fonts, what the font table says of them, and the settings that ask for them."""
    parts = Parts(released(package, None))
    settings = package.related(package.main_part, "settings")
    if settings is not None and any(package.tree(settings).find(w(name)) is not None for name in _SWITCHES):
        drop(parts.tree(settings), *_SWITCHES)
    return parts.result()
