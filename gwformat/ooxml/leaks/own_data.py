"""The root of a custom XML part comes in; whether it is one this program writes, and says nothing more, goes out.

Such parts hold roles, fingerprints, names of fonts and counted places. Anybody may write words under our name, so that
every attribute is held against what it may say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.ooxml.grammar import entry, permits, spelled_name
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.view import Element
from gwformat.ooxml.names import W, local, namespace

OWN_DATA = "urn:gwformat:"
"""How the namespaces of the custom XML begin that this program writes itself: it holds no words."""

_ELEMENTS, _FONTS = f"{OWN_DATA}elements:1", f"{OWN_DATA}fonts:1"
_FLAG = expression(r"[a-z]{2,12}|\d{1,9}")
_LETTERS = expression(r"[a-z]{1,4}")
_PLACES = expression(r"[\s\d=a-z]*")
_FONT = expression(r".{0,64}")
_PART = expression(r"[\w/.-]*")
_ROLE = expression("|".join(role.key for role in Role))
_TERM = expression("|".join(re.escape(role.value) for role in Role))
_SAYS: Mapping[tuple[str, str], Mapping[str, re.Pattern[str]]] = {
    (_ELEMENTS, "document"): dict.fromkeys(("kind", "seal", "sealDiameter"), _FLAG),
    (_ELEMENTS, "element"): {
        "role": _ROLE, "term": _TERM, "fingerprint": re.compile("[0-9a-f]{16}"), "runIn": _FLAG, "attachment": _FLAG,
    },
    (_FONTS, "fonts"): {"source": _FLAG, "target": _FLAG},
    (_FONTS, "change"): {"id": _LETTERS, "place": re.compile("[a-zA-Z]{2,16}"), "joins": re.compile("[a-z ]{0,16}")},
    (_FONTS, "part"): {"name": _PART},
    (_FONTS, "table"): {"name": _PART},
    (_FONTS, "added"): {"name": _FONT},
}  # fmt: skip
_BESIDES = ("before", "after")
_FORMATTING = frozenset(
    (
        "ascii", "hAnsi", "eastAsia", "cs", "asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme", "hint", "val",
        "font", "char", "typeface", "script", "panose", "pitchFamily", "charset", "style",
    )
)  # fmt: skip


def is_own(root: Element) -> bool:
    """Whether the part holds what this program writes, name by name and value by value."""
    return str(root.tag).startswith(f"{{{OWN_DATA}") and all(_is_plain(node) for node in root.iter())


def _is_plain(node: Element) -> bool:
    if not isinstance(node.tag, str) or _PLACES.fullmatch(node.text or "") is None or (node.tail or "").strip():
        return False
    uri, name = namespace(node.tag), local(node.tag)
    attributes = {str(key): str(value) for key, value in node.items()}
    if uri == W:  # an entry of a table of fonts that was taken out
        return _is_in_grammar(node, attributes)
    if uri == _FONTS and name in _BESIDES:
        return _FORMATTING.issuperset(attributes) and all(map(_FONT.fullmatch, attributes.values()))
    says = _SAYS.get((uri, name))
    if says is None or not says.keys() >= attributes.keys():
        return False
    return all(says[key].fullmatch(value) for key, value in attributes.items()) and (
        name not in ("part", "table") or says_nothing(attributes.get("name", ""))
    )


def _is_in_grammar(node: Element, attributes: Mapping[str, str]) -> bool:
    known = entry(spelled_name(str(node.tag)) or "")
    return known is not None and all(
        permits(known.attributes.get(spelled_name(key) or "", "nothing"), value) for key, value in attributes.items()
    )
