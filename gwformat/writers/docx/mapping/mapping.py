"""A docx and a font system come in; the docx with every font named as that system names it goes out."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from gwformat.fonts.advances import Advances
from gwformat.fonts.system import FontSystem, packaged_systems
from gwformat.ooxml.effective import Formatting, formatting_of
from gwformat.ooxml.names import M, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.theme import Theme, theme_of
from gwformat.writers.docx.mapping import font_table, hints, record
from gwformat.writers.docx.mapping.keeping import Kept, keep_lines
from gwformat.writers.docx.mapping.lacking import Lacking, keep_characters
from gwformat.writers.docx.mapping.places import EAST, FONTS, LATIN, SCRIPT, Said, may_say, places, said
from gwformat.writers.docx.mapping.restoring import restored
from gwformat.writers.docx.mapping.role_styles import typefaces
from gwformat.writers.docx.mapping.wording import Wanted, Worded, Wording
from gwformat.writers.docx.mapping.work import Work
from gwformat.writers.docx.oxml import Element, R

_STYLE, _STYLE_ID = w("style"), w("styleId")
_FORMULA = f"{{{M}}}oMath"
_HINT = {"hint": "eastAsia"}
_NO_FONTS_OF_THE_TEXT = ("customxml/", "docprops/", "[content_types]")
_LIKELY = ("party", "government", "windows", "open")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A family that became another one, and in how many places."""

    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A family nothing is known of, left as it was, and in how many places it is named."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """The mapped file and what was done to it.

    `source` is the system the file was in; `lacking` are the characters its new faces do not have. `way_back` tells
    that the file carried the record of a mapping and has been given back the names it had before; `exact` is False if
    it was edited meanwhile, so that places were known by what they say only.
    """

    package: Package
    source: str
    changes: tuple[Renamed, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    hinted: int = 0
    lacking: tuple[Lacking, ...] = ()
    way_back: bool = False
    exact: bool = True
    kept: Kept | None = None


class _Place(NamedTuple):
    """One place as it was read."""

    tag: str
    said: Said
    beside: str | None
    wanted: Wanted | None
    in_formula: bool


_Read = Mapping[str, list[_Place]]


def map_fonts(package: Package, target: FontSystem, advances: Advances | None = None) -> Mapped:
    """Name all fonts as `target` does; nothing but fonts changes, and the file remembers the names it had.

    With `advances` lines are kept where they end, by tracking of letters and digits. A file that was mapped before is
    first given back what it said; if it was in `target` then, that is all.
    """
    carried = record.find(package)
    if carried is None:
        return _map(package, target, advances)
    before, exact = restored(package, *carried)
    if carried[1].source != target.name:
        return _map(before, target, advances, source=carried[1].source, exact=exact)
    if not exact:  # what was written since may be in any face
        mended = _map(before, target, None, source=target.name, exact=False)
        undone = (*_undone(carried[1]), *mended.changes)
        return replace(mended, source=target.name, changes=undone, way_back=True, exact=False)
    return Mapped(before, target.name, _undone(carried[1]), way_back=True)


def _map(
    package: Package, target: FontSystem, advances: Advances | None, *, source: str | None = None, exact: bool = True
) -> Mapped:
    formatting = formatting_of(package)
    theme = _theme(package, formatting)
    found = dict(_read(package))
    wording = Wording(target, theme)
    work = Work(package)
    changes: Counter[tuple[str, str]] = Counter()
    unknown: Counter[str] = Counter()
    used: set[str] = set()
    for part, read in found.items():
        is_theme = package.content_type(part) == _THEME_TYPE
        worded = [wording.of(*place) for place in read]
        for change in worded:
            changes.update(change.names)
            unknown.update(() if is_theme else change.unknown)
        used.update(
            name
            for place, new in zip(read, worded, strict=True)
            if not (is_theme and place.tag == SCRIPT)  # what a theme offers to other scripts is not used
            for name in _names(new.said or place.said)
        )
        if any(new.said is not None for new in worded):
            _rewrite(work, part, worded)
    hinted = _set_hints(work, found, formatting, wording)
    lacking = keep_characters(work, formatting, target)
    used.update(one.kept for one in lacking)
    gone = frozenset(before for before, _ in changes) - used
    font_table.map_tables(work, gone, frozenset(after for _, after in changes), target.latin)
    if work.is_idle:
        return Mapped(package, source or target.name, unknown=_sorted(unknown), exact=exact)
    kept = keep_lines(work, formatting, advances) if advances is not None else None
    was = source or _system_of(found, theme)
    renamed = tuple(Renamed(*names, count) for names, count in changes.most_common())
    # A file that was of this system already, but for some places, has nowhere to go back to.
    result = work.parts.result() if was == target.name else work.result(was, target.name)
    return Mapped(result, was, renamed, _sorted(unknown), hinted, lacking, False, exact, kept)


_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def _theme(package: Package, formatting: Formatting) -> Theme:
    part = package.related(package.main_part, "theme")
    root = package.optional_tree(part) if part else None
    return theme_of(root, formatting.settings.east_asian_language)


def _read(package: Package) -> Iterator[tuple[str, list[_Place]]]:
    """The places of each part that may name a font."""
    styles = package.related(package.main_part, "styles")
    for part, data in package.parts.items():
        lowered = part.lower()
        if not lowered.endswith(".xml") or lowered.startswith(_NO_FONTS_OF_THE_TEXT) or not may_say(data):
            continue
        root = package.optional_tree(part)
        if root is None:
            continue
        roles = typefaces(package) if part == styles else {}
        formulas = {place for formula in root.iter(_FORMULA) for place in formula.iter(FONTS)}
        if read := [_Place(p.tag, said(p), _beside(p), _wanted(p, roles), p in formulas) for p in places(root)]:
            yield part, read


def _beside(place: Element) -> str | None:
    """The Chinese face a drawing names next to its Latin one."""
    parent = place.getparent() if place.tag == LATIN else None
    east = None if parent is None else parent.find(EAST)
    return None if east is None else east.get("typeface")


def _wanted(place: Element, roles: Mapping[str, Wanted]) -> Wanted | None:
    """The typeface the standard wants in the style a place belongs to."""
    if not roles or place.tag != FONTS:
        return None
    properties = place.getparent()
    style = None if properties is None else properties.getparent()
    return roles.get(style.get(_STYLE_ID, "")) if style is not None and style.tag == _STYLE else None


def _rewrite(work: Work, part: str, worded: list[Worded]) -> None:
    for place, new in zip(list(places(work.tree(part))), worded, strict=True):
        if new.said is not None:
            work.change(part, place, new.said)


def _set_hints(work: Work, found: _Read, formatting: Formatting, wording: Wording) -> int:
    """Set the hint on runs that need it; the main text is looked at even where only styles name fonts."""
    count = 0
    for part in dict.fromkeys((work.package.main_part, *found)):
        root = work.package.tree(part)
        runs = list(dict.fromkeys(hints.unhinted(part, root, formatting, wording)))
        if runs:
            twins = dict(zip(root.iter(R), work.tree(part).iter(R), strict=True))
            for run in runs:
                work.set_on_run(part, twins[run], FONTS, _HINT)
            count += len(runs)
    return count


def _names(what: Said) -> Iterator[str]:
    yield from (value for key, value in what.items() if key in _NAMING)


_NAMING = frozenset(("ascii", "hAnsi", "eastAsia", "cs", "font", "typeface"))


def _system_of(found: _Read, theme: Theme) -> str:
    """The system a file is in: the one whose names would change the fewest of its places."""
    counts = Counter(_key(place) for read in found.values() for place in read)
    kinds = {_key(place): place for read in found.values() for place in read}

    changed: dict[str, int] = {}
    for system in _packaged():
        wording = Wording(system, theme)
        changed[system.name] = sum(count for key, count in counts.items() if wording.of(*kinds[key]).names)
        if not changed[system.name]:
            break  # none can do better
    return min(changed, key=changed.__getitem__)


@functools.cache
def _packaged() -> tuple[FontSystem, ...]:
    """The packaged systems, the likelier ones first."""
    return tuple(sorted(packaged_systems(), key=lambda known: (*_LIKELY, known.name).index(known.name)))


def _key(place: _Place) -> tuple[object, ...]:
    return (place.tag, tuple(place.said.items()), *place[2:])


def _undone(carried: record.Record) -> tuple[Renamed, ...]:
    """The families that undoing a mapping brings back."""
    counts: Counter[tuple[str, str]] = Counter()
    for changes in carried.places.values():
        for change in filter(None, changes):
            before = change.before or {}
            both = _NAMING & before.keys() & change.after.keys()
            counts.update((change.after[key], before[key]) for key in both if change.after[key] != before[key])
    return tuple(Renamed(*names, count) for names, count in counts.most_common())


def _sorted(unknown: Counter[str]) -> tuple[Unknown, ...]:
    return tuple(Unknown(*entry) for entry in unknown.most_common())
