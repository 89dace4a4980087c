"""A docx and a font system come in; the docx with every font named as that system names it goes out."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from gwformat.fonts.advances import Advances
from gwformat.fonts.system import FontSystem, packaged_systems
from gwformat.ooxml.effective import Formatting, formatting_of
from gwformat.ooxml.package import Package
from gwformat.ooxml.theme import Theme
from gwformat.values import dataclass
from gwformat.writers.docx.mapping import font_table, hints, record
from gwformat.writers.docx.mapping.by_role import Judged, Recogniser, judged
from gwformat.writers.docx.mapping.codes import named_in_codes
from gwformat.writers.docx.mapping.direct import ByRole, set_by_role
from gwformat.writers.docx.mapping.embedded import without_unused
from gwformat.writers.docx.mapping.keeping import Kept, keep_lines
from gwformat.writers.docx.mapping.lacking import Lacking, keep_characters
from gwformat.writers.docx.mapping.places import FONTS, SCRIPT, places
from gwformat.writers.docx.mapping.reading import NAMING, Place, Read, is_theme, names_in, read, theme_in
from gwformat.writers.docx.mapping.record import Changed
from gwformat.writers.docx.mapping.restoring import restored
from gwformat.writers.docx.mapping.wording import Worded, Wording
from gwformat.writers.docx.mapping.work import Work
from gwformat.writers.docx.oxml import R

_HINT = {"hint": "eastAsia"}
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

    `source` is the system the file was in; `by_role` are unknown families that became the face of their element, the
    others are `unknown`; `lacking` are the characters its new faces do not have. `way_back` tells
    that the file carried the record of a mapping and has been given back the names it had before; `exact` is False if
    it was edited meanwhile, so that places were known by what they say only. `in_codes` are families that
    codes of fields name, where they stay; `dropped` those whose embedded fonts were taken out because nothing is set in
    them any more.
    """

    package: Package
    source: str
    changes: tuple[Renamed, ...] = ()
    by_role: tuple[ByRole, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    hinted: int = 0
    lacking: tuple[Lacking, ...] = ()
    way_back: bool = False
    exact: bool = True
    kept: Kept | None = None
    dropped: tuple[str, ...] = ()
    in_codes: tuple[Unknown, ...] = ()


def map_fonts(
    package: Package, target: FontSystem, advances: Advances | None = None, recognise: Recogniser | None = None
) -> Mapped:
    """Name all fonts as `target` does; nothing but fonts changes, and the file remembers the names it had.

    Faces nothing is known of become those of the elements they set, if `recognise` tells these; else they stay.

    With `advances` lines are kept where they end, by tracking of letters and digits. A file that was mapped before is
    first given back what it said; if it was in `target` then, that is all.
    """
    mapped = _mapped(package, target, advances, recognise)
    rest, dropped = without_unused(package, mapped.package)
    in_codes = _sorted(named_in_codes(rest, target))
    return replace(mapped, package=rest, dropped=dropped, in_codes=in_codes) if dropped or in_codes else mapped


def _mapped(package: Package, target: FontSystem, advances: Advances | None, recognise: Recogniser | None) -> Mapped:
    carried = record.find(package)
    if carried is None:
        return _map(package, target, advances, recognise)
    before, exact = restored(package, *carried)
    if carried[1].source != target.name:
        return _map(before, target, advances, recognise, source=carried[1].source, exact=exact)
    if not exact:  # what was written since may be in any face
        mended = _map(before, target, None, recognise, source=target.name, exact=False)
        undone = (*_undone(carried[1]), *mended.changes)
        return replace(mended, source=target.name, changes=undone, way_back=True, exact=False)
    return Mapped(before, target.name, _undone(carried[1]), way_back=True)


def _map(
    package: Package,
    target: FontSystem,
    advances: Advances | None,
    recognise: Recogniser | None,
    *,
    source: str | None = None,
    exact: bool = True,
) -> Mapped:
    formatting = formatting_of(package)
    theme = theme_in(package, formatting)
    found = dict(read(package))
    others = font_table.other_names(package)
    wording = Wording(target, theme, others=others)
    new = _reworded(found, wording)
    told = Judged()
    if recognise is not None and any(worded.unknown for worded in new.values()):
        told = judged(package, formatting, wording.names, _drawn(package, found), recognise)
        if told.everywhere:
            wording = Wording(target, theme, told.everywhere, others)
            new = _reworded(found, wording)
    work = Work(package)
    changed = {place: Changed(place.tag, place.said, one.said) for place, one in new.items() if one.said is not None}
    for part, said in found.items():
        if not changed.keys().isdisjoint(said):
            _rewrite(work, part, [changed.get(place) for place in said])
    changes, unknown, used = _tally(package, found, new)
    by_role, replaced = set_by_role(work, told, target)
    vanished = {name for name in replaced if replaced[name] >= unknown[name]}
    unknown, used = unknown - replaced, used - vanished
    hinted = _set_hints(work, found, formatting, wording)
    lacking = keep_characters(work, formatting, target)
    used.update(one.kept for one in lacking)
    gone = frozenset((*vanished, *(before for before, _ in changes))) - used
    came = frozenset(after for _, after in changes) | {row.after for row in by_role}
    font_table.map_tables(work, gone, came, target.latin)
    if work.is_idle:
        return Mapped(package, source or target.name, unknown=_sorted(unknown), exact=exact)
    kept = keep_lines(work, formatting, advances) if advances is not None else None
    was = source or _system_of(package, found, theme, others)
    renamed = tuple(Renamed(*names, count) for names, count in changes.most_common())
    # A file that was of this system already, but for some places, has nowhere to go back to.
    result = work.parts.result() if was == target.name else work.result(was, target.name)
    return Mapped(result, was, renamed, by_role, _sorted(unknown), hinted, lacking, False, exact, kept)


_New = Mapping[Place, Worded]


def _reworded(found: Read, wording: Wording) -> _New:
    """What each place should say."""
    return {place: _worded(wording, place) for place in dict.fromkeys(chain.from_iterable(found.values()))}


def _worded(wording: Wording, place: Place) -> Worded:
    return wording.of(place.tag, place.said, place.beside, place.wanted, place.in_formula)


def _drawn(package: Package, found: Read) -> frozenset[str]:
    """The families that drawings and signs name, whose words no element has; themes aside."""
    parts = (places for part, places in found.items() if not is_theme(package, part))
    return frozenset(
        name for place in set(chain.from_iterable(parts)) if place.tag != FONTS for name in names_in(place.said)
    )


def _tally(package: Package, found: Read, new: _New) -> tuple[Counter[tuple[str, str]], Counter[str], set[str]]:
    """Which families became which, which are unknown, and which the file uses now."""
    changes: Counter[tuple[str, str]] = Counter()
    unknown: Counter[str] = Counter()
    used: set[str] = set()
    for part, read_places in found.items():
        offers = is_theme(package, part)  # what a theme offers to other scripts is not used
        for place, count in Counter(read_places).items():
            worded = new[place]
            changes.update({both: count * times for both, times in Counter(worded.names).items()})
            if not offers:
                unknown.update({name: count * times for name, times in Counter(worded.unknown).items()})
            if not (offers and place.tag == SCRIPT):
                used.update(names_in(worded.said or place.said))
    return changes, unknown, used


def _rewrite(work: Work, part: str, changed: Sequence[Changed | None]) -> None:
    for place, change in zip(places(work.tree(part)), changed, strict=True):
        if change is not None:
            work.change(part, place, change)


def _set_hints(work: Work, found: Read, formatting: Formatting, wording: Wording) -> int:
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


def _system_of(package: Package, found: Read, theme: Theme, others: Mapping[str, Sequence[str]]) -> str:
    """The system a file is in: the one whose names would change the fewest of its places.

    Those of Chinese faces count first: many set digits as the other system does. What a theme only offers does not
    count, what is used of it is where it is used.
    """
    counts = Counter(chain.from_iterable(said for part, said in found.items() if not is_theme(package, part)))
    changed: dict[str, tuple[int, int]] = {}
    for system in _packaged():
        new = _reworded(found, Wording(system, theme, others=others))
        every = sum(count for place, count in counts.items() if new[place].names)
        changed[system.name] = sum(count for place, count in counts.items() if new[place].chinese), every
        if not every:
            break  # none can do better
    return min(changed, key=changed.__getitem__)


@functools.cache
def _packaged() -> tuple[FontSystem, ...]:
    """The packaged systems, the likelier ones first."""
    return tuple(sorted(packaged_systems(), key=lambda known: (*_LIKELY, known.name).index(known.name)))


def _undone(carried: record.Record) -> tuple[Renamed, ...]:
    """The families that undoing a mapping brings back."""
    counts: Counter[tuple[str, str]] = Counter()
    for changes in carried.places.values():
        for change in filter(None, changes):
            before = change.before or {}
            both = NAMING & before.keys() & change.after.keys()
            counts.update((change.after[key], before[key]) for key in both if change.after[key] != before[key])
    return tuple(Renamed(*names, count) for names, count in counts.most_common())


def _sorted(unknown: Counter[str]) -> tuple[Unknown, ...]:
    return tuple(Unknown(*entry) for entry in unknown.most_common())
