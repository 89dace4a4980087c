"""A package comes in; what its lists of relationships and of content types say besides what they list goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local
from gwformat.ooxml.part_kinds import EXTENSIONS, KINDS, TYPES
from gwformat.ooxml.relationships import Relationship, rels_name

_SAID = {
    "Relationships": frozenset[str](),
    "Relationship": frozenset(("Id", "Type", "Target", "TargetMode")),
    "Types": frozenset[str](),
    "Default": frozenset(("Extension", "ContentType")),
    "Override": frozenset(("PartName", "ContentType")),
}
_MODES = ("Internal", "External", "")


def listed(view: View) -> Iterator[Leak]:
    """Lists with words between or beside what they list, and types that only somebody's words tell apart."""
    lists = view.arrows.worked_out(listed, _lists)
    yield from view.settled(CONTENT_TYPES_PART, lists, lists, _listed)


def _listed(view: View, lists: tuple[str, ...]) -> Iterator[Leak]:
    for part in lists:
        if view.worked_out(part, is_odd):
            yield Leak(LeakKind.NAMES, part, "关系表里多余的文字", Removal.LIST)
    typed = tuple(arrow for _, arrow in view.arrows.worked_out(_is_oddly_typed, _typed))
    if view.worked_out(CONTENT_TYPES_PART, is_odd) or any(_is_oddly_typed(view, arrow) for arrow in typed):
        yield Leak(LeakKind.NAMES, CONTENT_TYPES_PART, "内容类型表里多余的文字", Removal.LIST)


def _lists(arrows: Arrows) -> tuple[str, ...]:
    """The parts that say relationships."""
    names = dict.fromkeys(map(rels_name, ("", *arrows.in_order)))
    return tuple(name for name in names if name in arrows.there)


def _typed(arrows: Arrows) -> tuple[tuple[str, Relationship], ...]:
    """The relationships to parts whose type is known by their kind, but the text, which may be of several."""
    others = arrows.there - {arrows.main}
    return tuple(
        (source, arrow)
        for source, arrow in arrows.all
        if arrow.kind in KINDS and KINDS[arrow.kind].content_type and arrow.target in others
    )


def _is_oddly_typed(view: View, arrow: Relationship) -> bool:
    """Whether a part the pages need is said to be of another type than parts of its kind."""
    return view.package.content_type(arrow.target) != KINDS[arrow.kind].content_type


def is_odd(root: Element) -> bool:
    """Whether a list says more than it must."""
    return any(_is_odd(node) for node in root.iter("*"))


def _is_odd(node: Element) -> bool:
    known = _SAID.get(local(node.tag))
    if known is None or (node.text or "").strip() or (node.tail or "").strip() or not known.issuperset(node.attrib):
        return True
    if local(node.tag) == "Relationship":
        kind = KINDS.get(node.get("Type", "").rpartition("/")[2])
        is_external = node.get("TargetMode") == "External"
        fragment = not is_external and ("#" in node.get("Target", "") or "?" in node.get("Target", ""))
        return (kind is not None and kind.relationship != node.get("Type")) or fragment or _odd_mode(node)
    is_list = node.get("PartName", "").endswith(".rels")
    return (is_list or node.get("Extension", "").lower() in EXTENSIONS) and node.get("ContentType") not in TYPES


def _odd_mode(node: Element) -> bool:
    return node.get("TargetMode", "") not in _MODES
