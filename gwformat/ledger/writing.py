"""Was the document written completely? The document's words against the ledger's own view of the output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gwformat.ledger.accounts import SET_ANEW, inner_paragraphs, within
from gwformat.ledger.counting import first_difference, spelled, tally
from gwformat.ledger.evidence import Evidence
from gwformat.ledger.things import Words
from gwformat.model import OBJECT, Block, Document, Paragraph, Role

STYLES = {f"gw-{role.key.replace('_', '-')}": role for role in Role}
_SET_ANEW_STYLES = frozenset(style for style, role in STYLES.items() if role in SET_ANEW)
# The writer places words with tabs and breaks lines that are too long; both are layout, not words.
_LAYOUT = str.maketrans("", "", "\t\n" + OBJECT)


@dataclass(frozen=True, slots=True)
class _Expected:
    role: Role
    text: str


def is_set_anew(words: Words) -> bool:
    """Whether a paragraph of the output belongs to the head or the imprint."""
    return words.style in _SET_ANEW_STYLES


def check(document: Document, output: Evidence) -> list[str]:
    """The body paragraph by paragraph, in order; head and imprint as multiset, each element in one piece."""
    expected = [item for item in _expected(document.blocks) if item.text]
    body = [item for item in expected if item.role not in SET_ANEW]
    anew = [item for item in expected if item.role in SET_ANEW]
    problems: list[str] = []
    written = [(words, text) for words in output.paragraphs if (text := words.text.translate(_LAYOUT))]
    problems += _check_body(body, [(words, text) for words, text in written if not is_set_anew(words)])
    problems += _check_anew(anew, [(words, text) for words, text in written if is_set_anew(words)])
    problems += _check_layout_characters(document, output)
    return problems


def _expected(blocks: Sequence[Block]) -> Iterator[_Expected]:
    """The paragraphs that should stand in the output, run-in blocks joined, inner paragraphs after their own."""
    words: list[str] = []
    inner: list[Paragraph] = []
    last = len(blocks) - 1
    for index, block in enumerate(blocks):
        words.append(block.text)
        inner += within(block.carrier) if block.carrier is not None else inner_paragraphs(block)
        if block.run_in and index < last:
            continue
        # A paragraph with a run-in heading has the role of the text that follows the heading.
        yield _Expected(block.role, "".join(words).translate(_LAYOUT))
        yield from (_Expected(block.role, paragraph.text.translate(_LAYOUT)) for paragraph in inner)
        words, inner = [], []


def _check_body(expected: list[_Expected], written: list[tuple[Words, str]]) -> list[str]:
    wanted = [item.text for item in expected]
    got = [text for _, text in written]
    if wanted != got:
        left, right = "".join(wanted), "".join(got)
        if left != right:
            return [f"成品正文与排版内容不一致：{first_difference(left, right)}", *_difference(left, right)]
        index = next(i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b)
        return [f"成品分段与排版内容不一致：{first_difference(wanted[index], got[index])}"]
    return [
        f"“{text[:12]}”应为{item.role}，成品中是{STYLES[words.style]}"
        for item, (words, text) in zip(expected, written, strict=True)
        if words.style in STYLES and STYLES[words.style] is not item.role
    ]


def _difference(left: str, right: str) -> Iterator[str]:
    if lost := tally(left) - tally(right):
        yield f"成品少了：{spelled(lost)}"
    if extra := tally(right) - tally(left):
        yield f"成品多了：{spelled(extra)}"


def _check_anew(expected: list[_Expected], written: list[tuple[Words, str]]) -> list[str]:
    text = "".join(text for _, text in written)
    problems = [f"版头版记的{line}" for line in _difference("".join(item.text for item in expected), text)]
    problems += (f"{item.role}“{item.text[:12]}”在成品中不完整" for item in expected if item.text not in text)
    return problems


def _check_layout_characters(document: Document, output: Evidence) -> list[str]:
    """Tabs and line breaks may be added, not lost."""
    wanted = tally("".join(block.text for block in document.blocks if block.role not in SET_ANEW))
    got = tally("".join(words.text for words in output.paragraphs if not is_set_anew(words)))
    lost = {character: wanted[character] - got[character] for character in "\t\n"}
    names = {"\t": "制表符", "\n": "换行"}
    return [f"成品少了 {count} 个{names[character]}" for character, count in lost.items() if count > 0]
