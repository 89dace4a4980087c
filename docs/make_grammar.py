"""Write `gwformat/ooxml/grammar/standard.txt` from the schemas of ECMA-376, whose directory is the argument.

    python docs/make_grammar.py DIR [OUT]

A line for each element: what may stand in it, `#` if text does, and its attributes; a `*` stands behind free words.
An element of one name but several types may hold what any of them may. All values that a schema lists come first.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.ooxml.grammar.names import NAMESPACES

TARGET = Path(__file__).parents[1] / "gwformat/ooxml/grammar/standard.txt"
SCHEMAS = (
    "wml", "dml-wordprocessingDrawing", "dml-main", "dml-picture", "dml-chart", "dml-chartDrawing", "dml-diagram",
    "dml-lockedCanvas", "shared-math", "vml-main", "vml-officeDrawing", "vml-wordprocessingDrawing",
    "shared-commonSimpleTypes", "shared-relationshipReference", "shared-customXmlSchemaProperties", "xml",
)  # fmt: skip
XSD = "http://www.w3.org/2001/XMLSchema"
X = f"{{{XSD}}}"
WORDS = frozenset(
    ("string", "anyURI", "token", "normalizedString", "NCName", "ID", "base64Binary", "language", "Name", "QName")
)
Node = etree._Element


@dataclass
class Entry:
    """What the schemas say of an element, whichever of its types it has."""

    children: set[str] = field(default_factory=set)
    attributes: dict[str, bool] = field(default_factory=dict)  # whether they hold free words
    text: bool = False
    is_free: bool = False  # whether the text is any words


class Schemas:
    """All definitions of the schemas; `entries` are worked out of them from every element they name."""

    def __init__(self, folder: Path) -> None:
        self.prefixes = {uri: prefix for prefix, uri in NAMESPACES.items()}
        self.known: dict[tuple[str, str, str], tuple[Node, str]] = {}
        self.entries: dict[str, Entry] = defaultdict(Entry)
        self.listed: set[str] = set()
        self._done: set[tuple[str, str, str]] = set()
        for name in SCHEMAS:
            root = etree.parse(str(folder / f"{name}.xsd")).getroot()
            for node in root.iterchildren("*"):
                if node.get("name"):
                    self.known[kind(node), root.get("targetNamespace", ""), node.get("name", "")] = node, name
        for what, uri, name in list(self.known):
            if what == "element" and uri in self.prefixes:
                self.declare(f"{self.prefixes[uri]}:{name}", self.known[what, uri, name][0])

    def declare(self, name: str, node: Node) -> None:
        """An element comes with its type."""
        said = node.get("type")
        inner = node.find(f"{X}complexType")
        if inner is not None:
            self.read(self.entries[name], inner)
        elif said is not None:
            self.typed(name, node, *resolved(node, said))
        else:
            self.entries[name]

    def typed(self, name: str, node: Node, uri: str, type_name: str) -> None:
        """An element has the type of that name."""
        if (name, uri, type_name) in self._done:
            return
        self._done.add((name, uri, type_name))
        entry = self.entries[name]
        found = self.known.get(("complexType", uri, type_name))
        if found is not None:
            self.read(entry, found[0])
        else:
            self.says(entry, node, node.get("type"))

    def says(self, entry: Entry, node: Node, said: str | None) -> None:
        """An element holds text of a simple type."""
        entry.text = True
        entry.is_free |= self.is_free(node, said)

    def read(self, entry: Entry, node: Node) -> None:
        """What a type, or a part of one, says of an element."""
        if node.get("mixed") == "true":
            entry.text = entry.is_free = True
        for inner in node.iterchildren("*"):
            what = kind(inner)
            if what in ("sequence", "choice", "all", "complexContent", "simpleContent"):
                self.read(entry, inner)
            elif what == "element":
                self.child(entry, inner)
            elif what == "attribute":
                self.attribute(entry, inner)
            elif what in ("group", "attributeGroup"):
                self.read(entry, self.known[(what, *resolved(inner, inner.get("ref", "")))][0])
            elif what in ("extension", "restriction"):
                self.based(entry, inner)

    def based(self, entry: Entry, node: Node) -> None:
        """A type is made of another one."""
        found = self.known.get(("complexType", *resolved(node, node.get("base", ""))))
        if found is not None:
            self.read(entry, found[0])
        else:
            self.says(entry, node, node.get("base"))
        self.read(entry, node)

    def child(self, entry: Entry, node: Node) -> None:
        """An element may stand in another."""
        reference = node.get("ref")
        if reference is None:
            name = f"{self.prefixes[namespace(node)]}:{node.get('name')}"
            self.declare(name, node)
        else:
            uri, local = resolved(node, reference)
            name = f"{self.prefixes.get(uri, '?')}:{local}"
        entry.children.add(name)

    def attribute(self, entry: Entry, node: Node) -> None:
        """An element may have an attribute."""
        reference = node.get("ref")
        if reference is None:
            root = node.getroottree().getroot()
            form = node.get("form", root.get("attributeFormDefault", "unqualified"))
            prefix = f"{self.prefixes[namespace(node)]}:" if form == "qualified" else ""
            name, defined = f"{prefix}{node.get('name')}", node
        else:
            uri, local = resolved(node, reference)
            name, defined = f"{self.prefixes[uri]}:{local}", self.known["attribute", uri, local][0]
        entry.attributes[name] = entry.attributes.get(name, False) | self.is_free(defined, defined.get("type"))

    def is_free(self, node: Node, said: str | None) -> bool:
        """Whether a simple type holds any words; the values it lists are noted."""
        if said is None:
            inner = node.find(f"{X}simpleType")
            return inner is None or self.simple(inner)
        uri, name = resolved(node, said)
        if uri == XSD:
            return name in WORDS
        found = self.known.get(("simpleType", uri, name))
        return found is None or self.simple(found[0])

    def simple(self, node: Node) -> bool:
        """Whether a simple type holds any words."""
        found = [self.is_free(inner, base) for inner, base in bases(node)]
        listed = [value.get("value", "") for value in node.iter(f"{X}enumeration")]
        self.listed.update(listed)
        narrowed = bool(listed) or node.find(f".//{X}pattern") is not None or node.find(f".//{X}length") is not None
        return any(found) and not narrowed


def bases(node: Node) -> Iterator[tuple[Node, str | None]]:
    """The types that a simple type is made of."""
    for inner in node.iterchildren("*"):
        for key in ("base", "itemType", "memberTypes"):
            yield from ((inner, said) for said in inner.get(key, "").split())
        yield from ((inner, None) for _ in inner.iterchildren(f"{X}simpleType"))


def kind(node: Node) -> str:
    """What an element of a schema is."""
    return etree.QName(node).localname


def namespace(node: Node) -> str:
    """The namespace that a schema is of."""
    return str(node.getroottree().getroot().get("targetNamespace"))


def resolved(node: Node, said: str) -> tuple[str, str]:
    """The namespace and name that a schema spells with a prefix."""
    prefix, _, name = said.rpartition(":")
    return (NAMESPACES["xml"] if prefix == "xml" else node.nsmap.get(prefix or None, "")), name


def lines(schemas: Schemas) -> Iterator[str]:
    """Sets of children that several elements have get a name of their own."""
    sets = Counter(frozenset(entry.children) for entry in schemas.entries.values() if len(entry.children) > 3)
    shared = {children: f"@{number}" for number, (children, count) in enumerate(sets.most_common()) if count > 1}
    yield f"= {' '.join(sorted(value for value in schemas.listed if value and ' ' not in value))}"
    yield from (f"{name} {' '.join(sorted(children))}" for children, name in shared.items())
    for name, entry in sorted(schemas.entries.items()):
        held = shared.get(frozenset(entry.children), " ".join(sorted(entry.children)))
        said = " ".join(f"{key}{'*' * free}" for key, free in sorted(entry.attributes.items()))
        yield " ".join(filter(None, (name, held, "#*"[: entry.text + entry.is_free], "|" * bool(said), said)))


def main() -> None:
    """Write what the schemas say."""
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET
    target.write_text("\n".join(lines(Schemas(Path(sys.argv[1])))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
