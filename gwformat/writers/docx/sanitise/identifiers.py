"""Names of styles, bookmarks, relationships and kinds of shapes come in; counted ones in their places go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from gwformat.ooxml.leaks import Leak, Removal, View, says_nothing
from gwformat.ooxml.names import RELATIONSHIP, R, w
from gwformat.ooxml.relationships import rels_name
from gwformat.writers.docx.oxml import Element
from gwformat.writers.docx.parts import Parts

_STYLE, _NAME, _ID, _VAL = w("style"), w("name"), w("styleId"), w("val")
_STYLED = tuple(
    w(name)
    for name in (
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink", "defaultTableStyle",
        "clickAndTypeStyle",
    )
)  # fmt: skip
_CODE, _SIMPLE, _INSTRUCTION = w("instrText"), w("fldSimple"), w("instr")
_LINK, _ANCHOR, _PLACE = w("hyperlink"), w("anchor"), w("docLocation")
_BESIDE = frozenset(("{urn:schemas-microsoft-com:office:office}relid", "relId"))
_SHEETS = ("styles", "numbering", "settings")


def rename(parts: Parts, view: View, leaks: Iterable[Leak]) -> None:
    """Give what the leaks name other names, wherever the document calls it."""
    leaks = tuple(leaks)
    named = {way: [leak for leak in leaks if leak.removal is way] for way in _WAYS}
    for way, act in _WAYS.items():
        if named[way]:
            act(parts, view, named[way])


def _styles(parts: Parts, view: View, leaks: Iterable[Leak]) -> None:
    sheet = next(iter(leaks)).part
    doomed = {name for leak in leaks for name in leak.names}
    nodes = list(parts.tree(sheet).iterchildren(_STYLE))
    keys = _counted("a", {node.get(_ID, "") for node in nodes})
    labels = _counted("样式", {_called(node).get(_VAL, "") for node in nodes})
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for node in nodes:
        key, called = node.get(_ID, ""), _called(node)
        if key not in doomed:
            continue
        if not says_nothing(key):
            ids[key] = next(keys)
            node.set(_ID, ids[key])
        if not says_nothing(called.get(_VAL, "")):
            names[called.get(_VAL, "")] = label = next(labels)
            called.set(_VAL, label)
    for part in _called_in(view):
        for node in parts.tree(part).iter(*_STYLED):
            node.set(_VAL, ids.get(node.get(_VAL, ""), node.get(_VAL, "")))
    _rename_in_codes(parts, view, names)


def _called(style: Element) -> Element:
    node = style.find(_NAME)
    return style if node is None else node


def _bookmarks(parts: Parts, view: View, leaks: Iterable[Leak]) -> None:
    taken = {node.get(_NAME, "") for part in view.texts for node in parts.tree(part).iter(w("bookmarkStart"))}
    names = _renamed("书签", dict.fromkeys(name for leak in leaks for name in leak.names), taken)
    for part in view.texts:
        for node in parts.tree(part).iter(w("bookmarkStart"), _LINK):
            for key in (_NAME, _ANCHOR, _PLACE):
                if node.get(key) in names:
                    node.set(key, names[node.get(key, "")])
        if rels_name(part) in parts.package.parts:
            for arrow in parts.tree(rels_name(part)).iter(RELATIONSHIP):
                target = arrow.get("Target", "")
                if target.startswith("#") and target[1:] in names:
                    arrow.set("Target", f"#{names[target[1:]]}")
    _rename_in_codes(parts, view, names)


def _shape_types(parts: Parts, view: View, leaks: Iterable[Leak]) -> None:
    for leak in leaks:
        root = parts.tree(leak.part)
        names = _renamed("_x0000_t", leak.names, {node.get("id", "") for node in root.iter("*")}, start=900)
        for node in root.iter("*"):
            for key in ("id", "type"):
                value = node.get(key, "")
                if value.lstrip("#") in names:
                    node.set(key, "#" * value.startswith("#") + names[value.lstrip("#")])


def _arrows(parts: Parts, view: View, leaks: Iterable[Leak]) -> None:
    of: dict[str, list[str]] = {}
    for leak in leaks:
        of.setdefault(leak.part, []).extend(leak.names)
    for source, old in of.items():
        nodes = [node for node in parts.tree(rels_name(source)).iter(RELATIONSHIP) if parts.has(rels_name(source))]
        names = _renamed("rId", old, {node.get("Id", "") for node in nodes})
        for node in nodes:
            node.set("Id", names.get(node.get("Id", ""), node.get("Id", "")))
        if source.lower().endswith((".xml", ".vml")) and view.root(source) is not None:
            _rename_arrows_in(parts.tree(source), names)
            for part in _beside(view, source):
                _rename_arrows_in(parts.tree(part), names)


def _beside(view: View, source: str) -> Iterator[str]:
    """Parts that name relationships of the text: data of diagrams say where their drawings are."""
    yield from (arrow.target for of, arrow in view.arrows.of("diagramData") if of == source)


def _rename_arrows_in(root: Element, names: Mapping[str, str]) -> None:
    for node in root.iter("*"):
        for key, value in node.items():
            name = str(key)
            if value in names and (name.startswith(f"{{{R}}}") or name in _BESIDE):
                node.set(name, names[str(value)])


def _rename_in_codes(parts: Parts, view: View, names: Mapping[str, str]) -> None:
    """Call styles or bookmarks by their new names in the codes of fields."""
    if not names:
        return
    longest = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    said = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")
    for part in view.texts:
        for node in parts.tree(part).iter(_CODE, _SIMPLE):
            if node.tag == _CODE:
                node.text = said.sub(lambda found: names[found[0]], node.text or "")
            else:
                node.set(_INSTRUCTION, said.sub(lambda found: names[found[0]], node.get(_INSTRUCTION, "")))


def _called_in(view: View) -> Iterator[str]:
    yield from view.texts
    yield from (part for kind in (*_SHEETS, "comments") if (part := view.related(kind)) and view.root(part) is not None)


def _renamed(stem: str, names: Iterable[str], taken: Iterable[str], start: int = 1) -> dict[str, str]:
    free = _counted(stem, taken, start)
    return {name: next(free) for name in names}


def _counted(stem: str, taken: Iterable[str], start: int = 1) -> Iterator[str]:
    """Names of a stem and a number that nothing has yet."""
    known = {name.casefold() for name in taken}
    numbers = range(start, 10**9)
    return (name for number in numbers if (name := f"{stem}{number}").casefold() not in known)


_WAYS = {
    Removal.STYLE: _styles,
    Removal.BOOKMARK: _bookmarks,
    Removal.SHAPE_TYPE: _shape_types,
    Removal.ARROW: _arrows,
}
