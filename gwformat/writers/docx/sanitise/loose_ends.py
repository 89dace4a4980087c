"""Parts from which something was taken out come in; the package without what hung on it alone goes out."""

from __future__ import annotations

from collections.abc import Collection

from gwformat.ooxml.leaks import View
from gwformat.ooxml.names import A, R, local
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import rels_name
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.oxml import Element
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.sanitise.removing import unwrap
from gwformat.writers.docx.sanitise.renaming import source_of

_PICTURES = frozenset(("blip", "imagedata", "fill", "stroke"))  # they lose the link and stay
_EXTENSION = f"{{{A}}}ext"


def tidy(parts: Parts, reached: Collection[str]) -> Package:
    """The package: references to nothing are gone, and so are the parts in `reached` that nothing leads to now."""
    for source in ("", *sorted(reached)):
        if rels_name(source) in parts.package.parts and parts.has(rels_name(source)):
            _drop_references(parts, source)
    package = parts.result()
    after = View(package)
    lost = {name for name in reached if name in package.parts and name not in after.reached}
    kept = package.parts.keys() - lost
    lists = {name for name in package.parts if name.endswith(".rels") and name != rels_name("")}
    useless = {name for name in lists if source_of(name) not in kept or not len(package.tree(name))}
    return package.replaced(dict.fromkeys(lost | useless))


def _drop_references(parts: Parts, source: str) -> None:
    """Take out of a part whatever names a relationship that is gone."""
    was = {arrow.id for arrow in parts.package.relationships(source).values()}
    gone = was - {node.get("Id") for node in parts.tree(rels_name(source))}
    if not gone or not source.lower().endswith((".xml", ".vml")):
        return
    for node in list(parts.tree(source).iter("*")):
        for key in [
            str(key) for key, value in node.attrib.items() if value in gone and str(key).startswith(f"{{{R}}}")
        ]:
            _without(node, key)


def _without(node: Element, key: str) -> None:
    name = local(node.tag)
    extension = next(node.iterancestors(_EXTENSION), None)
    if name == "hyperlink":
        unwrap(node)
    elif name in _PICTURES:
        del node.attrib[key]
    else:
        detach(node if extension is None else extension)
