"""Elements set in families nobody knows come in; their runs are given the faces of these elements, which are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.fonts.system import FontSystem
from gwformat.model import Role
from gwformat.ooxml.inline import Atom, AtomKind, atoms, paragraphs
from gwformat.profiles.schema import Slot
from gwformat.text.scripts import HINTED
from gwformat.values import dataclass
from gwformat.writers.docx.mapping.by_role import Judged, Use
from gwformat.writers.docx.mapping.places import FONTS
from gwformat.writers.docx.mapping.places import said as said_by
from gwformat.writers.docx.mapping.work import Work
from gwformat.writers.docx.oxml import RPR, Element


@dataclass(frozen=True, slots=True)
class ByRole:
    """A family nothing is known of that became the one of an element, and how many such elements it set."""

    before: str
    after: str
    role: Role
    count: int


def set_by_role(work: Work, found: Judged, target: FontSystem) -> tuple[tuple[ByRole, ...], Counter[str]]:
    """Give runs the face of their element where the name of the old one does not tell which.

    All elements are listed that got their face, by that or by the name; and how often runs do not say a name any more.
    """
    replaced = Counter[str]()
    whole = paragraphs(work.tree(work.package.main_part)) if found.others else []
    own: dict[Slot, set[tuple[int, int]]] = {}  # the leaves of all elements that want one typeface
    for use in found.others:
        own.setdefault(use.slot, set()).update(use.leaves)
    set_anew = [use for use in found.others if _set(work, whole, use, own[use.slot], target, replaced)]
    uses = (*found.covered, *set_anew)
    counts = Counter((use.family.name, _family(use, target), use.role) for use in uses)
    return tuple(ByRole(*key, count) for key, count in counts.items()), replaced


def _set(
    work: Work, whole: list[Element], use: Use, own: set[tuple[int, int]], target: FontSystem, replaced: Counter[str]
) -> bool:
    """Whether the element has runs that show nothing but its `own` leaves, so that they could be set."""
    runs = list(_runs(whole, use, own))
    for run, text in runs:
        slots = ("eastAsia",) if use.family.chinese else ("ascii", "hAnsi")
        place = run.find(f"{RPR}/{FONTS}")
        before = {} if place is None else said_by(place)
        replaced[use.family.name] += sum(before.get(slot) == use.family.name for slot in slots)
        said = dict.fromkeys(slots, _family(use, target))
        if not use.family.chinese and HINTED.search(text):
            said["hint"] = "eastAsia"
        work.set_on_run(work.package.main_part, run, FONTS, said)
    return bool(runs)


def _runs(whole: list[Element], use: Use, own: set[tuple[int, int]]) -> Iterator[tuple[Element, str]]:
    """The runs of an element with their words, but for those that other elements share."""
    for number in dict.fromkeys(number for number, _ in use.leaves):
        leaves = atoms(whole[number - 1])
        by_run: dict[Element, list[tuple[int, Atom]]] = {}
        for index, atom in enumerate(leaves):
            if atom.run is not None and atom.kind is AtomKind.TEXT and atom.text.strip():
                by_run.setdefault(atom.run, []).append((index, atom))
        for run, inside in by_run.items():
            indices = {(number, index) for index, _ in inside}
            if not indices.isdisjoint(use.leaves) and indices <= own:
                yield run, "".join(atom.text for _, atom in inside)


def _family(use: Use, target: FontSystem) -> str:
    return target.families[use.slot] if use.family.chinese else target.latin
