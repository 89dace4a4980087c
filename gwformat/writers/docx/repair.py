"""Parts that are rewritten anyway come in; what the schema forbids in them and costs no content goes out."""

from __future__ import annotations

from gwformat.ooxml.names import w
from gwformat.writers.docx.oxml import TAG, Element, are_in_order, drop, in_order, is_in_order
from gwformat.writers.docx.parts import Parts

_ORDERED = tuple(map(w, ("pPr", "rPr", "tblPr", "tcPr", "sectPr", "style")))
_LEVEL = w("lvl")
# Settings of old consumers that ISO/IEC 29500 does not know.
_UNKNOWN_SETTINGS = ("uiCompat97To2003", "hideSpellingErrorsInReadMode")


def is_sorted(root: Element) -> bool:
    """Whether `sort_properties` would leave everything as it is."""
    sequences = {(one.tag, *map(TAG, one)) for one in root.iter(*_ORDERED) if len(one) > 1}
    return all(are_in_order(parent, children) for parent, *children in sequences)


def sort_properties(root: Element) -> None:
    """Children of property elements in the schema's order; some programs write them in their own."""
    for element in root.iter(*_ORDERED):
        if len(element) > 1:  # asked here too, for most have one child or none
            in_order(element)


def mend_numbering(parts: Parts, name: str | None) -> None:
    """List levels in the schema's order, which LibreOffice does not keep; a part in order stays the bytes it was."""
    root = None if name is None else parts.package.optional_tree(name)
    if root is None or name is None or all(is_in_order(level) for level in root.iter(_LEVEL)):
        return
    for level in parts.tree(name).iter(_LEVEL):
        in_order(level)


def mend_settings(settings: Element) -> None:
    """Order, unknown entries, and the one attribute that is required and often missing."""
    drop(settings, *_UNKNOWN_SETTINGS)
    zoom = settings.find(w("zoom"))
    if zoom is not None and zoom.get(w("percent")) is None:
        zoom.set(w("percent"), "100")
    in_order(settings)
    for compat in settings.iter(w("compat")):
        in_order(compat)
