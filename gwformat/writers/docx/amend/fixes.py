"""Steps at places of a file come in; the docx with just these changes goes out, the rest as it was."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from gwformat.findings import Location, Property, Reformat, Rewording
from gwformat.ooxml.inline import paragraphs, twins
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.values import whole
from gwformat.units import Emu, Hao, Pt
from gwformat.values import dataclass
from gwformat.writers.docx.amend.looks import CHARACTER, PAGE, set_characters, set_document, set_page, set_paragraph
from gwformat.writers.docx.amend.stretches import Divided, Placed, placed
from gwformat.writers.docx.amend.wording import Words, may_reword
from gwformat.writers.docx.oxml import Element, el
from gwformat.writers.docx.parts import Parts

Step = Rewording | Reformat
_SIZE = f"{w('rPr')}/{w('sz')}"


@dataclass(frozen=True, slots=True)
class Amended:
    """The file, and for each cure whether all its steps were carried out."""

    data: bytes
    done: tuple[bool, ...]


def amend(package: Package, cures: Sequence[Sequence[Step]]) -> Amended:
    """Carry out cures, all steps of one or none; where two touch the same words, the first one counts.

    Every step stands at a `Location`. Words are replaced from the end of a paragraph to its beginning, so that places
    keep their meaning; formatting comes before, because it changes no text.
    """
    work = _Work(package)
    chosen = [work.claims(cure) for cure in cures]
    wanted = [cure for cure, is_chosen in zip(cures, chosen, strict=True) if is_chosen]
    for cure in wanted:
        for step in cure:
            if isinstance(step, Reformat):
                work.reformat(step)
    work.set_paragraphs()
    rewordings = [step for cure in wanted for step in cure if isinstance(step, Rewording)]
    for step in sorted(rewordings, key=lambda step: _reach(step.where)[::-1], reverse=True):
        work.reword(step)
    return Amended(work.parts.result().to_bytes(), tuple(chosen))


class _Taken:
    """Stretches of one paragraph that are to be replaced."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []  # the end that is furthest among this one and those before

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch shares characters with one of them, or one is put into the other."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def add(self, start: int, end: int) -> None:
        """One more."""
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._reach.insert(at, max(end, *self._reach[at - 1 : at]) if at else end)
        for after in range(at + 1, len(self._reach)):
            if self._reach[after] >= end:
                break
            self._reach[after] = end


class _Work:
    """The parts of one file while it is amended."""

    def __init__(self, package: Package) -> None:
        self.parts = Parts(package)
        self._main = package.main_part
        self._paragraphs: dict[str, list[Element]] = {}
        self._pages: dict[Property, str] = {}  # what was said last of all sections
        self._taken: dict[tuple[str, int], _Taken] = {}
        self._leaves: dict[tuple[str, int], list[Placed]] = {}  # before anything is reworded
        self._divided: dict[Element, Divided] = {}  # what is reformatted
        self._set: dict[Element, dict[Property, str]] = {}  # of paragraphs: what was said last of each
        self._same: dict[Element, tuple[Element, ...]] = {}
        self._words: dict[Element, Words] = {}  # what is reworded

    def claims(self, cure: Sequence[Step]) -> bool:
        """Whether all words the cure replaces are there and nobody else's; from now on they are its own."""
        wanted = []
        for step in cure:
            if not isinstance(step, Rewording):
                continue
            place, start, end = _place(step)
            if place is None or not self._is_free(place, start, end):
                return False
            wanted.append((place, (start, end)))
        for place, reach in wanted:
            self._taken.setdefault(place, _Taken()).add(*reach)
        return True

    def _is_free(self, place: tuple[str, int], start: int, end: int) -> bool:
        if place in self._taken and self._taken[place].meets(start, end):
            return False
        leaves = self._leaves.get(place)
        if leaves is None:
            paragraph = self._paragraph(*place)
            leaves = self._leaves[place] = [] if paragraph is None else list(placed(paragraph))
        return may_reword(leaves, start, end)

    def reword(self, step: Rewording) -> None:
        place, start, end = _place(step)
        assert place is not None
        paragraph = self._paragraph(*place)
        assert paragraph is not None
        for same in self._as_shown(paragraph):
            words = self._words.get(same)
            if words is None:
                words = self._words[same] = Words(same)
            if words.may_reword(start, end):
                words.reword(start, end, step.text)

    def reformat(self, step: Reformat) -> None:
        if step.property is Property.ODD_EVEN_FOOTERS:
            set_document(self._settings(), step.property, step.value)
        elif step.property in PAGE:
            # What is wrong in each of many sections has one and the same cure: all of them as the layout says.
            if self._pages.get(step.property) != step.value:
                self._pages[step.property] = step.value
                for section in self._sections():
                    set_page(section, step.property, step.value)
        else:
            self._reformat_paragraph(step)

    def _reformat_paragraph(self, step: Reformat) -> None:
        assert isinstance(step.where, Location)
        assert step.where.paragraph is not None
        paragraph = self._paragraph(step.where.part, step.where.paragraph)
        if paragraph is None:
            return
        if step.property not in CHARACTER:
            said = self._set.setdefault(paragraph, {})
            said.pop(step.property, None)  # some undo others: each stands where it was said last
            said[step.property] = step.value
            return
        for same in self._as_shown(paragraph):
            start, end = _reach(step.where)
            divided = self._divided.get(same)
            if divided is None:
                divided = self._divided[same] = Divided(same)
            nodes = divided.isolate(start, end).begins
            set_characters((node for node in nodes if node.tag == w("r")), step.property, step.value)

    def set_paragraphs(self) -> None:
        """Set each paragraph as was said of it: after its characters, whose size 字 are counted in."""
        for paragraph, said in self._set.items():
            for same in self._as_shown(paragraph):
                size = _size(same)
                for prop, value in said.items():
                    set_paragraph(same, prop, value, size)

    def _as_shown(self, paragraph: Element) -> tuple[Element, ...]:
        """The paragraph wherever a program may show it."""
        if paragraph not in self._same:
            self._same[paragraph] = (*twins(paragraph), paragraph)
        return self._same[paragraph]

    def _sections(self) -> list[Element]:
        """What says how the pages are: at least the one that closes the text, which a file may leave out."""
        root = self.parts.tree(self._main)
        body = root.find(w("body"))
        if body is not None and body.find(w("sectPr")) is None:
            body.append(el("sectPr"))
        return list(root.iter(w("sectPr")))

    def _settings(self) -> Element:
        name = self.parts.package.related(self._main, "settings")
        if name is None:
            raise ValueError("a file without settings has no left and right pages")
        return self.parts.tree(name)

    def _paragraph(self, part: str, number: int) -> Element | None:
        if part not in self._paragraphs:
            self._paragraphs[part] = paragraphs(self.parts.tree(part))
        found = self._paragraphs[part]
        return found[number - 1] if 0 < number <= len(found) else None


def _place(step: Rewording) -> tuple[tuple[str, int] | None, int, int]:
    where = step.where
    if not isinstance(where, Location) or where.paragraph is None:
        return None, 0, 0
    return (where.part, where.paragraph), *_reach(where)


def _reach(where: object) -> tuple[int, int]:
    """The characters a place covers; all of the paragraph where it does not say."""
    assert isinstance(where, Location)
    return where.start or 0, _FAR if where.end is None else where.end


_FAR = 1 << 30


def _size(paragraph: Element) -> Emu:
    """The size of the paragraph's first characters as it says itself; else 三号."""
    said: Iterable[Element] = (found for run in paragraph.iter(w("r")) if (found := run.find(_SIZE)) is not None)
    first = next(iter(said), None)
    halves = None if first is None else whole(first.get(w("val")))
    return Hao("三号") if halves is None else Pt(halves / 2)
