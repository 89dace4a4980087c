"""A Markdown file (CommonMark, tables, strikethrough) comes in, a draft with everything visible in it comes out.

Markup has no place in an official document, so its visible form is read: the number of a list item, ● for a
bullet, an address in （） after a link's words. Nothing is fetched from a network.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.errors import InputUnreadable
from gwformat.model import PLAIN, Carrier, CarrierKind, Draft, Look, Paragraph, Run, Source
from gwformat.readers import html_tables, md_emphasis, md_html
from gwformat.readers.encoding import read_text
from gwformat.readers.md_inline import Context, Piece, words_of
from gwformat.readers.md_tables import with_ascii_bars

if TYPE_CHECKING:
    from markdown_it.token import Token

_NESTING = 100
_BULLETS = "●○■"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_INDENT = 2.0
# The parser's work grows with the square of the open marks in a paragraph.
_MARKS = 5000
_MARKUP = re.compile(r"[*_\[<`~]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:[\w\-]+[ \t]*:.*\n|[ \t#\-].*\n|\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_SENTENCE_END = "。；：，"


def read_md(path: Path) -> Draft:
    """The draft in a Markdown file."""
    from markdown_it import MarkdownIt

    text = read_text(path)
    source = "\n".join(text.lines).replace("\f", "").replace("\v", " ") + "\n"
    context = Context(path.parent)
    body = with_ascii_bars(_without_front_matter(source, context))
    if any(len(_MARKUP.findall(paragraph)) > _MARKS for paragraph in _BLANK_LINES.split(body)):
        raise InputUnreadable(f"一段文字里的 Markdown 标记超过 {_MARKS} 个", "请确认选对了文件")
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
    md_emphasis.use(parser)
    tokens = parser.parse(body)
    if any(token.level >= _NESTING - 1 for token in tokens):
        raise InputUnreadable(f"列表或引用嵌套超过 {_NESTING} 层", "请减少嵌套层次后再试")
    blocks = tuple(_Reader(path, context, body.split("\n")).blocks(tokens))
    return Draft(
        path,
        "md",
        blocks,
        carriers=_carriers(blocks),
        losses=(*text.losses, *dict.fromkeys(context.losses)),
        notices=(*text.notices, *dict.fromkeys(context.notices)),
    )


def _without_front_matter(source: str, context: Context) -> str:
    found = _FRONT_MATTER.match(source)
    if not found or ":" not in found[1]:
        return source
    context.losses.append(f"文件头的元数据，不是正文：{' '.join(found[1].split())}")
    return "\n" * found[0].count("\n") + source[found.end() :]


def _carriers(blocks: Sequence[Paragraph | Carrier]) -> tuple[tuple[CarrierKind, int], ...]:
    counts: Counter[CarrierKind] = Counter()
    for block in blocks:
        if isinstance(block, Carrier):
            counts[block.kind] += 1
        else:
            counts.update(run.carrier.kind for run in block.runs if run.carrier is not None)
    return tuple(sorted(counts.items()))


class _Reader:
    """Walks the block tokens once; knows the open lists and quotes."""

    def __init__(self, path: Path, context: Context, lines: Sequence[str]) -> None:
        self._part = path.name
        self._context = context
        self._lines = lines
        self._atoms: Counter[int] = Counter()
        self._lists: list[Iterator[str]] = []
        self._bullets = 0  # how many of the open lists are bulleted
        self._numbered = 0  # how many are numbered
        self._items: list[int] = []  # the lines of the open items
        self._quotes = 0
        self._label = ""

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Paragraph | Carrier]:
        """The blocks in order."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(at for at in range(position, len(tokens)) if tokens[at].type == "table_close")
                yield self._table(tokens[position : end + 1])
                position = end
            elif token.type == "heading_open":
                yield from self._heading(token, tokens[position + 1])
                position += 1
            elif token.type == "inline":
                yield from self._paragraphs(token, PLAIN)
            elif token.type in ("fence", "code_block"):
                yield from self._code(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "hr":
                yield Carrier(CarrierKind.HORIZONTAL_RULE, source=self._source(token))
            else:
                yield from self._container(tokens, position)
            position += 1

    def _container(self, tokens: Sequence[Token], position: int) -> Iterator[Paragraph]:
        token = tokens[position]
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self._lists.append(iter(self._labels(tokens, position)))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
            self._bullets -= token.type == "bullet_list_close"
            self._numbered -= token.type == "ordered_list_close"
        elif token.type == "list_item_open":
            self._label += next(self._lists[-1])
            self._items.append(token.map[0] + 1 if token.map else 1)
        elif token.type == "list_item_close":
            line = self._items.pop()
            if self._label:  # an item without words
                yield self._paragraph((), line, PLAIN)
        elif token.type == "blockquote_open":
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1

    def _labels(self, tokens: Sequence[Token], position: int) -> list[str]:
        """The labels of the items of the list that opens here."""
        if tokens[position].type == "bullet_list_open":
            self._context.notices.append("列表的项目符号写作“●”（下级“○”“■”）")
            self._bullets += 1
            return _bullets(tokens, position, self._bullets)
        self._numbered += 1
        if self._numbered > 1:
            self._context.notices.append("列表之中的列表，编号写作“（1）”（再下级“①”）")
        return _numbers(tokens, position, self._numbered)

    def _heading(self, token: Token, inline: Token) -> Iterator[Paragraph | Carrier]:
        if token.markup == "-" and inline.content.endswith(tuple(_SENTENCE_END)):
            # A rule typed straight under a paragraph makes CommonMark read it as a heading; no heading ends so.
            yield from self._paragraphs(inline, PLAIN)
            last = token.map[1] if token.map else 1
            yield Carrier(CarrierKind.HORIZONTAL_RULE, source=Source(self._part, last, last))
            return
        level = int(token.tag[1:])
        yield from self._paragraphs(inline, Look(style_name=f"heading {level}", outline_level=level))

    def _paragraphs(self, token: Token, look: Look) -> Iterator[Paragraph]:
        first = token.map[0] + 1 if token.map else 1
        for words in words_of(token.children or [], self._context):
            bold = True if words.bold else None
            style = Look(style_name=look.style_name, outline_level=look.outline_level, bold=bold)
            yield self._paragraph(words.pieces, first + words.line, style, first + words.last_line)

    def _paragraph(self, pieces: Sequence[Piece], line: int, look: Look, last: int | None = None) -> Paragraph:
        indent = _INDENT * (max(0, len(self._lists) - 1) + self._quotes)
        if indent:
            look = Look(look.style_id, look.style_name, look.align, look.outline_level, None, indent, bold=look.bold)
        label, self._label = self._label, ""
        runs = []
        for piece in pieces:
            runs.append(Run(piece.text, piece.emphasis, piece.carrier, line, self._atoms[line]))
            self._atoms[line] += 1
        return Paragraph(tuple(runs), Source(self._part, line, last or line), look, label)

    def _code(self, token: Token) -> Iterator[Paragraph]:
        first = (token.map[0] if token.map else 0) + (2 if token.type == "fence" else 1)
        for offset, line in enumerate(token.content.rstrip("\n").split("\n")):
            yield self._paragraph((Piece(line),) if line else (), first + offset, PLAIN)

    def _html(self, token: Token) -> Iterator[Paragraph | Carrier]:
        first = token.map[0] + 1 if token.map else 1
        for start, found in html_tables.stretches(token.content, self._context.losses):
            if isinstance(found, html_tables.HtmlTable):
                text = "\n".join("\t".join(row) for row in found.rows)
                merged = any(span != (1, 1) for row in found.spans for span in row)
                source = Source(self._part, first + start, first + start)
                spans = found.spans if merged else ()
                yield Carrier(CarrierKind.TABLE, text, source, rows=found.rows, spans=spans)
                continue
            for offset, line in enumerate(md_html.words(found, self._context.losses)):
                for words in line:
                    yield self._paragraph((Piece(words),), first + start + offset, PLAIN)

    def _table(self, tokens: Sequence[Token]) -> Carrier:
        rows: list[tuple[str, ...]] = []
        cells: list[str] = []
        for token in tokens:
            if token.type == "tr_open":
                cells = []
            elif token.type == "inline":
                cells.append(self._cell(token))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
        self._note_surplus_cells(tokens)
        text = "\n".join("\t".join(row) for row in rows)
        return Carrier(CarrierKind.TABLE, text, self._source(tokens[0]), rows=tuple(rows))

    def _cell(self, token: Token) -> str:
        words = words_of(token.children or [], self._context, pictures=False)
        pieces = [piece for part in words for piece in part.pieces]
        if any(piece.emphasis for piece in pieces):
            self._context.losses.append("表格单元格内的上标、下标、下划线、删除线（文字保留）")
        return "".join(piece.text for piece in pieces)

    def _note_surplus_cells(self, tokens: Sequence[Token]) -> None:
        columns = sum(token.type == "th_open" for token in tokens)
        for token in tokens:
            if token.type == "tr_open" and token.map:
                line = self._lines[token.map[0]].strip().removeprefix("|").removesuffix("|")
                if surplus := [cell.strip() for cell in _CELL_BORDER.split(line)[columns:] if cell.strip()]:
                    self._context.losses.append(f"第 {token.map[0] + 1} 行比表头多出的单元格：{'｜'.join(surplus)}")

    def _source(self, token: Token) -> Source:
        first, end = token.map or (0, 1)
        return Source(self._part, first + 1, max(first + 1, end))


def _items(tokens: Sequence[Token], position: int) -> list[Token]:
    """The items of the list that opens at `position`, without those of lists in it."""
    level = tokens[position].level + 1
    return [token for token in _within(tokens, position) if token.type == "list_item_open" and token.level == level]


def _bullets(tokens: Sequence[Token], position: int, depth: int) -> list[str]:
    return [_BULLETS[min(depth, len(_BULLETS)) - 1]] * len(_items(tokens, position))


def _numbers(tokens: Sequence[Token], position: int, depth: int) -> list[str]:
    """Numbers as typed, but counted on where all are typed alike (1. 1. 1.), in the form their level has (7.3.3)."""
    items = _items(tokens, position)
    numbers = [item.info for item in items]
    if len(set(numbers)) == 1:
        numbers = [str(int(numbers[0]) + offset) for offset in range(len(numbers))]
    if depth == 1:
        return [f"{number}{item.markup}" for number, item in zip(numbers, items, strict=True)]
    counted = [int(number) for number in numbers]
    circled = depth > 2 and min(counted) > 0 and max(counted) <= len(_CIRCLED)
    return [_CIRCLED[number - 1] if circled else f"（{number}）" for number in counted]


def _within(tokens: Sequence[Token], position: int) -> Iterator[Token]:
    level = tokens[position].level
    for at in range(position + 1, len(tokens)):
        if tokens[at].level == level:
            return
        yield tokens[at]
