"""One walk over a part: its paragraphs as words, and the objects met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.hiding import Hiding
from gwformat.ledger.parts import Parts, Relationship
from gwformat.ledger.ranges import Comments, Fields
from gwformat.ledger.targets import Targets
from gwformat.ledger.things import (
    VANISH,
    Anchor,
    Thing,
    Words,
    alternatives_key,
    canonical,
    control_names,
    has_content,
    ruby_words,
    said_by,
    shown_branch,
    symbol_key,
)
from gwformat.model import OBJECT
from gwformat.ooxml.blank_page import is_blank_page
from gwformat.ooxml.names import MC, A, M, W, local, r, w
from gwformat.ooxml.page_end import STYLE as PAGE_END
from gwformat.ooxml.page_end import is_page_end

_INSERTIONS = (w("ins"), w("moveTo"))
_RUN_STYLE, _VAL = w("rStyle"), w("val")
# A graphic without any of these holds neither words nor choices: only what it relates to is of interest.
_TO_WALK = (f"{{{W}}}*", f"{{{MC}}}*", f"{{{M}}}*", f"{{{A}}}t")
_WML = f"{{{W}}}"
_SILENT = ("rPr", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator")
_IGNORED = frozenset(
    [
        *(w(name) for name in (*_SILENT, "continuationSeparator", "tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr")),
        *(w(name) for name in ("sdtEndPr", "proofErr", "bookmarkEnd", "background", "sectPr")),
    ]
)
_VISIBLE = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}


class Survey:
    """Collects paragraphs and things of one part; `run` it once."""

    def __init__(
        self,
        parts: Parts,
        hiding: Hiding,
        relationships: Mapping[str, Relationship],
        notes: Mapping[tuple[str, str], str],
    ) -> None:
        self.paragraphs: list[Words] = []
        self.things: list[Thing] = []
        self._targets = Targets(parts, relationships)
        self._notes = notes
        self._hiding = hiding
        self._hides = False  # whether any run may be hidden
        self._ends_pages = False  # whether any run may be a page end of ours
        self._number = 0
        self._anchors: tuple[Anchor, ...] = ()
        self._objects = 0  # opaque pieces met so far in the present paragraph
        self._own: list[str] = []  # the words of the present paragraph
        self._cells: list[list[list[tuple[int, int]]]] = []
        self._fields = Fields()
        self._ended: list[tuple[str, str]] = []  # the fields that end in the present paragraph
        self._comments = Comments()

    def run(self, root: etree._Element) -> Survey:
        """Walk `root`; returns itself."""
        self._hides = self._hiding.any or next(root.iter(VANISH), None) is not None
        self._ends_pages = any(style.get(_VAL) == PAGE_END for style in root.iter(_RUN_STYLE))
        self._walk(root, [])
        for unended in self._fields.unended:
            self._note(ObjectKind.FIELD, unended)
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
                self._point_at(self._targets.of(child))
            self._walk(child, words)

    def _note(self, kind: ObjectKind, key: str, words: str = "") -> None:
        self.things.append(Thing(kind, key, words, self._number, self._anchors))

    def _say(self, words: list[str], text: str) -> None:
        words.append(text)
        self._comments.say(text)

    def _paragraph(self, node: etree._Element, words: list[str]) -> None:
        number = len(self.paragraphs) + 1
        self.paragraphs.append(Words(""))  # holds the number while inner paragraphs are counted
        outer = self._number, self._objects, self._own, self._ended
        self._number, self._objects, self._own, self._ended = number, 0, [], []
        style, numbered, ends_section = said_by(node)
        if ends_section and not is_blank_page(node):
            self._note(ObjectKind.SECTION, "")
        self._walk(node, self._own)
        self.paragraphs[number - 1] = Words(
            *("".join(self._own), style, numbered),
            fields=tuple(key for key, _ in self._ended),
            results=tuple(result for _, result in self._ended),
        )
        if not outer[0]:
            words.append("".join(self._own))  # for what lies around whole paragraphs
        self._number, self._objects, self._own, self._ended = outer

    def _properties(self, node: etree._Element, words: list[str]) -> None:
        """Paragraph properties hold no words; they were read with the paragraph."""

    def _run(self, node: etree._Element, words: list[str]) -> None:
        if self._hides and self._hiding.hides(node) and has_content(node):
            hidden: list[str] = []
            self._opaque(node, words, lambda: self._walk(node, hidden))
            self._note(ObjectKind.HIDDEN, "", "".join(hidden))
            return
        if not (self._ends_pages and is_page_end(node)):
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
            self._point_at(self._targets.within(node))
        if inner or len(self.things) == before:
            self._note(ObjectKind.SHAPE, "", "".join(inner))

    def _point_at(self, targets: Iterable[tuple[ObjectKind, str]]) -> None:
        for kind, key in targets:
            self._note(kind, key)

    def _alternate(self, node: etree._Element, words: list[str]) -> None:
        branch = shown_branch(node)
        if branch is None or not len(branch):
            self._note(ObjectKind.OTHER, alternatives_key(node))
        elif self._number:
            self._opaque(node, words, lambda: self._drawn(branch))
        else:
            self._walk(branch, words)

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
        self._opaque(node, words, lambda: self._note(ObjectKind.SYMBOL, symbol_key(node)))

    def _ruby(self, node: etree._Element, words: list[str]) -> None:
        self._opaque(node, words, lambda: self._note(ObjectKind.RUBY, ruby_words(node)))

    def _reference(self, node: etree._Element, words: list[str]) -> None:
        element = local(node.tag).removesuffix("Reference")
        kind = ObjectKind.FOOTNOTE if element == "footnote" else ObjectKind.ENDNOTE
        text = self._notes.get((element, node.get(w("id"), "")), "")
        self._opaque(node, words, lambda: self._note(kind, text))

    def _comment(self, node: etree._Element, words: list[str]) -> None:
        number = node.get(w("id"), "")
        self._note(ObjectKind.COMMENT, self._notes.get(("comment", number), ""), self._comments.about(number))

    def _comment_start(self, node: etree._Element, words: list[str]) -> None:
        self._comments.begin(node.get(w("id"), ""))

    def _comment_end(self, node: etree._Element, words: list[str]) -> None:
        self._comments.end(node.get(w("id"), ""))

    def _hyperlink(self, node: etree._Element, words: list[str]) -> None:
        start = len(words)
        self._walk(node, words)
        if covered := "".join(words[start:]):  # a link on nothing cannot be seen or followed
            key = f"{self._targets.address(node.get(r('id'), ''))}#{node.get(w('anchor'), '')}"
            self._note(ObjectKind.HYPERLINK, key, covered)

    def _simple_field(self, node: etree._Element, words: list[str]) -> None:
        key, start = " ".join(node.get(w("instr"), "").split()), len(words)
        self._note(ObjectKind.FIELD, key)
        self._walk(node, words)
        self._ended.append((key, "".join(words[start:])))

    def _field_character(self, node: etree._Element, words: list[str]) -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.show(words)
        elif kind == "end" and (ended := self._fields.end(words)) is not None:
            self._note(ObjectKind.FIELD, ended[0])
            self._ended.append(ended)

    def _instruction(self, node: etree._Element, words: list[str]) -> None:
        if node.text:
            self._fields.instruct(node.text)

    def _insertion(self, node: etree._Element, words: list[str]) -> None:
        start = len(words)
        self._walk(node, words)
        if covered := "".join(words[start:]):
            self._note(ObjectKind.INSERTION, "", covered)

    def _deletion(self, node: etree._Element, words: list[str]) -> None:
        deleted: list[str] = []
        before = len(self.things)
        self._walk(node, deleted)
        if (said := "".join(deleted)) or len(self.things) > before:  # to delete nothing changes nothing
            inserted = next(node.iterancestors(*_INSERTIONS), None) is not None
            self._note(ObjectKind.DELETION, "of what was inserted" if inserted else "", said)

    def _control(self, node: etree._Element, words: list[str]) -> None:
        names = control_names(node)
        place, before, start = len(self.things), len(self.paragraphs), len(words)
        self._note(ObjectKind.CONTENT_CONTROL, names)
        self._walk(node, words)
        around = "".join(words[start:])
        inside = len(self.things) > place + 1 or len(self.paragraphs) > before or around.strip()
        if not names and not inside:  # a nameless control around blanks cannot be seen or filled in as anything
            del self.things[place]
        else:
            first = self._number or min(before + 1, len(self.paragraphs))
            self.things[place] = self.things[place]._replace(paragraph=first, around=around)

    def _bookmark(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.BOOKMARK, node.get(w("name"), ""))

    def _chunk(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.ALT_CHUNK, self._targets.part(node.get(r("id"), "")))

    def _other(self, node: etree._Element, words: list[str]) -> None:
        self._note(ObjectKind.OTHER, local(node.tag))

    def _table(self, node: etree._Element, words: list[str]) -> None:
        outer = self._anchors
        first = len(self.paragraphs) + 1
        self._anchors = (*outer, ("table", first, 0))
        self._cells.append([])
        self._walk(node, words)
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
