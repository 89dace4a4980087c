"""A package comes in; the relationships that can be reached in it, and where they lead, go out.

The files of a template have the same parts with the same relationships, so that all of this is known from the one
before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from gwformat.errors import InputUnreadable
from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.package import Package, Relationship
from gwformat.ooxml.recurring import worked_out
from gwformat.ooxml.relationships import rels_name

Answer = TypeVar("Answer")
_XML = (".xml", ".vml", ".rels")
_MOST = 64 * 1024  # bytes of relationships that are kept: some documents have thousands of links


class Arrows:
    """Every relationship that can be reached from a package, with the part it starts from.

    A value that nobody changes: files with the same names of parts and the same relationships share one.
    """

    def __init__(self, all_: tuple[tuple[str, Relationship], ...], main: str, parts: tuple[str, ...]) -> None:
        self.all = all_
        self.main = main
        self._parts = parts
        self._answers: dict[object, Any] = {}

    @cached_property
    def there(self) -> frozenset[str]:
        """The parts that are there, whether or not anything leads to them."""
        return frozenset(self._parts)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The parts something leads to."""
        return frozenset(arrow.target for _, arrow in self.all if not arrow.external)

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The parts something leads to, by name."""
        return tuple(sorted(self.reached))

    @cached_property
    def strays(self) -> tuple[str, ...]:
        """The parts nothing leads to."""
        known = {CONTENT_TYPES_PART, *self.reached}
        return tuple(name for name in self._parts if name not in known and not name.endswith(".rels"))

    @cached_property
    def xml(self) -> tuple[str, ...]:
        """The parts of XML among them that are there, and the parts that say the relationships."""
        lists = (name for name in map(rels_name, ("", *self.in_order)) if name in self.there)
        return tuple(name for name in (*self.in_order, *lists) if name.lower().endswith(_XML) and name in self.there)

    def of(self, *kinds: str) -> tuple[tuple[str, Relationship], ...]:
        """Those of some kinds, in their order."""
        return self.worked_out(kinds, lambda arrows: tuple(one for one in arrows.all if one[1].kind in kinds))

    def worked_out(self, what: object, make: Callable[[Arrows], Answer]) -> Answer:
        """What `make` works out of them, under the name `what`; once for all files that share them."""
        if what not in self._answers:
            self._answers[what] = make(self)
        answer: Answer = self._answers[what]
        return answer


def arrows_of(package: Package) -> Arrows:
    """The relationships of a package."""
    parts = package.parts
    said = tuple(data for name, data in parts.items() if name.endswith(".rels"))
    if sum(map(len, said)) > _MOST:
        return _followed(package)
    return worked_out(parts[rels_name("")], lambda: _followed(package), (arrows_of, tuple(parts), said))


def _followed(package: Package) -> Arrows:
    found: list[tuple[str, Relationship]] = []
    waiting, seen = [""], {""}
    for source in waiting:
        for arrow in _relationships(package, source):
            found.append((source, arrow))
            if not arrow.external and arrow.target in package.parts and arrow.target not in seen:
                seen.add(arrow.target)
                waiting.append(arrow.target)
    return Arrows(tuple(found), package.main_part, tuple(package.parts))


def _relationships(package: Package, source: str) -> Iterator[Relationship]:
    try:
        yield from package.relationships(source).values()
    except InputUnreadable:
        return
