"""A mapped file and the record it carries come in, the file as it was before the mapping goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree

from gwformat.ooxml import trees
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping.places import places, said, say
from gwformat.writers.docx.mapping.record import Changed, Record, detach
from gwformat.writers.docx.mapping.work import append_run, remove_place
from gwformat.writers.docx.oxml import Element, R
from gwformat.writers.docx.parts import Parts

_Key = tuple[str, frozenset[tuple[str, str]]]  # a word processor says it in an order of its own


def restored(package: Package, name: str, record: Record) -> tuple[Package, bool]:
    """The file before the mapping; False if it was edited since, so that some places are known by their fonts only."""
    parts = Parts(package)
    by_look = _by_look(record)
    exact = True
    for part, changes in record.places.items():
        if package.optional_tree(part) is None:
            exact = False
            continue
        found = list(places(parts.tree(part)))
        if _matches(found, changes):
            # From the end, so that a run that was split twice is whole again before it goes to the one before it.
            for place, change in zip(reversed(found), reversed(changes), strict=True):
                if change is not None:
                    _undo(place, change)
            continue
        exact = False
        for place in found:
            change = by_look.get((place.tag, frozenset(said(place).items())))
            if change is not None:
                _undo(place, Changed(change.tag, change.before, change.after))
    for part, table in record.tables.items():
        if package.optional_tree(part) is not None:
            _restore_table(parts.tree(part), table.added, table.removed)
    detach(parts, name)
    return parts.result(), exact


def _by_look(record: Record) -> Mapping[_Key, Changed]:
    """The most frequent of the changes that lead to what a place says."""
    counts = Counter(
        ((change.tag, frozenset(change.after.items())), id(change))
        for changes in record.places.values()
        for change in changes
        if change
    )
    known = {id(change): change for changes in record.places.values() for change in changes if change}
    found: dict[_Key, Changed] = {}
    for (look, change), _ in counts.most_common():
        found.setdefault(look, known[change])
    return found


def _matches(found: Sequence[Element], changes: Sequence[Changed | None]) -> bool:
    """Whether the places are still those the mapping left."""
    return len(found) == len(changes) and all(
        change is None or (change.tag == place.tag and said(place) == change.after)
        for place, change in zip(found, changes, strict=True)
    )


def _undo(place: Element, change: Changed) -> None:
    if change.joins:
        _join(place, change.joins)
    if change.before is None:
        remove_place(place)
    else:
        say(place, change.before)


def _join(place: Element, sides: Sequence[str]) -> None:
    """Make a run that was split off one with its neighbours again; which one keeps its properties matters not."""
    properties = place.getparent()
    run = properties.getparent() if properties is not None else None
    if run is None:
        return
    following, before = run.getnext(), run.getprevious()
    if "after" in sides and following is not None and following.tag == R:
        append_run(run, following)
    if "before" in sides and before is not None and before.tag == R:
        append_run(before, run)


def _restore_table(root: Element, added: Sequence[str], removed: Sequence[bytes]) -> None:
    for entry in list(root.iter(w("font"))):
        if entry.get(w("name")) in added:
            trees.detach(entry)
    present = {entry.get(w("name")) for entry in root.iter(w("font"))}
    root.extend(entry for data in removed if (entry := etree.fromstring(data)).get(w("name")) not in present)
