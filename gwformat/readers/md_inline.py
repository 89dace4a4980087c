"""The inline tokens of a Markdown paragraph come in, stretches of visible words and pictures come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gwformat.model import OBJECT, Carrier, CarrierKind, Emphasis
from gwformat.readers import md_html
from gwformat.readers.pictures import size_of
from gwformat.text.width import advance, is_wide
from gwformat.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

_LARGEST_PICTURE = 50 * 1024 * 1024
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:|//|\\\\")
_SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)|/$")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_INDENT = "\u3000"
_DROPPED = "加粗、斜体不保留：公文各级标题由字体区分"

_EMPHASIS = {
    "sup": Emphasis.SUPERSCRIPT,
    "sub": Emphasis.SUBSCRIPT,
    "u": Emphasis.UNDERLINE,
    "ins": Emphasis.UNDERLINE,
    "s": Emphasis.STRIKE,
    "del": Emphasis.STRIKE,
    "strike": Emphasis.STRIKE,
}
_RAISED = frozenset((Emphasis.SUPERSCRIPT, Emphasis.SUBSCRIPT))


@dataclass
class Context:
    """Where the file stands, and what the reader has to tell about it."""

    folder: Path
    losses: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one formatting, or a picture."""

    text: str
    emphasis: frozenset[Emphasis] = frozenset()
    carrier: Carrier | None = None


@dataclass(slots=True)
class Words:
    """One paragraph of a Markdown paragraph: a line indented by full-width spaces begins a new one."""

    line: int
    last_line: int
    pieces: list[Piece] = field(default_factory=list)
    bold: bool = True  # until a word that is not strong


def words_of(tokens: Sequence[Token], context: Context, pictures: bool = True) -> list[Words]:
    """The visible words of `tokens`; without `pictures` even those that exist are named in words only."""
    writer = _Writer(context, pictures)
    for index, token in enumerate(tokens):
        if token.type == "softbreak":
            # Empty text and an opening mark may stand before the words of the next line.
            following = (after.content for after in tokens[index + 1 : index + 4])
            writer.break_softly(next(filter(None, following), ""))
        else:
            writer.take(token)
    return writer.finish()


_WRAPPED_AT = 30  # 字; a line as long as this may have been cut by an editor
_SENTENCE_ENDS = frozenset("。：；！？…”）")


def _wrapped(line: str) -> bool:
    """Whether a line looks as if an editor had cut it: long, and not at the end of a sentence."""
    return advance(line) >= _WRAPPED_AT and line[-1] not in _SENTENCE_ENDS


class _Writer:
    def __init__(self, context: Context, pictures: bool) -> None:
        self._context = context
        self._pictures = pictures
        self._done: list[Words] = []
        self._words = Words(0, 0)
        self._open: list[Emphasis] = []
        self._strong = 0
        self._links: list[tuple[str, int]] = []
        self._spoken: list[str] = []
        self._line_start = 0  # where the current line of the source begins in the words

    def finish(self) -> list[Words]:
        self._words.bold = self._words.bold and bool(self._words.pieces)
        return [*self._done, self._words]

    def take(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "code_inline"):
            self._write(token.content)
        elif kind == "hardbreak":
            self._words.last_line += 1
            self._write("\n")
        elif kind == "image":
            self._image(str(token.attrs.get("src", "")), token.content, str(token.attrs.get("title", "")))
        elif kind == "html_inline":
            self._tag(token.content)
        elif kind in ("strong_open", "strong_close", "em_open", "em_close"):
            self._strong += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
            self._context.notices.append(_DROPPED)
        elif kind == "s_open":
            self._open.append(Emphasis.STRIKE)
        elif kind == "s_close":
            self._close(Emphasis.STRIKE)
        elif kind == "link_open":
            self._open_link(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))
        elif kind == "link_close":
            self._close_link()

    def _write(self, text: str) -> None:
        if not text:
            return
        self._spoken.append(text)
        if text.strip() and not self._strong:
            self._words.bold = False
        raised = [one for one in self._open if one in _RAISED]  # words are but one of both, as the innermost says
        emphasis = frozenset((*(one for one in self._open if one not in _RAISED), *raised[-1:]))
        pieces = self._words.pieces
        if pieces and pieces[-1].carrier is None and pieces[-1].emphasis == emphasis:
            pieces[-1] = Piece(pieces[-1].text + text, emphasis)
        else:
            pieces.append(Piece(text, emphasis))

    def break_softly(self, after: str) -> None:
        """Western lines join with a space, as CommonMark has it; Chinese ones only where a long line was wrapped.

        In Chinese drafts a line is a paragraph: 署名 and 成文日期 stand on lines of their own.
        """
        said = "".join(piece.text for piece in self._words.pieces)
        before, self._line_start, line = said[-1:], len(said), said[self._line_start :]
        number = self._words.last_line + 1
        chinese = any(map(is_wide, before + after[:1]))
        if after.startswith(_INDENT) or (before and chinese and not _wrapped(line)):
            self._done = self.finish()
            self._words = Words(number, number)
            self._line_start = 0
            self._context.notices.append("一行作为一段：中文草稿中换行即分段")
            return
        self._words.last_line = number
        if before and after and not chinese and not before.isspace():
            self._write(" ")

    def _end_paragraph(self) -> None:
        """What a browser sets on lines of its own, as the rows of a table are, is a paragraph here too."""
        if self._words.pieces:
            self._done = self.finish()
            self._words = Words(self._words.last_line, self._words.last_line)
            self._line_start = 0

    def _tag(self, tag: str) -> None:
        name = md_html.name_of(tag)
        closing = tag.startswith("</")
        if tag.startswith("<!--"):
            self._context.losses.append(f"HTML 注释：{tag[4:-3].strip()}")
        elif name in _EMPHASIS:
            if closing:
                self._close(_EMPHASIS[name])
            else:
                self._open.append(_EMPHASIS[name])
        elif name == "br":
            self._write("\n")
        elif name == "img":
            self._image(md_html.attribute(tag, "src"), md_html.attribute(tag, "alt"), "")
        elif name == "a" and closing:
            self._close_link()
        elif name == "a":
            self._open_link(md_html.attribute(tag, "href"), "")
        elif name in md_html.KNOWN:
            self._context.losses.append(f"HTML 标签 <{name}> 的格式（文字保留）")
            if name in md_html.ENDS_PARAGRAPH:
                self._end_paragraph()
            elif name in md_html.ENDS_CELL and not closing and self._words.pieces:
                self._write("\t")
        else:
            self._write(tag)  # not HTML: a placeholder such as <NAME>

    def _close(self, emphasis: Emphasis) -> None:
        if emphasis in self._open:
            self._open.remove(emphasis)

    def _open_link(self, address: str, title: str) -> None:
        if title:
            self._context.losses.append(f"链接的提示文字：{title}")
        self._links.append((address, len(self._spoken)))

    def _close_link(self) -> None:
        if not self._links:
            return
        address, start = self._links.pop()
        words = "".join(self._spoken[start:]).strip()
        shown = unquote(address)
        if address and not address.startswith("#") and _bare(shown) != _bare(unquote(words)):
            self._write(f"（{shown}）")

    def _image(self, address: str, words: str, title: str) -> None:
        if title:
            self._context.losses.append(f"图片的提示文字：{title}")
        carrier = _picture(address, words, self._context.folder) if self._pictures else None
        if carrier is not None:
            self._words.pieces.append(Piece(OBJECT, frozenset(), carrier))
            return
        shown = unquote(address) if not address.startswith("data:") else "内嵌数据"
        text = f"[图片：{words}（{shown}）]"
        self._context.losses.append(f"没有读入的图片，正文中留有文字 {text}")
        self._write(text)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).casefold()


def _picture(address: str, words: str, folder: Path) -> Carrier | None:
    """The picture at a local path if Word can show it; None for what is elsewhere, missing or of another kind."""
    if not address or (_REMOTE.match(address) and not _DRIVE.match(address)):
        return None
    try:
        path = folder / unquote(address)
        if not path.is_file() or path.stat().st_size > _LARGEST_PICTURE:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None
    size = size_of(data)
    return Carrier(CarrierKind.IMAGE, words, size=size, data=data) if size else None
