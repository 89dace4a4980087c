"""The parts of a package that hold paragraphs in, how many carriers of each kind they have out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from gwformat.model import CarrierKind
from gwformat.ooxml.alternatives import is_aside, set_aside
from gwformat.ooxml.inline import is_hidden
from gwformat.ooxml.names import M, w
from gwformat.readers.docx.objects import kind_of, visible

_PLAIN = {
    w("tbl"): CarrierKind.TABLE,
    w("footnoteReference"): CarrierKind.FOOTNOTE,
    w("endnoteReference"): CarrierKind.ENDNOTE,
    w("sym"): CarrierKind.SYMBOL,
    w("ruby"): CarrierKind.RUBY,
    w("altChunk"): CarrierKind.ALT_CHUNK,
    w("sdt"): CarrierKind.CONTENT_CONTROL,
    f"{{{M}}}oMath": CarrierKind.FORMULA,
}
_GRAPHICS = frozenset(w(name) for name in ("drawing", "pict", "object"))
_BREAK, _SECTION, _VANISH = w("br"), w("sectPr"), w("vanish")
_PAGE_BREAKS = frozenset(("page", "column"))
_TAGS = (*_PLAIN, *_GRAPHICS, _BREAK, _SECTION, _VANISH)


def census(roots: Iterable[etree._Element]) -> tuple[tuple[CarrierKind, int], ...]:
    """How many carriers of each kind there are, in the order of `CarrierKind`."""
    counts: Counter[CarrierKind] = Counter()
    for root in roots:
        aside = set_aside(root)
        for element in root.iter(*_TAGS):
            kind = _kind(element)
            if kind is None or is_aside(element, aside):
                continue
            counts[kind] += 1
    return tuple((kind, counts[kind]) for kind in CarrierKind if counts[kind])


def _kind(element: etree._Element) -> CarrierKind | None:
    tag = element.tag
    if tag == _VANISH:
        properties = element.getparent()
        run = properties.getparent() if properties is not None else None
        hidden = run is not None and run.tag == w("r") and is_hidden(run)
        return CarrierKind.HIDDEN_TEXT if hidden else None
    if tag in _GRAPHICS:
        return kind_of(element, visible(element))
    if tag == _BREAK:
        return CarrierKind.PAGE_BREAK if element.get(w("type")) in _PAGE_BREAKS else None
    if tag == _SECTION:
        parent = element.getparent()
        return CarrierKind.SECTION_BREAK if parent is not None and parent.tag == w("pPr") else None
    return _PLAIN[tag]
