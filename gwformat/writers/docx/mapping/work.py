"""Changes of places come in one by one; the changed package and the record of what was there before go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from gwformat.ooxml.package import Package
from gwformat.writers.docx.amend.stretches import Divided
from gwformat.writers.docx.mapping.places import FONTS, SLOTS, SPACING, Said, places, said, say
from gwformat.writers.docx.mapping.record import Changed, Record, Table, attach
from gwformat.writers.docx.oxml import RPR, Element, R, T, child, el, put, set_text
from gwformat.writers.docx.parts import Parts

_NAMES = {FONTS: "rFonts", SPACING: "spacing"}


class Isolated(NamedTuple):
    """A run, its first character, and the sides on which it was split off its neighbour."""

    run: Element
    begin: int
    joins: tuple[str, ...]


class Work:
    """The parts of one file while its fonts are mapped."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.parts = Parts(package)
        self.tables: dict[str, Table] = {}
        self._changed: dict[str, dict[Element, Changed]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether nothing was changed."""
        return not self._changed and not self.tables

    def tree(self, part: str) -> Element:
        """The tree of a part as it is changed."""
        return self.parts.tree(part)

    def change(self, part: str, place: Element, change: Changed) -> None:
        """Make a place that was never changed say something else."""
        self._changed.setdefault(part, {})[place] = change
        say(place, change.after, change.before)

    def set_on_run(self, part: str, run: Element, tag: str, wanted: Said, joins: tuple[str, ...] = ()) -> None:
        """Make a run say something that it need not have said before, besides what else it says there."""
        properties = child(run, RPR)
        if properties is None:
            properties = el("rPr")
            run.insert(0, properties)
        place = child(properties, tag)
        now = None if place is None else said(place)
        if place is None:
            place = el(_NAMES[tag])
            put(properties, place)
        over = {theme for name, theme in SLOTS if name in wanted}  # 17.3.2.26: a theme font is stronger than a name
        after = {**{key: value for key, value in (now or {}).items() if key not in over}, **wanted}
        known = self._changed.setdefault(part, {})
        first = known.get(place, Changed(tag, now, after))
        known[place] = Changed(tag, first.before, after, tuple(dict.fromkeys((*first.joins, *joins))))
        say(place, after, now or {})

    def isolated(self, part: str, divided: Divided, start: int, end: int) -> Iterator[Isolated]:
        """The runs of a paragraph that hold the characters `start` to `end` and no others."""
        found = divided.isolate(start, end)
        for run in found.new:
            self._inherit(part, run)
        for run, begin in found.begins.items():
            if run.tag == R:
                following = run.getnext()
                is_split = following is not None and following in found.new and following not in found.begins
                yield Isolated(run, begin, (("before",) if run in found.new else ()) + (("after",) if is_split else ()))

    def _inherit(self, part: str, run: Element) -> None:
        """A run that was split off its predecessor was changed as that one was."""
        before, known = run.getprevious(), self._changed.setdefault(part, {})
        for tag in _NAMES:
            twin = None if before is None else before.find(f"{RPR}/{tag}")
            place = run.find(f"{RPR}/{tag}")
            if twin is not None and place is not None and twin in known:
                known[place] = replace(known[twin], joins=())

    def result(self, source: str, target: str) -> Package:
        """The package, with the record of the way back."""
        recorded = {
            part: [changed.get(place) for place in places(self.tree(part))] for part, changed in self._changed.items()
        }
        attach(self.parts, Record(source, target, recorded, self.tables))
        return self.parts.result()


def remove_place(place: Element) -> None:
    """Take a place out of the properties of its run, and these if nothing else is in them."""
    properties = place.getparent()
    if properties is None:
        return
    properties.remove(place)
    run = properties.getparent()
    if run is not None and run.tag == R and not len(properties):
        run.remove(properties)


def append_run(run: Element, following: Element) -> None:
    """Make a run and the one that was split off it one again."""
    content = [node for node in following if node.tag != RPR]
    if len(run) and content and run[-1].tag == T == content[0].tag:
        set_text(run[-1], (run[-1].text or "") + (content[0].text or ""))
        del content[0]
    run.extend(content)
    parent = following.getparent()
    if parent is not None:
        parent.remove(following)
