"""Parts that are rewritten anyway come in; what the schema forbids in them and costs no content goes out."""

from __future__ import annotations

from gwformat.ooxml.names import w
from gwformat.writers.docx.oxml import Element, drop, in_order

_ORDERED = tuple(map(w, ("pPr", "rPr", "tblPr", "tcPr", "sectPr", "style")))
# Settings of old consumers that ISO/IEC 29500 does not know.
_UNKNOWN_SETTINGS = ("uiCompat97To2003", "hideSpellingErrorsInReadMode")


def sort_properties(root: Element) -> None:
    """Children of property elements in the schema's order; some programs write them in their own."""
    for element in root.iter(*_ORDERED):
        if len(element) > 1:
            in_order(element)


def mend_settings(settings: Element) -> None:
    """Order, unknown entries, and the one attribute that is required and often missing."""
    drop(settings, *_UNKNOWN_SETTINGS)
    zoom = settings.find(w("zoom"))
    if zoom is not None and zoom.get(w("percent")) is None:
        zoom.set(w("percent"), "100")
    in_order(settings)
    for compat in settings.iter(w("compat")):
        in_order(compat)
