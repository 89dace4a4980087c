"""styles.xml in; its styles by id, the default ones and the line of styles each is based on out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL

_STYLE, _ID, _TYPE, _DEFAULT, _BASED_ON = w("style"), w("styleId"), w("type"), w("default"), w("basedOn")
_ON = frozenset(("1", "true", "on"))


class StyleSheet:
    """The style elements of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self.root = root
        self.elements: dict[str, etree._Element] = {}
        self.defaults: dict[str, str] = {}  # type → id; as in Word the last one said wins
        if root is not None:
            for element in root.iterchildren(_STYLE):
                identifier = element.get(_ID, "")
                self.elements.setdefault(identifier, element)
                if element.get(_DEFAULT) in _ON:
                    self.defaults[element.get(_TYPE, "paragraph")] = identifier

    def known(self, style_id: str | None, kind: str) -> str | None:
        """`style_id` if there is such a style of that kind, else the default one (17.3.1.27)."""
        return style_id if self.has(style_id, kind) else self.defaults.get(kind)

    def has(self, style_id: str | None, kind: str) -> bool:
        """Whether there is such a style of that kind; a reference to one of another kind says nothing (17.3.2.29)."""
        found = self.elements.get(style_id) if style_id is not None else None
        return found is not None and found.get(_TYPE, "paragraph") == kind

    def base_of(self, style_id: str) -> str | None:
        """The id of the style it is based on; it may be one that does not exist."""
        found = self.elements[style_id].find(_BASED_ON)
        return found.get(VAL) if found is not None else None

    def lineage(self, style_id: str | None) -> list[str]:
        """The style and those it is based on, the nearest first; a circle of styles ends where it closes."""
        line: dict[str, None] = {}
        while style_id is not None and style_id in self.elements and style_id not in line:
            line[style_id] = None
            style_id = self.base_of(style_id)
        return list(line)

    def run_properties(self, style_id: str | None) -> Iterator[etree._Element]:
        """The `w:rPr` of a style and of those it is based on, its own first."""
        for identifier in self.lineage(style_id):
            properties = self.elements[identifier].find(w("rPr"))
            if properties is not None:
                yield properties

    def document_default(self, kind: str) -> etree._Element | None:
        """The `w:pPr` or `w:rPr` (`kind`) that holds where nothing else is said."""
        return self.root.find(f"{w('docDefaults')}/{w(kind + 'Default')}/{w(kind)}") if self.root is not None else None
