"""Was the source read completely? The ledger's own view of the file against the draft the reader made."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from gwformat.ledger.counting import excess, first_difference, spelled
from gwformat.ledger.evidence import Evidence
from gwformat.model import OBJECT, Carrier, Draft, Paragraph
from gwformat.text.encoding import detect


def check_package(evidence: Evidence, draft: Draft) -> list[str]:
    """Every paragraph of the main part, character by character; headers, footers and notes by their words."""
    read = {p.source.first: "".join([run.text for run in p.runs]) for p in draft.paragraphs()}
    problems: list[str] = []
    opaque: list[str] = []
    for number, words in enumerate(evidence.paragraphs, 1):
        text = read.pop(number, None)
        if text is None:
            opaque.append(words.text)
        elif text != words.text:
            problems.append(f"原文第 {number} 段没有读全：{first_difference(words.text, text)}")
    # Paragraphs the draft does not number sit in opaque pieces, whose words it gives as one text.
    unread = excess("".join(opaque), "".join(_carried(draft)))
    if unread:
        problems.append(f"原文的对象里有没读到的字：{spelled(unread)}")
    problems += (f"读出了原文没有的第 {number} 段" for number, text in read.items() if text)
    stories = "".join(text for story in draft.stories for text in story.paragraphs)
    own = "".join(words.text for story in evidence.stories for words in story.paragraphs)
    if unread := excess(own, stories):
        problems.append(f"页眉页脚没有读全：{spelled(unread)}")
    return problems


def check_moved(found: Evidence, source: Evidence) -> list[str]:
    """What was put from a header into the text: every paragraph and object must be there as before, once."""
    if found is source:
        return []
    had, has = Counter(_everything(found)), Counter(_everything(source))
    return ["页眉移到正文时，文字或对象有出入"] if had != has else []


def _everything(evidence: Evidence) -> Iterator[tuple[str, ...]]:
    for words in (*evidence.paragraphs, *(words for story in evidence.stories for words in story.paragraphs)):
        yield ("", words.text)
    for thing in (*evidence.things, *(thing for story in evidence.stories for thing in story.things)):
        yield (thing.kind.value, thing.key, thing.words)


def _carried(draft: Draft) -> Iterable[str]:
    for block in draft.blocks:
        if isinstance(block, Carrier):
            yield block.text
    for paragraph in draft.paragraphs():
        for run in paragraph.runs:
            if run.carrier is not None:
                yield run.carrier.text


def check_text(data: bytes, draft: Draft) -> list[str]:
    """Plain text: every character of the file but line ends and form feeds is in the draft, in order."""
    lines = _LINE_END.split(_decode(data))
    texts: list[str] = []
    problems: list[str] = []
    for block in draft.blocks:
        own = _lines_of(block, lines)
        if isinstance(block, Carrier) and own and _DRAWN.match(own[0]):  # a cell may have several lines: words count
            left, right = _outside_lines(own), _BLANK.sub("", "".join(cell for row in block.rows for cell in row))
            if unread := {**excess(left, right), **excess(right, left)}:
                problems.append(f"用线条画的表格没有读全：{spelled(unread)}")
            texts.append("".join(own))
        else:
            texts.append(_cells(block) if isinstance(block, Carrier) else _text(block))
    expected, actual = _words("\n".join(lines)), _words("".join(texts))
    if expected != actual:
        problems.append(f"原文没有读全：{first_difference(expected, actual)}")
    return problems


_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_DRAWN = re.compile(r"\s*[\u2500-\u257f|｜+]")
_DRAWN_LINE = re.compile(r"[\s\u2500-\u257f|｜+=:\-]*")
_BLANK = re.compile(r"\s")


def _lines_of(block: Paragraph | Carrier, lines: Sequence[str]) -> Sequence[str]:
    """The lines of the file that a table is read from."""
    if not isinstance(block, Carrier) or block.source is None:
        return ()
    return lines[block.source.first - 1 : block.source.last]


def _outside_lines(lines: Sequence[str]) -> str:
    """The characters of a drawn table that draw nothing."""
    return "".join(re.sub(r"[\s│┃║|｜]", "", line) for line in lines if not _DRAWN_LINE.fullmatch(line))


# Line ends, page breaks, and control characters, which no docx can hold and the reader lists as lost.
_NOT_WORDS = re.compile("[\0-\x08\n-\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\uffff" + OBJECT + "]")


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text)


def _cells(table: Carrier) -> str:
    """The words of a table whose cells tabs part, as the file has them."""
    return "\n".join("\t".join(row) for row in table.rows)


def _text(paragraph: Paragraph) -> str:
    return paragraph.label + paragraph.text


# What CommonMark takes as markup although it is spelled with letters: addresses, fence names, HTML, escapes.
_MARKUP = (
    re.compile(r"\A---\n.*?\n---\n", re.S),
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"^ {0,3}\[[^\]]+\]:.*$", re.M),
    re.compile(r"(?<=\])\([^)\n]*\)"),
    re.compile(r"^\s*(?:`{3,}|~{3,}).*$", re.M),
    re.compile(r"</?[A-Za-z][^>]*>"),
)


_LINK = re.compile(r"(!?)\[[^\]\n]*\]\(\s*<?([^\s()<>#][^\s()<>]*)")


def check_markdown(data: bytes, draft: Draft) -> list[str]:
    """Markdown: every letter and Han character outside of markup is in the draft, and every address of a link."""
    text = _decode(data).replace("\r\n", "\n")
    said = "".join((*(_text(paragraph) for paragraph in draft.paragraphs()), *_carried(draft), *draft.losses))
    links = [address for picture, address in _LINK.findall(text) if not picture]
    for pattern in _MARKUP:
        text = pattern.sub("", text)
    problems = [f"原文没有读全：链接“{link}”" for link in links if unquote(link) not in unquote(said)]
    expected = _letters(html.unescape(text))
    unread = excess(expected, _letters(said))
    return problems + ([f"原文没有读全：{spelled(unread)}"] if unread else [])


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())


def _decode(data: bytes) -> str:
    encoding, mark = detect(data)
    return data[mark:].decode(encoding, "replace")
