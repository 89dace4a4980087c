"""Notes at places of a file come in; the docx with a Word comment for each, nothing else changed, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.errors import UsageError
from gwformat.findings import Location
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.values import whole
from gwformat.values import dataclass
from gwformat.writers.docx.amend.stretches import Divided, placed
from gwformat.writers.docx.oxml import PPR, Element, P, el, paragraph, run
from gwformat.writers.docx.parts import Parts, beside

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TEXT_BOX = w("txbxContent")
_NOTES = ("footnote", "endnote")
_FAR = 1 << 30


@dataclass(frozen=True, slots=True)
class Note:
    """What a comment says, and where."""

    where: Location
    text: str


def annotate(package: Package, notes: Sequence[Note], author: str) -> bytes:
    """The docx with a comment for each note; one that has no place in the main text stands at its beginning.

    Word has no comments in footnotes, headers, footers and text boxes: a note there stands at the mark of the footnote,
    at the paragraph that holds the box, or at the beginning. Raises `UsageError` for a file without paragraphs.
    """
    parts = Parts(package)
    main = package.main_part
    numbered = paragraphs(parts.tree(main))
    comments = _comments(parts, main)
    identifier = 1 + max((max(whole(c.get(w("id"))) or 0, 0) for c in comments), default=-1)
    marks = _Marks(parts, main)
    divided: dict[Element, Divided] = {}
    for number, note in enumerate(notes, identifier):
        holder, start, end = marks.of(note.where) or _holder(note.where, main, numbered)
        if holder is None:
            raise UsageError("文件里一个段落也没有，批注没有地方放", "检查结果可以用 --format html 写成网页。")
        if holder not in divided:
            divided[holder] = Divided(holder)
        _mark(holder, list(divided[holder].isolate(start, end).begins), number)
        comments.append(_comment(number, note.text, author))
    return parts.result().to_bytes()


def _comments(parts: Parts, main: str) -> Element:
    known = parts.package.related(main, "comments")
    if known is not None:
        return parts.tree(known)
    name = beside(main, "comments.xml")
    root = el("comments")
    parts.put(name, root, _TYPE)
    parts.relate(main, "rIdComments", "comments", name)
    return root


class _Marks:
    """The marks that refer to footnotes and endnotes; what is asked of many notes is looked up once."""

    def __init__(self, parts: Parts, main: str) -> None:
        self._parts, self._main = parts, main
        names = ((parts.package.related(main, f"{kind}s"), kind) for kind in reversed(_NOTES))
        self._kinds = {name: kind for name, kind in names if name is not None}
        self._inside: dict[str, list[Element]] = {}
        self._marks: dict[str, dict[str | None, Element]] = {}

    def of(self, where: Location) -> tuple[Element, int, int] | None:
        """The paragraph and the place of the mark that refers to the footnote or endnote a place is in."""
        kind = self._kinds.get(where.part)
        if kind is None:
            return None
        if where.part not in self._inside:
            self._inside[where.part] = paragraphs(self._parts.tree(where.part))
        inside = self._inside[where.part]
        if where.paragraph is None or not 0 < where.paragraph <= len(inside):
            return None
        identifier = next((note.get(w("id")) for note in inside[where.paragraph - 1].iterancestors(w(kind))), None)
        mark = self._of_kind(kind).get(identifier)
        holder = None if mark is None else next(mark.iterancestors(P), None)
        if holder is None:
            return None
        return next(((holder, start, end) for start, end, atom in placed(holder) if atom.node is mark), None)

    def _of_kind(self, kind: str) -> dict[str | None, Element]:
        """The first mark of each note in the text itself."""
        found = self._marks.get(kind)
        if found is None:
            found = self._marks[kind] = {}
            for mark in self._parts.tree(self._main).iter(w(f"{kind}Reference")):
                holder = next(mark.iterancestors(P), None)
                if holder is not None and not _in_box(holder):
                    found.setdefault(mark.get(w("id")), mark)
        return found


def _holder(where: Location, main: str, numbered: Sequence[Element]) -> tuple[Element | None, int, int]:
    """The paragraph a comment can stand in, and the characters it covers."""
    first = next((node for node in numbered if not _in_box(node)), None)
    if where.part != main or where.paragraph is None or not 0 < where.paragraph <= len(numbered):
        return first, 0, _FAR
    node = numbered[where.paragraph - 1]
    if not _in_box(node):
        return node, where.start or 0, _FAR if where.end is None else where.end
    outer = [ancestor for ancestor in node.iterancestors(P) if not _in_box(ancestor)]
    return (outer[0] if outer else first), 0, _FAR


def _in_box(node: Element) -> bool:
    return next(node.iterancestors(_TEXT_BOX), None) is not None


def _mark(holder: Element, covered: Sequence[Element], number: int) -> None:
    """Set the ends of a comment around runs of a paragraph, or at its beginning, and its reference after them."""
    opening, closing = el("commentRangeStart", id=number), el("commentRangeEnd", id=number)
    reference = el("r", el("commentReference", id=number))
    if covered:
        covered[0].addprevious(opening)
        covered[-1].addnext(closing)
    else:
        holder.insert(1 if holder.find(PPR) is not None else 0, opening)
        opening.addnext(closing)
    closing.addnext(reference)


def _comment(number: int, text: str, author: str) -> Element:
    lines = [paragraph(None, run(line)) for line in text.split("\n")]
    return el("comment", *lines, id=number, author=author, initials=author[:2])
