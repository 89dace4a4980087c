"""A package and its trees come in; what finders of leaks ask of it goes out: parts that lead to others, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml.grammar.reading import is_in_grammar
from gwformat.ooxml.inline import Atom, atoms, paragraphs
from gwformat.ooxml.leaks.arrows import Arrows, arrows_of
from gwformat.ooxml.names import RELATIONSHIP, A, w
from gwformat.ooxml.package import Package, Relationship
from gwformat.ooxml.recurring import recurs
from gwformat.ooxml.relationships import rels_name
from gwformat.ooxml.spelled import Spelled

if TYPE_CHECKING:
    from gwformat.ooxml.effective import Formatting
    from gwformat.ooxml.leaks.kinds import Leak

_TEXT_KINDS = ("header", "footer", "footnotes", "endnotes")
_P, _FONTS = w("p"), w("rFonts")
_WORDS = (w("t"), f"{{{A}}}t")
_NO_FONT = ("Theme", "cstheme", "hint")
_MANY = 32  # names: to look for so many takes as long as to gather all there are
Element = etree._Element
Answer = TypeVar("Answer")
Fact = TypeVar("Fact", bound=Hashable)


class View:
    """One package; `tree` gives the root of a part, a copy where the caller wants to change what is found."""

    def __init__(
        self, package: Package, tree: Callable[[str], Element] | None = None, formatting: Formatting | None = None
    ) -> None:
        self.package = package
        self._tree = tree or package.tree
        self._is_copy = tree is not None and tree != package.tree
        self._formatting = formatting
        self._numbers: dict[str, dict[Element, int]] = {}
        self._arrow_nodes: dict[str, dict[str | None, list[Element]]] = {}
        self._asked: dict[str, int] = {}
        self._quoted: dict[str, frozenset[bytes]] = {}
        self._answers: dict[object, Any] = {}

    @property
    def main(self) -> str:
        """The part of the text."""
        return self.package.main_part

    @cached_property
    def formatting(self) -> Formatting:
        """What a reader sees."""
        from gwformat.ooxml.effective import formatting_of  # formatting asks for none of it

        return self._formatting or formatting_of(self.package)

    @cached_property
    def arrows(self) -> Arrows:
        """Every relationship that can be reached from the package."""
        return arrows_of(self.package)

    @property
    def reached(self) -> frozenset[str]:
        """The parts something leads to."""
        return self.arrows.reached

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The parts with words: the text, headers, footers and notes."""
        stories = self.arrows.worked_out("stories", _stories)
        return (self.main, *(name for name in stories if self.root(name) is not None))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of each of these parts."""
        return tuple(self.worked_out(part, _words) or "" for part in self.texts)

    def root(self, name: str | None) -> Element | None:
        """The root of a part; None if it is missing or no XML."""
        if name is None or name not in self.package.parts:
            return None
        try:
            return self._tree(name)
        except InputUnreadable:
            return None

    def related(self, kind: str) -> str | None:
        """The part the text has a relationship of `kind` to."""
        return self.package.related(self.main, kind)

    def arrow_nodes(self, source: str, arrow: Relationship) -> tuple[Element, ...]:
        """The elements that say a relationship."""
        nodes = self._arrow_nodes.get(source)
        if nodes is None:
            nodes = self._arrow_nodes[source] = {}
            root = self.root(rels_name(source))
            for node in () if root is None else root.iter(RELATIONSHIP):
                nodes.setdefault(node.get("Id"), []).append(node)
        return tuple(nodes.get(arrow.id, ()))

    def quotes(self, part: str, name: bytes) -> bool:
        """Whether `name` stands between quotation marks in a part; what stands there is gathered once it is many."""
        data = self.package.parts.get(part, b"")
        asked = self._asked[part] = self._asked.get(part, 0) + 1
        if asked < _MANY or b'"' in name or b"'" in name:
            return b'"%s"' % name in data or b"'%s'" % name in data
        if part not in self._quoted:
            self._quoted[part] = frozenset((*data.split(b'"')[1:-1], *data.split(b"'")[1:-1]))
        return name in self._quoted[part]

    def paragraph(self, part: str, node: Element) -> int | None:
        """The number of the paragraph a node stands in, as in `model.Source`."""
        numbers = self._numbers.get(part)
        if numbers is None:
            root = self.root(part)
            numbers = {} if root is None else {p: number for number, p in enumerate(self.paragraphs(part, root), 1)}
            self._numbers[part] = numbers
        holders = [node, *node.iterancestors(_P)]
        return next((numbers[holder] for holder in holders if holder in numbers), None)

    def paragraphs(self, part: str, root: Element) -> Sequence[Element]:
        """The paragraphs in the tree of a part."""
        return paragraphs(root) if self._is_copy else self.package.paragraphs(part)

    def atoms(self, paragraph: Element) -> Sequence[Atom]:
        """The visible leaves of one of these paragraphs."""
        return atoms(paragraph) if self._is_copy else self.package.atoms(paragraph)

    def fonts(self, part: str) -> frozenset[str]:
        """The names of fonts that the formatting in a part says."""
        return self.worked_out(part, _fonts) or frozenset()

    def worked_out(self, part: str, make: Callable[[Element], Answer]) -> Answer | None:
        """What `make` finds in the tree of a part, None if there is none; once for all files with that part."""
        root = self.root(part)
        if root is None:
            return None
        if self._is_copy and not self.package.is_tree(part, root):  # which the caller changes
            return make(root)
        key = part, make
        if key not in self._answers:
            self._answers[key] = self.package.of_part(part, lambda: make(root), make)
        answer: Answer = self._answers[key]
        return answer

    def settled(
        self, part: str, others: Iterable[str | None], fact: Fact, make: Callable[[View, Fact], Iterable[Leak]]
    ) -> tuple[Leak, ...]:
        """The leaks in a part that follow from it, from `others` and from `fact` alone.

        Those of a template are known from the file before: all of these parts recur, and the fact was the same.
        """
        names = [name for name in (part, *others) if name]
        if self._is_copy or not all(map(recurs, names)):
            return tuple(make(self, fact))
        said = tuple((name, self.package.parts.get(name)) for name in names)
        return self.package.of_part(part, lambda: tuple(make(self, fact)), (make, said, fact))

    def spelled(self, part: str) -> Spelled:
        """The bytes of a part."""
        return self.package.spelled(part)

    def holding(self, *marks: bytes) -> Iterator[tuple[str, Element]]:
        """The text parts in which one of `marks` may occur, with their roots."""
        return ((name, root) for name, root in self._roots if self.may_say(name, *marks))

    def having(self, *tags: bytes) -> Iterator[tuple[str, Element]]:
        """The text parts that may have elements with these words in their names, with their roots."""
        if self._tags is not None and not any(map(self._tags.__contains__, tags)):
            return iter(())
        return ((name, root) for name, root in self._roots if self.may_have(name, *tags))

    @cached_property
    def _tags(self) -> bytes | None:
        """The beginnings of the tags of all text parts; None where one is spelled so unusually that nobody knows."""
        spelled = [self.spelled(name) for name in self.texts]
        return b"".join(one.tags for one in spelled) if all(one.is_ordinary for one in spelled) else None

    @cached_property
    def _roots(self) -> tuple[tuple[str, Element], ...]:
        return tuple((name, root) for name in self.texts if (root := self.root(name)) is not None)

    def may_have(self, name: str, *tags: bytes) -> bool:
        """Whether a part has elements with these words in their names, or is spelled so unusually that nobody knows."""
        spelled = self.spelled(name)
        return spelled.has(tags) or not spelled.is_ordinary

    def may_say(self, name: str, *marks: bytes) -> bool:
        """Whether the bytes of a part hold one of `marks`, or are spelled so unusually that this proves nothing."""
        spelled = self.spelled(name)
        return any(map(spelled.holds, marks)) or not spelled.is_ordinary

    def may_match(self, name: str, *patterns: re.Pattern[bytes]) -> bool:
        """The same for patterns, each of which begins with the letters it looks for."""
        spelled = self.spelled(name)
        return any(map(spelled.matches, patterns)) or not spelled.is_ordinary

    def is_in_grammar(self, name: str) -> bool:
        """Whether the bytes of a part alone show that all of its markup is in Word's grammar."""
        spelled = self.spelled(name)
        if not spelled.is_ordinary or spelled.is_annotated:
            return False
        return self.package.of_part(name, lambda: is_in_grammar(spelled.data), is_in_grammar)


def _stories(arrows: Arrows) -> tuple[str, ...]:
    """The headers, footers and notes of the text."""
    found = dict.fromkeys(
        one.target for source, one in arrows.of(*_TEXT_KINDS) if source == arrows.main and not one.external
    )
    return tuple(name for name in found if name != arrows.main)


def _words(root: Element) -> str:
    return "".join(leaf.text or "" for leaf in root.iter(_WORDS[0]))


def elements(path: etree.XPath, root: Element) -> tuple[Element, ...]:
    """The elements a path leads to."""
    found = path(root)
    return tuple(node for node in found if isinstance(node, etree._Element)) if isinstance(found, list) else ()


def words_in(node: Element) -> str:
    """The words of text and drawings in a node."""
    return "".join(leaf.text or "" for leaf in node.iter(*_WORDS))


def _fonts(root: Element) -> frozenset[str]:
    said = {pair for node in root.iter(_FONTS) for pair in node.items()}
    return frozenset(str(name) for key, name in said if not str(key).endswith(_NO_FONT))
