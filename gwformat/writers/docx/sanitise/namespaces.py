"""The root of a part comes in; the same without markup of namespaces Word does not know, plainly declared, goes out."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.grammar.names import NAMESPACES, all_known, is_known, is_plain_prefix
from gwformat.ooxml.names import MC, namespace
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.oxml import Element

_USUAL = {uri: prefix for prefix, uri in NAMESPACES.items() if prefix != "xml"}
_IGNORABLE, _CHOICE, _FALLBACK = (f"{{{MC}}}{name}" for name in ("Ignorable", "Choice", "Fallback"))
_NAMING = tuple(f"{{{MC}}}{name}" for name in ("MustUnderstand", "ProcessContent", "PreserveElements"))


def without_strangers(root: Element) -> Element:
    """A root with all that was in `root` but elements, attributes and declarations of namespaces Word does not know."""
    for node in list(root.iter("*")):
        if not is_known(namespace(node.tag)):
            detach(node)
            continue
        for key in [str(key) for key in node.attrib]:
            if not is_known(namespace(key)) or key in _NAMING:
                del node.attrib[key]
        if node.tag == _CHOICE and not all_known(node.get("Requires", ""), node.nsmap):
            _without_choice(node)
    return _plainly_declared(root)


def _named(node: Element, key: str) -> dict[str, str]:
    """The prefixes that the value of an attribute names, with what they are declared as; "?" if they are not."""
    return {name: node.nsmap.get(name, "?") for name in node.get(key, "").split()}


def _plainly_declared(root: Element) -> Element:
    """The same under usual prefixes, all of them declared where it begins."""
    prefixes = {
        uri: prefix for node in root.iter("*") for prefix, uri in node.nsmap.items() if prefix and is_known(uri)
    }
    plain = {uri: _plain(prefix, uri, number) for number, (uri, prefix) in enumerate(prefixes.items())}
    said: set[str] = set()
    for node in root.iter("*"):
        for key in (_IGNORABLE, "Requires"):
            if key in node.attrib and (key == _IGNORABLE or node.tag == _CHOICE):
                names = [plain[uri] for uri in _named(node, key).values() if uri in plain]
                node.set(key, " ".join(dict.fromkeys(names)))
                said.update(names)
    result = etree.Element(root.tag, nsmap={prefix: uri for uri, prefix in plain.items()})
    result.attrib.update(root.attrib)
    result.text = root.text
    result.extend(list(root))
    etree.cleanup_namespaces(result, keep_ns_prefixes=sorted(said))
    return result


def _plain(prefix: str, uri: str, number: int) -> str:
    return _USUAL.get(uri) or (prefix if is_plain_prefix(prefix) and prefix not in NAMESPACES else f"ns{number}")


def _without_choice(choice: Element) -> None:
    """Take out what only a strange program shows; where nothing else is left, what all others show takes its place."""
    holder = choice.getparent()
    detach(choice)
    if holder is not None and holder.find(_CHOICE) is None:
        fallback = holder.find(_FALLBACK)
        parent = holder.getparent()
        if parent is not None:
            at = parent.index(holder)
            parent[at : at + 1] = list(fallback) if fallback is not None else []
