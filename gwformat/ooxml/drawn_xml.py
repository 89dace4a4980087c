"""The bytes of an SVG file come in; what it says besides what it draws goes out, or the file without it."""

from __future__ import annotations

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml.names import namespace
from gwformat.ooxml.safexml import parse

_SVG = "http://www.w3.org/2000/svg"
_DRAWN = (_SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
_WORDS = tuple(f"{{{_SVG}}}{name}" for name in ("title", "desc", "metadata"))


def is_drawn(data: bytes) -> bool:
    """Whether a file may be SVG."""
    return b"<svg" in data[:2048]


def extras(data: bytes) -> tuple[tuple[str, bool], ...]:
    """What the file says besides what it draws, and whether `cleaned` can leave it out."""
    root = _root(data)
    if root is None:
        return (("SVG 图片可能带有说明文字", False),)
    return (("SVG 图片的说明和附加数据", True),) if cleaned(data) != data else ()


def cleaned(data: bytes) -> bytes:
    """The same drawing without titles, descriptions, comments and what editors write for themselves."""
    root = _root(data)
    if root is None:
        return data
    plain = True
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or node.tag in _WORDS or namespace(node.tag) not in _DRAWN:
            plain = False
            _take_out(node)
            continue
        for key in [str(key) for key in node.attrib if str(key).startswith("{") and namespace(str(key)) not in _DRAWN]:
            plain = False
            del node.attrib[key]
    if plain and _stands_alone(root):
        return data
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", with_tail=False)


def _root(data: bytes) -> etree._Element | None:
    try:
        return parse(data, "svg")
    except InputUnreadable:
        return None


def _stands_alone(root: etree._Element) -> bool:
    """Whether there are no comments around the root, and no other words in its beginning."""
    return root.getprevious() is None and root.getnext() is None


def _take_out(node: etree._Element) -> None:
    """Remove a node but not the words behind it."""
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)
