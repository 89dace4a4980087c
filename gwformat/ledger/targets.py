"""The relationships of a part come in; what a drawing or a link in it points at goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.parts import Parts, Relationship
from gwformat.ooxml.names import R

_RELATED = {
    "image": ObjectKind.IMAGE,
    "chart": ObjectKind.CHART,
    "chartEx": ObjectKind.CHART,
    "diagramData": ObjectKind.DIAGRAM,
    "oleObject": ObjectKind.EMBEDDED,
    "package": ObjectKind.EMBEDDED,
    "control": ObjectKind.EMBEDDED,
    "hyperlink": ObjectKind.HYPERLINK,
}
_ATTRIBUTE = f"{{{R}}}"
_ATTRIBUTES_WITHIN = etree.XPath("descendant::*/@r:*", namespaces={"r": R}, smart_strings=False)


class Targets:
    """What the relationships of one part point at, a part being known by the digest of its bytes."""

    def __init__(self, parts: Parts, relationships: Mapping[str, Relationship]) -> None:
        self._parts = parts
        self._relationships = relationships

    def of(self, node: etree._Element) -> Iterator[tuple[ObjectKind, str]]:
        """The objects that the attributes of an element name."""
        return self._objects(str(value) for name, value in node.items() if str(name).startswith(_ATTRIBUTE))

    def within(self, node: etree._Element) -> Iterator[tuple[ObjectKind, str]]:
        """The objects that anything within a graphic names."""
        found = _ATTRIBUTES_WITHIN(node)
        return self._objects(map(str, found) if isinstance(found, list) else ())

    def _objects(self, identifiers: Iterable[str]) -> Iterator[tuple[ObjectKind, str]]:
        for identifier in identifiers:
            arrow = self._relationships.get(identifier)
            kind = None if arrow is None else _RELATED.get(arrow.kind)
            if arrow is not None and kind is not None:
                yield kind, arrow.target if arrow.external else self._parts.digest(arrow.target)

    def address(self, identifier: str) -> str:
        """Where a link leads; "" if that is not known."""
        arrow = self._relationships.get(identifier)
        return arrow.target if arrow else ""

    def part(self, identifier: str) -> str:
        """The digest of the part an identifier names; "" if there is none."""
        arrow = self._relationships.get(identifier)
        return self._parts.digest(arrow.target) if arrow else ""
