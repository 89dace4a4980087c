"""Was the document written completely? The document's words against the ledger's own view of the output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gwformat.ledger.counting import differences, first_difference, spelled
from gwformat.ledger.evidence import Evidence
from gwformat.ledger.things import Words
from gwformat.ledger.uses import SET_ANEW, inner_paragraphs, within
from gwformat.model import OBJECT, SIGN_OFF_ROLES, Block, Carrier, CarrierKind, Document, Paragraph, Role

STYLES = {f"gw-{role.key.replace('_', '-')}": role for role in Role}
STYLES["gw-issuer-mark-picture"] = Role.ISSUER_MARK
_SET_ANEW_STYLES = frozenset(style for style, role in STYLES.items() if role in SET_ANEW)


class _Expected(NamedTuple):
    role: Role | None  # None inside a table or text box, which keeps its own styles
    words: str
    text: str  # the words without layout


def _plain(words: str) -> str:
    """Words without layout: the writer places them with tabs and breaks lines that are too long."""
    return words.replace("\t", "").replace("\n", "")


def is_set_anew(words: Words) -> bool:
    """Whether a paragraph of the output belongs to the head or the imprint."""
    return words.style in _SET_ANEW_STYLES


def is_signature(words: Words) -> bool:
    """Whether a paragraph of the output is a 署名, which the writer sets side by side in a joint document."""
    return STYLES.get(words.style) is Role.SIGNATURE


def check(document: Document, labels: Mapping[int, str], output: Evidence) -> list[str]:
    """The body paragraph by paragraph, in order; head and imprint as multiset, each element in one piece."""
    expected = [item for item in _expected(document.blocks, labels) if item.text]
    shown = _without_seals(output.paragraphs, sum(seal is not None for seal in document.seals))
    written = [(words, text) for words in shown if (text := _plain(words.text))]
    return [
        *_check_body(
            [item for item in expected if item.role not in SET_ANEW],
            [item for item in written if not is_set_anew(item[0])],
        ),
        *_check_anew(
            [item for item in expected if item.role in SET_ANEW],
            "".join(text for words, text in written if is_set_anew(words)),
        ),
    ]


def _without_seals(paragraphs: Iterable[Words], count: int) -> Iterator[Words]:
    """The paragraphs without the pictures of so many seals, which hang at the beginning of a date or a 署名."""
    for words in paragraphs:
        if count and STYLES.get(words.style) in SIGN_OFF_ROLES:
            hanging = min(count, len(words.text) - len(words.text.lstrip(OBJECT)))
            count -= hanging
            words = words._replace(text=words.text[hanging:])
        yield words


def _expected(blocks: Sequence[Block], labels: Mapping[int, str]) -> Iterator[_Expected]:
    """The paragraphs that should stand in the output, run-in blocks joined, inner paragraphs after their own."""
    words: list[str] = []
    inner: list[str] = []
    last = len(blocks) - 1
    for index, block in enumerate(blocks):
        words.append(block.text)
        inner += _cells(block.carrier, labels) if block.carrier is not None else _texts(inner_paragraphs(block), labels)
        if block.run_in and index < last:
            continue
        # A paragraph with a run-in heading has the role of the text that follows the heading.
        joined = "".join(words)
        yield _Expected(block.set_as, joined, _plain(joined))
        yield from (_Expected(None, text, _plain(text)) for text in inner)
        words, inner = [], []


def _texts(paragraphs: Iterable[Paragraph], labels: Mapping[int, str]) -> list[str]:
    return [labels.get(paragraph.source.first, "") + paragraph.text for paragraph in paragraphs]


def _cells(carrier: Carrier, labels: Mapping[int, str]) -> list[str]:
    """The paragraphs of an opaque piece; in a text format the cells of a table, or one for the object itself."""
    if carrier.paragraphs or carrier.rows:
        return _texts(within(carrier), labels) or [text for row in carrier.rows for text in row]
    return [OBJECT] if carrier.data or carrier.kind is CarrierKind.PAGE_BREAK else []


def _check_body(expected: list[_Expected], written: list[tuple[Words, str]]) -> list[str]:
    wanted = [item.text for item in expected]
    got = [text for _, text in written]
    if wanted != got:
        left, right = "".join(wanted), "".join(got)
        if left != right:
            return [f"成品正文与排版内容不一致：{first_difference(left, right)}", *_difference(left, right)]
        index = next(i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b)
        return [f"成品分段与排版内容不一致：{first_difference(wanted[index], got[index])}"]
    pairs = zip(expected, written, strict=True)
    return [problem for item, (words, _) in pairs for problem in _check_paragraph(item, words)]


def _check_paragraph(expected: _Expected, written: Words) -> Iterator[str]:
    """Of two paragraphs with the same words: the role, and the tabs and line breaks, which may be added, not lost."""
    role = STYLES.get(written.style)
    if expected.role is not None and role is not None and role is not expected.role:
        yield f"“{expected.text[:12]}”应为{expected.role}，成品中是{role}"
    if role is not None and written.numbered:
        yield f"“{expected.text[:12]}”一段的编号已转为文字，却仍带自动编号"
    for character, name in (("\t", "制表符"), ("\n", "换行")):
        lost = expected.words.count(character) - written.text.count(character)
        if lost > 0:
            yield f"“{expected.text[:12]}”一段少了 {lost} 个{name}"


def _difference(left: str, right: str) -> Iterator[str]:
    lost, extra = differences(left, right)
    if lost:
        yield f"成品少了：{spelled(lost)}"
    if extra:
        yield f"成品多了：{spelled(extra)}"


def _check_anew(expected: list[_Expected], text: str) -> list[str]:
    problems = [f"版头版记的{line}" for line in _difference("".join(item.text for item in expected), text)]
    problems += (f"{item.role}“{item.text[:12]}”在成品中不完整" for item in expected if item.text not in text)
    return problems
