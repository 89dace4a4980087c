"""A docx comes in; the runs whose quotation marks or dashes would be set in another kind of face go out.

Without `w:hint="eastAsia"` Word takes “ ” ‘ ’ — … from the hAnsi slot (ECMA-376-1 17.3.2.26). Where that slot goes from
宋体 to Times New Roman they would turn narrow, and wide the other way round; with the hint they are set in the Chinese
face on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.ooxml.effective import Formatting
from gwformat.ooxml.inline import Atom, AtomKind, paragraphs
from gwformat.ooxml.names import w
from gwformat.text.scripts import HINTED, is_western
from gwformat.writers.docx.mapping.wording import Wording
from gwformat.writers.docx.oxml import RPR, Element, child

_FONTS, _HINT = w("rFonts"), w("hint")


def unhinted(part: str, root: Element, formatting: Formatting, wording: Wording) -> Iterator[Element]:
    """The runs of a part that need the hint, as elements of `root`."""
    looks = None
    for number, paragraph in enumerate(paragraphs(root), 1):
        if HINTED.search(etree.tostring(paragraph, method="text", encoding="unicode")) is None:
            continue
        looks = looks or formatting.part(part)
        if looks is None:
            return
        leaves = looks.atoms(number)
        found = [(index, atom) for index, atom in enumerate(leaves) if _is_ambiguous(atom)]
        if not found or is_western("".join(atom.text for atom in leaves)):
            continue
        own = looks.runs(number)
        for index, atom in found:
            look = own[index]
            if look.hint == "eastAsia" or look.complex_script or atom.run is None:
                continue
            family = wording.names.latin(look.hansi.name, look.east_asia.name) if look.hansi.said else None
            if family is not None and family != look.hansi.name:
                yield atom.run


def _is_ambiguous(atom: Atom) -> bool:
    if atom.kind is not AtomKind.TEXT or atom.run is None or HINTED.search(atom.text) is None:
        return False
    properties = child(atom.run, RPR)
    fonts = None if properties is None else child(properties, _FONTS)
    return fonts is None or fonts.get(_HINT) != "eastAsia"
