"""A finished package comes in; without numberings and fonts that nothing in it uses any more it goes out.

Labels of lists have become words, and the fonts of the draft have given way to those of the standard. Styles stay:
which of them somebody wants to use next is not for the writer to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from gwformat.errors import InputUnreadable
from gwformat.ooxml.leaks import Leak, View, unused_fonts, unused_lists
from gwformat.ooxml.names import W, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.safexml import parse
from gwformat.ooxml.spelled import Spelled
from gwformat.ooxml.trees import detach, part_bytes
from gwformat.writers.docx.oxml import Element, clone

_EMBEDDED = tuple(w(f"embed{face}") for face in ("Regular", "Bold", "Italic", "BoldItalic"))
_FINDERS: Mapping[str, Callable[[View], Iterable[Leak]]] = {"numbering": unused_lists, "fontTable": unused_fonts}


_SHEET = b'<w:styles xmlns:w="%s">%%s</w:styles>' % W.encode()
_SAYS = re.compile(rb"<w:(?:numId|rFonts|sym)\b(?:[^<>]*/>)?")


def _excerpt(data: bytes) -> Element | None:
    """What a style sheet says of lists and fonts, each thing once; None where that is not to be seen in its bytes.

    The sheet of a draft may be large, and nothing else asks for the tree of the one that is written.
    """
    spelled = Spelled(data)
    said = set(_SAYS.findall(data))
    if not spelled.is_ordinary or spelled.is_annotated or not all(one.endswith(b"/>") for one in said):
        return None
    try:
        return parse(_SHEET % b"".join(sorted(said)), "styles")
    except InputUnreadable:  # an attribute of another namespace
        return None


def without_leftovers(package: Package, text: Element) -> Package:
    """`package`, the tree of whose main part is `text`, with the numberings and fonts that it uses."""
    trees = {package.main_part: text}
    styles = package.related(package.main_part, "styles")
    if styles is not None:
        sheet = package.of_part(styles, lambda: _excerpt(package.parts[styles]), _excerpt)
        trees |= {} if sheet is None else {styles: sheet}

    def tree(part: str) -> Element:
        return trees[part] if part in trees else package.tree(part)

    view = View(package, tree)
    changes: dict[str, bytes | None] = {}
    for kind, find in _FINDERS.items():
        part = package.related(package.main_part, kind)
        if part is None or package.optional_tree(part) is None:
            continue
        trees[part] = clone(package.tree(part))
        doomed = [node for leak in find(view) for node in leak.nodes if not _is_embedded(node)]
        for node in doomed:
            detach(node)
        if doomed:
            changes[part] = part_bytes(trees[part])
    return package.replaced(changes) if changes else package


def _is_embedded(node: Element) -> bool:
    """Whether a font comes with its file, which would be left without anything that leads to it."""
    return next(node.iterchildren(*_EMBEDDED), None) is not None
