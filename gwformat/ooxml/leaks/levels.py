"""A package comes in; words that lists have for levels nobody uses go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import w

_VAL, _LEVEL, _TEXT = w("val"), w("ilvl"), w("lvlText")
_ANY = "*"
_NUMBERED, _NUMBER, _ABSTRACT = w("numPr"), w("numId"), w("abstractNumId")


def levels(view: View) -> Iterator[Leak]:
    """Words in front of paragraphs that there are not."""
    part = view.related("numbering")
    telling = view.worked_out(part, _telling) if part is not None else None
    root = view.root(part)
    if part is None or root is None or not telling:
        return
    sheet = view.related("styles")
    users = [*view.texts, *([sheet] if sheet else [])]
    of = _lists(root)
    pairs = {pair for user in users for pair in (view.worked_out(user, _used) or frozenset())}
    used = {(of.get(number, ""), level) for number, level in pairs} | pairs
    unused = tuple(text for text, place in telling if used.isdisjoint((place, (_ANY, place[1]))))
    if unused:
        said = f"没有用到的编号级别：“{unused[0].get(_VAL)}”"
        yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.ATTRIBUTES, nodes=unused, names=(_VAL,))


def _telling(root: Element) -> tuple[tuple[Element, tuple[str, str]], ...]:
    """Texts of levels that are words, with their list and level; those that stand for a style are in use."""
    return tuple(
        (text, (_list_of(level), level.get(_LEVEL, "")))
        for level in root.iter(w("lvl"))
        for text in level.iterchildren(_TEXT)
        if not says_nothing(text.get(_VAL, ""))
        and level.find(w("pStyle")) is None
        and next(level.itersiblings(w("styleLink"), preceding=True), None) is None
    )


def _list_of(level: Element) -> str:
    """The list a level belongs to, or the number that has a level of its own."""
    for holder in level.iterancestors(w("abstractNum"), w("num")):
        return f"#{holder.get(_ABSTRACT)}" if holder.get(_ABSTRACT) else holder.get(_NUMBER, "")
    return ""


def _lists(root: Element) -> Mapping[str, str]:
    """The list behind each number."""
    return {
        number.get(_NUMBER, ""): f"#{node.get(_VAL, '')}"
        for number in root.iterchildren(w("num"))
        for node in number.iterchildren(_ABSTRACT)
    }


def _used(root: Element) -> frozenset[tuple[str, str]]:
    """Numbers and levels that paragraphs or styles have."""
    found: set[tuple[str, str]] = set()
    for node in root.iter(_NUMBERED):
        number, level = node.find(_NUMBER), node.find(_LEVEL)
        if number is None:  # the style says which list
            found.add((_ANY, "0" if level is None else level.get(_VAL, "0")))
            continue
        found.add((number.get(_VAL, ""), "0" if level is None else level.get(_VAL, "0")))
    return frozenset(found)
