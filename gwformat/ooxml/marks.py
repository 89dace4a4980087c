"""The custom XML part a written file carries: its elements in order, so that it is read back exactly."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from gwformat.ooxml.safexml import mentions
from gwformat.ooxml.trees import part_bytes
from gwformat.ooxml.values import whole
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.ooxml.package import Package

NAMESPACE = "urn:gwformat:elements:1"
_ELEMENT = f"{{{NAMESPACE}}}element"
PART = "customXml/gwformat.xml"


@dataclass(frozen=True, slots=True)
class Mark:
    """One element of a written file: role key, fingerprint of its words, and how it hangs together."""

    role: str
    fingerprint: str
    run_in: bool = False
    attachment: int = 0


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that stand for `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def dump(kind: str, marks: Iterable[tuple[Mark, str]], seal: str = "", diameter: int = 0) -> bytes:
    """The part's XML; each mark comes with the Chinese term of its role.

    `seal` and its `diameter` (in EMU) say how the sign-off is authenticated where that is not as usual.
    """
    root = etree.fromstring(f'<document xmlns="{NAMESPACE}"/>')
    root.set("kind", kind)
    if seal:
        root.set("seal", seal)
    if diameter:
        root.set("sealDiameter", str(diameter))
    for mark, term in marks:
        element = etree.SubElement(root, _ELEMENT)
        element.set("role", mark.role)
        element.set("term", term)
        element.set("fingerprint", mark.fingerprint)
        if mark.run_in:
            element.set("runIn", "true")
        if mark.attachment:
            element.set("attachment", str(mark.attachment))
    return part_bytes(root)


def found_in(package: Package) -> tuple[str, etree._Element] | None:
    """The part of a file that is one of ours, and its root; word processors give the parts they keep other names."""
    arrows = package.relationships(package.main_part).values()
    for name in (PART, *(arrow.target for arrow in arrows if arrow.kind == "customXml")):
        if mentions(package.parts.get(name, b""), NAMESPACE.encode()):
            root = package.optional_tree(name)
            if root is not None and kind(root) is not None:
                return name, root
    return None


def kind(root: etree._Element) -> str | None:
    """The format the file was written in; None if the part is not one of ours."""
    return root.get("kind") if root.tag == f"{{{NAMESPACE}}}document" else None


def sealing(root: etree._Element) -> tuple[str, int]:
    """The seal of the written file and its diameter in EMU; "" and 0 where they were as usual, or nonsense."""
    if kind(root) is None:
        return "", 0
    return root.get("seal", ""), max(whole(root.get("sealDiameter")) or 0, 0)


def load(root: etree._Element) -> tuple[Mark, ...]:
    """The marks of a parsed part; empty if it is not one of ours."""
    if root.tag != f"{{{NAMESPACE}}}document":
        return ()
    return tuple(
        Mark(
            role=element.get("role", ""),
            fingerprint=element.get("fingerprint", ""),
            run_in=element.get("runIn") == "true",
            attachment=whole(element.get("attachment")) or 0,
        )
        for element in root.iter(f"{{{NAMESPACE}}}element")
    )
