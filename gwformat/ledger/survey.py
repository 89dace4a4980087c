"""One walk over a part: its paragraphs as words, and the objects met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.parts import Parts, Relationship
from gwformat.ledger.things import VANISH, Anchor, Thing, Words, canonical, is_hidden
from gwformat.model import OBJECT
from gwformat.ooxml.blank_page import is_blank_page
from gwformat.ooxml.names import MC, A, M, R, W, local, r, w
from gwformat.ooxml.page_end import is_page_end
from gwformat.ooxml.trees import child_of

_RELATED = {
    "image": ObjectKind.IMAGE,
    "chart": ObjectKind.CHART,
    "chartEx": ObjectKind.CHART,
    "diagramData": ObjectKind.DIAGRAM,
    "oleObject": ObjectKind.EMBEDDED,
    "package": ObjectKind.EMBEDDED,
    "control": ObjectKind.EMBEDDED,
    "hyperlink": ObjectKind.HYPERLINK,
}
_PPR, _STYLE, _NUMBERED, _SECTION, _VAL = w("pPr"), w("pStyle"), w("numPr"), w("sectPr"), w("val")
_RELATION_ATTRIBUTE = f"{{{R}}}"
# A graphic without any of these holds neither words nor choices: only what it relates to is of interest.
_TO_WALK = (f"{{{W}}}*", f"{{{MC}}}*", f"{{{M}}}*", f"{{{A}}}t")
_RELATION_VALUES = etree.XPath("descendant::*/@r:*", namespaces={"r": R}, smart_strings=False)
_WML = f"{{{W}}}"
_SILENT = ("rPr", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator")
_IGNORED = frozenset(
    [
        *(w(name) for name in (*_SILENT, "continuationSeparator", "tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr")),
        *(w(name) for name in ("sdtEndPr", "proofErr", "bookmarkEnd", "background", "sectPr")),
        f"{{{MC}}}Fallback",
    ]
)
_VISIBLE = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction so far, and what stood before its result, once that has begun."""

    codes: list[str]
    start: int | None = None

    @property
    def key(self) -> str:
        """The instruction, single spaces between its words."""
        return " ".join("".join(self.codes).split())


class Survey:
    """Collects paragraphs and things of one part; `run` it once."""

    def __init__(
        self, parts: Parts, relationships: Mapping[str, Relationship], notes: Mapping[tuple[str, str], str]
    ) -> None:
        self.paragraphs: list[Words] = []
        self.things: list[Thing] = []
        self._parts = parts
        self._relationships = relationships
        self._notes = notes
        self._hides = False  # whether any run may be hidden
        self._number = 0
        self._anchors: tuple[Anchor, ...] = ()
        self._objects = 0  # opaque pieces met so far in the present paragraph
        self._own: list[str] = []  # the words of the present paragraph
        self._cells: list[list[list[tuple[int, int]]]] = []
        self._fields: list[_Field] = []
        self._ended: list[tuple[str, str]] = []
        self._comments: dict[str, list[str]] = {}

    def run(self, root: etree._Element) -> Survey:
        """Walk `root`; returns itself."""
        self._hides = next(root.iter(VANISH), None) is not None
        self._walk(root, [])
        for unended in self._fields:
            self._note(ObjectKind.FIELD, unended.key)
        return self

    def _walk(self, node: etree._Element, words: list[str]) -> None:
        for child in node:
            tag = child.tag
            if tag in _IGNORED:
                continue
            action = _ACTIONS.get(tag)
            if action is not None:
                action(self, child, words)
                continue
            if self._anchors and not tag.startswith(_WML):
                self._related(child)
            self._walk(child, words)

    def _note(self, kind: ObjectKind, key: str, words: str = "") -> None:
        self.things.append(Thing(kind, key, words, self._number, self._anchors))

    def _say(self, words: list[str], text: str) -> None:
        words.append(text)
        for covered in self._comments.values():
            covered.append(text)

    def _paragraph(self, node: etree._Element, words: list[str]) -> None:
        number = len(self.paragraphs) + 1
        self.paragraphs.append(Words(""))  # holds the number while inner paragraphs are counted
        outer = self._number, self._objects, self._own, self._ended
        self._number, self._objects, self._own, self._ended = number, 0, [], []
        style, numbered = self._said(node)
        self._walk(node, self._own)
        self.paragraphs[number - 1] = Words(
            *("".join(self._own), style, numbered),
            fields=tuple(key for key, _ in self._ended),
            results=tuple(result for _, result in self._ended),
        )
        self._number, self._objects, self._own, self._ended = outer

    def _said(self, paragraph: etree._Element) -> tuple[str, bool]:
        """The style a paragraph names and whether it is numbered by itself; a section that ends in it is noted."""
        properties = child_of(paragraph, _PPR)
        style, numbered, ends_section = None, False, False
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == _STYLE and style is None:
                style = child.get(_VAL, "")
            elif tag == _NUMBERED:
                numbered = True
            elif tag == _SECTION:
                ends_section = True
        if ends_section and not is_blank_page(paragraph):
            self._note(ObjectKind.SECTION, "")
        return style or "", numbered

    def _properties(self, node: etree._Element, words: list[str]) -> None:
        """Paragraph properties hold no words; they were read with the paragraph."""

    def _run(self, node: etree._Element, words: list[str]) -> None:
        if self._hides and is_hidden(node):
            hidden: list[str] = []
            self._opaque(node, words, lambda: self._walk(node, hidden))
            self._note(ObjectKind.HIDDEN, "", "".join(hidden))
            return
        if not is_page_end(node):
            self._walk(node, words)

    def _text(self, node: etree._Element, words: list[str]) -> None:
        if node.text:
            self._say(words, node.text)

    def _character(self, node: etree._Element, words: list[str]) -> None:
        self._say(words, _VISIBLE[node.tag])

    def _break(self, node: etree._Element, words: list[str]) -> None:
        kind = node.get(w("type"), "textWrapping")
        if kind == "textWrapping":
            self._say(words, "\n")
        else:
            self._opaque(node, words, lambda: self._note(ObjectKind.BREAK, kind))

    def _opaque(self, node: etree._Element, words: list[str], look_inside: Callable[[], None]) -> None:
        """Something that is not words: leaves one `OBJECT` and looks inside with an anchor set."""
        outer = self._anchors
        if words is self._own and self._number:
            words.append(OBJECT)
            self._anchors = (*outer, ("inline", self._number, self._objects))
            self._objects += 1
        else:
            self._anchors = (*outer, ("inside", self._number, 0))
        look_inside()
        self._anchors = outer

    def _object(self, node: etree._Element, words: list[str]) -> None:
        self._opaque(node, words, lambda: self._drawn(node))

    def _drawn(self, node: etree._Element) -> None:
        before = len(self.things)
        inner: list[str] = []
        if next(node.iterdescendants(*_TO_WALK), None) is not None:
            self._walk(node, inner)
        else:
            self._point_at(_relations_in(node))
        if inner or len(self.things) == before:
            self._note(ObjectKind.SHAPE, "", "".join(inner))

    def _related(self, node: etree._Element) -> None:
        """Note what a drawing's relationship attributes point at."""
        self._point_at(str(value) for name, value in node.items() if str(name).startswith(_RELATION_ATTRIBUTE))

    def _point_at(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            arrow = self._relationships.get(identifier)
            kind = None if arrow is None else _RELATED.get(arrow.kind)
            if arrow is not None and kind is not None:
                self._note(kind, arrow.target if arrow.external else self._parts.digest(arrow.target))

    def _alternate(self, node: etree._Element, words: list[str]) -> None:
        if self._number:
            self._object(node, words)
        else:
            self._walk(node, words)

    def _text_box(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.TEXT_BOX, "")
        self._walk(node, [])

    def _formula(self, node: etree._Element, words: list[str]) -> None:
        formulas = [node] if local(node.tag) == "oMath" else list(node.iter(f"{{{M}}}oMath"))

        def note() -> None:
            for formula in formulas:
                self._note(ObjectKind.FORMULA, canonical(formula))

        self._opaque(node, words, note)

    def _symbol(self, node: etree._Element, words: list[str]) -> None:
        key = f"{node.get(w('font'), '')} {node.get(w('char'), '')}"
        self._opaque(node, words, lambda: self._note(ObjectKind.SYMBOL, key))

    def _ruby(self, node: etree._Element, words: list[str]) -> None:
        text = "|".join("".join(t.text or "" for t in part.iter(w("t"))) for part in node if part.tag != w("rubyPr"))
        self._opaque(node, words, lambda: self._note(ObjectKind.RUBY, text))

    def _reference(self, node: etree._Element, words: list[str]) -> None:
        element = local(node.tag).removesuffix("Reference")
        kind = ObjectKind.FOOTNOTE if element == "footnote" else ObjectKind.ENDNOTE
        text = self._notes.get((element, node.get(w("id"), "")), "")
        self._opaque(node, words, lambda: self._note(kind, text))

    def _comment(self, node: etree._Element, words: list[str]) -> None:
        number = node.get(w("id"), "")
        covered = "".join(self._comments.pop(number, ()))
        self._note(ObjectKind.COMMENT, self._notes.get(("comment", number), ""), covered)

    def _comment_start(self, node: etree._Element, words: list[str]) -> None:
        self._comments[node.get(w("id"), "")] = []

    def _comment_end(self, node: etree._Element, words: list[str]) -> None:
        """Close the range but keep its words until the reference comes."""
        covered = self._comments.get(node.get(w("id"), ""))
        if covered is not None:
            self._comments[node.get(w("id"), "")] = _Closed(covered)

    def _hyperlink(self, node: etree._Element, words: list[str]) -> None:
        arrow = self._relationships.get(node.get(r("id"), ""))
        start = len(words)
        self._walk(node, words)
        if covered := "".join(words[start:]):  # a link on nothing cannot be seen or followed
            key = f"{arrow.target if arrow else ''}#{node.get(w('anchor'), '')}"
            self._note(ObjectKind.HYPERLINK, key, covered)

    def _simple_field(self, node: etree._Element, words: list[str]) -> None:
        key, start = " ".join(node.get(w("instr"), "").split()), len(words)
        self._note(ObjectKind.FIELD, key)
        self._walk(node, words)
        self._ended.append((key, "".join(words[start:])))

    def _field_character(self, node: etree._Element, words: list[str]) -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field([]))
        elif kind == "separate" and self._fields:
            self._fields[-1].start = len(words)
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._note(ObjectKind.FIELD, ended.key)
            result = "" if ended.start is None else "".join(words[ended.start :])
            self._ended.append((ended.key, result))

    def _instruction(self, node: etree._Element, words: list[str]) -> None:
        if self._fields and node.text:
            self._fields[-1].codes.append(node.text)

    def _insertion(self, node: etree._Element, words: list[str]) -> None:
        start = len(words)
        self._walk(node, words)
        self._note(ObjectKind.INSERTION, "", "".join(words[start:]))

    def _deletion(self, node: etree._Element, words: list[str]) -> None:
        deleted: list[str] = []
        self._walk(node, deleted)
        self._note(ObjectKind.DELETION, "", "".join(deleted))

    def _control(self, node: etree._Element, words: list[str]) -> None:
        tag, alias = (node.find(f"{w('sdtPr')}/{w(name)}") for name in ("tag", "alias"))
        names = "|".join(mark.get(w("val"), "") for mark in (tag, alias) if mark is not None)
        place, before, start = len(self.things), len(self.paragraphs), len(words)
        self._note(ObjectKind.CONTENT_CONTROL, names)
        self._walk(node, words)
        inside = len(self.things) > place + 1 or len(self.paragraphs) > before or "".join(words[start:]).strip()
        if not names and not inside:  # a nameless control around blanks cannot be seen or filled in as anything
            del self.things[place]

    def _bookmark(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.BOOKMARK, node.get(w("name"), ""))

    def _chunk(self, node: etree._Element, words: list[str]) -> None:
        arrow = self._relationships.get(node.get(r("id"), ""))
        self._note(ObjectKind.ALT_CHUNK, self._parts.digest(arrow.target) if arrow else "")

    def _other(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.OTHER, local(node.tag))

    def _table(self, node: etree._Element, words: list[str]) -> None:
        outer = self._anchors
        first = len(self.paragraphs) + 1
        self._anchors = (*outer, ("table", first, 0))
        self._cells.append([])
        self._walk(node, [])
        rows = self._cells.pop()
        texts = ["".join(p.text for p in self.paragraphs[start:stop]) for row in rows for start, stop in row]
        shape = ",".join(str(len(row)) for row in rows)
        self.things.append(Thing(ObjectKind.TABLE, shape, "\x1f".join(texts), first, self._anchors))
        self._anchors = outer

    def _row(self, node: etree._Element, words: list[str]) -> None:
        if self._cells:
            self._cells[-1].append([])
        self._walk(node, words)

    def _cell(self, node: etree._Element, words: list[str]) -> None:
        start = len(self.paragraphs)
        self._walk(node, words)
        if self._cells and self._cells[-1]:
            self._cells[-1][-1].append((start, len(self.paragraphs)))


def _relations_in(node: etree._Element) -> Iterator[str]:
    """The relationships that anything within a graphic names."""
    found = _RELATION_VALUES(node)
    return map(str, found) if isinstance(found, list) else iter(())


class _Closed(list[str]):
    """The words of a comment's range after its end: takes no more."""

    def append(self, text: str, /) -> None:
        """Ignore words outside the range."""


_ACTIONS: dict[str, Callable[[Survey, etree._Element, list[str]], None]] = {
    w(name): action
    for names, action in (
        ("p", Survey._paragraph),
        ("pPr tcPr", Survey._properties),
        ("r", Survey._run),
        ("t delText", Survey._text),
        ("tab ptab cr noBreakHyphen softHyphen", Survey._character),
        ("br", Survey._break),
        ("drawing pict object", Survey._object),
        ("txbxContent", Survey._text_box),
        ("sym", Survey._symbol),
        ("ruby", Survey._ruby),
        ("footnoteReference endnoteReference", Survey._reference),
        ("commentReference", Survey._comment),
        ("commentRangeStart", Survey._comment_start),
        ("commentRangeEnd", Survey._comment_end),
        ("hyperlink", Survey._hyperlink),
        ("fldSimple", Survey._simple_field),
        ("fldChar", Survey._field_character),
        ("instrText delInstrText", Survey._instruction),
        ("ins moveTo", Survey._insertion),
        ("del moveFrom", Survey._deletion),
        ("sdt", Survey._control),
        ("bookmarkStart", Survey._bookmark),
        ("altChunk", Survey._chunk),
        ("pgNum dayShort monthShort yearShort dayLong monthLong yearLong contentPart", Survey._other),
        ("tbl", Survey._table),
        ("tr", Survey._row),
        ("tc", Survey._cell),
    )
    for name in names.split()
}
_ACTIONS[f"{{{MC}}}AlternateContent"] = Survey._alternate
_ACTIONS[f"{{{M}}}oMath"] = _ACTIONS[f"{{{M}}}oMathPara"] = Survey._formula
_ACTIONS[f"{{{A}}}t"] = Survey._text
