"""Pieces of a draft in; those that can be lines of a paragraph of several, with what each says of its place, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import Align
from gwformat.recognise import patterns
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.pieces import Piece, has_object
from gwformat.recognise.title_lines import PREFIX
from gwformat.text.spaces import name_columns
from gwformat.text.width import advance, columns
from gwformat.values import dataclass

WIDEST = 62.0
"""字: nobody cuts lines wider."""
OUTLIERS = 20
"""One line in so many may be wider than the others: an address of the net, a title."""

_INDENT = 1.0  # 字
_PUSHED = 8.0  # 字: blanks that centre a line or push it to the right
_SHORTEST = 12  # characters of a line that has one below it in the same paragraph
_LONGEST_NUMBER = 5  # （十二）
_LABEL_REACH = 8
_BLANKS = " \t\u3000\u00a0"
_COLUMNS = expression(r"\S(?:[ \u3000\u00a0]{3,}|\u3000{2,}|[ \u3000]*\t[ \t\u3000]*)\S")
_MARK = expression(r"[，、。；：]")
_CITED = expression(rf"{patterns.ARTICLE.pattern}(?=[\u3400-\u9fff、])")
_CLAUSE = expression(r"[，；：]")
_END = expression(r"[。！？；：.!?;:][”’）)\"']*$")
_ASIDE = expression(r"[（(].*[）)]$")
_LABEL = expression(r"[\u3400-\u9fff]{2,6}：.")
_BULLET = expression(r"[-–—•●○■◆·*①-⑳]|注：|备注：")
_BRACKETS = (("《", "》"), ("（", "）"), ("(", ")"), ("〔", "〕"), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Line:
    """A piece as a line of text: its words without the blanks around them, and how far in from the others it begins."""

    piece: Piece
    words: str
    indent: float  # 字
    follows: bool  # stands right below the line before it, but for the number of a page
    begins: bool  # with a number or a bullet
    cites: bool  # begins with the number of an article that no blank sets apart from the words
    labelled: bool  # begins with a label and a colon
    leads: bool  # begins an element that may take several lines, such as 抄送机关
    alone: bool  # an element of one line, such as a date, or a title that is complete

    @property
    def indented(self) -> bool:
        """Whether it begins further in than the others."""
        return self.indent >= _INDENT

    @property
    def reads(self) -> bool:
        """Whether it reads like running text."""
        return _MARK.search(self.piece.key, _LONGEST_NUMBER if self.begins else 0) is not None

    @property
    def torn(self) -> bool:
        """Whether a bracket that opens in it closes in another line."""
        return any(self.words.rfind(left) > self.words.rfind(right) for left, right in _BRACKETS)

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence, or an aside of its own, does."""
        return bool(_END.search(self.words) or _ASIDE.match(self.words))

    @property
    def open(self) -> bool:
        """Whether it ends in the middle of a sentence."""
        return not self.ends and (self.reads or self.torn)


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The pieces that can be lines of a paragraph of several; none where most paragraphs are longer than a line."""
    words = [piece for piece in pieces if not piece.blank]
    if sum(map(_is_long, words)) * OUTLIERS > len(words) or not any(
        _may_go_on(above, below) for above, below in pairwise(words)
    ):
        return []
    fit = [piece for piece in words if _is_line(piece)]
    margin = min((_indent(piece) for piece in fit), default=0.0)
    lines: list[Line] = []
    text = False
    for piece in fit:
        follows = bool(lines) and _follows(pieces, lines[-1].piece, piece)
        indent = _indent(piece) - margin
        text = text or indent >= _INDENT
        lines.append(_line(piece, indent, follows=follows, headlike=not text))
        text = text or _END.search(piece.key) is not None
    return lines


def _is_long(piece: Piece) -> bool:
    """Whether a piece is wider than any line."""
    size = len(piece.text)
    return size > WIDEST and (size > 2 * WIDEST or advance(piece.text.rstrip()) > WIDEST)


def _may_go_on(above: Piece, below: Piece) -> bool:
    """A quick look that spares most drafts the others."""
    return len(above.key) >= _SHORTEST and bool(below.key) and not _END.search(above.key)


def _is_line(piece: Piece) -> bool:
    look = piece.look
    article = patterns.ARTICLE.match(piece.text.lstrip())
    return not (
        piece.carrier is not None
        or piece.framed
        or look.outline_level is not None
        or _indent(piece) >= _PUSHED
        or look.align in (Align.CENTER, Align.RIGHT)
        or has_object(piece.runs)
        or _is_page_number(piece)
        or _COLUMNS.search(piece.text.lstrip(), article.end() if article else 0)
        or name_columns(piece.text)
    )


def _follows(pieces: Sequence[Piece], above: Piece, below: Piece) -> bool:
    """Whether nothing stands between two lines but, where a page ends, its number."""
    between = pieces[above.index + 1 : below.index]
    return not between or (_has_page_number(between) and all(p.blank or _is_page_number(p) for p in between))


def _has_page_number(pieces: Iterable[Piece]) -> bool:
    return any(_is_page_number(piece) for piece in pieces)


def _is_page_number(piece: Piece) -> bool:
    return patterns.PAGE_NUMBER.fullmatch(piece.key) is not None


def _indent(piece: Piece) -> float:
    typed = piece.text[: len(piece.text) - len(piece.text.lstrip(_BLANKS))]
    return columns(typed) / 2 + (piece.look.first_line_chars or 0.0) + (piece.look.left_chars or 0.0)


def _line(piece: Piece, indent: float, *, follows: bool, headlike: bool) -> Line:
    """The line a piece is; `headlike` above the first line that is indented or ends a sentence."""
    key = piece.key
    return Line(
        piece,
        piece.text.strip(),
        indent,
        follows=follows,
        begins=bool(piece.label) or _begins(key),
        cites=_CITED.match(piece.text.lstrip()) is not None,
        labelled=_LABEL.match(key) is not None,
        leads=_leads(key),
        alone=_is_alone(key) or (headlike and _is_of_head(key)),
    )


def _begins(key: str) -> bool:
    return bool(
        patterns.level_of(key)
        or patterns.ARTICLE.match(key)
        or patterns.CHAPTER.match(key)
        or patterns.SECTION.match(key)
        or patterns.ATTACHMENT_LEAD.match(key)
        or _BULLET.match(key)
    )


def _is_alone(key: str) -> bool:
    return bool(
        patterns.is_attachment_label(key)
        or patterns.RULE_LINE.fullmatch(key)
        or (patterns.DATE_ONLY.fullmatch(key) and not key.endswith("。"))
    )


def _is_of_head(key: str) -> bool:
    key = PREFIX.sub("", key)
    if _CLAUSE.search(key) or key.count("《") != key.count("》"):
        return False
    named = genre_of(key) is not None or names_a_document(key)
    return named or patterns.DOC_NUMBER_ONLY.fullmatch(key) is not None


def _leads(key: str) -> bool:
    return bool(
        patterns.COPY_TO.fullmatch(key)
        or patterns.IMPRINT_REST.fullmatch(key)
        or (patterns.ANNOTATION_WORDS.match(key) and (key.startswith("（") or "：" in key[:_LABEL_REACH]))
    )
