"""The attachment note (7.3.4) and the labels of the attachments (7.3.7): typed forms in, the set form out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gwformat.model import OBJECT, Block, Change, Document, Edit, Fate, Role
from gwformat.normalise.passes import Pass, change, edit, joined
from gwformat.text.characters import SPACE, tail
from gwformat.text.numerals import NUMERAL, parse_number
from gwformat.values import dataclass

_GAP = f"[{SPACE}\t]*+"
_DIGIT = "0-9０-９"
_POINT = f"(?:[、，：:)）]|[.．](?![{_DIGIT}]))"

# 附件1：名称 · 附件：1.名称 · 附：名称
_OPENING = re.compile(
    f"附{_GAP}件?{_GAP}[（(]?(?P<outer>[{_DIGIT}]{{1,2}}|[{NUMERAL}]{{1,3}})?[）)]?{_GAP}[:：;；]{_GAP}"
    f"(?:(?P<inner>[{_DIGIT}]{{1,2}}){_GAP}{_POINT}{_GAP})?"
    f"|附{_GAP}件{_GAP}(?P<bare>[{_DIGIT}]{{1,2}}){_GAP}[.．、]{_GAP}"
    f"|附{_GAP}件{_GAP}[（(](?P<bracketed>[{_DIGIT}]{{1,2}})[）)]{_GAP}"
)
_FOLLOWING = re.compile(f"(?:附{_GAP}件{_GAP})?(?P<inner>[{_DIGIT}]{{1,2}}){_GAP}{_POINT}{_GAP}")
_TAIL_MARKS = "。；;，,、.．"
_LABEL = re.compile(
    f"附{_GAP}件?{_GAP}[（(:：]?{_GAP}(?P<number>[{_DIGIT}]{{1,2}}|[{NUMERAL}]{{1,3}})?[）)]?{_GAP}[:：、.．。]?{_GAP}"
)
_LABEL_ALONE = re.compile(f"附{_GAP}件{_GAP}[:：]?{_GAP}")
_BREAK = re.compile(f"[{SPACE}\t\n]+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the note: where its marker and its name stand, and its number if it says one."""

    block: int
    marker: tuple[int, int]
    end: int
    number: int | None
    opens: bool


def _note(document: Document, step: Pass) -> Document:
    blocks = list(document.blocks)
    changes: list[Change] = []
    entries = _all_entries(document)
    single = _is_single(document, entries)
    edits: dict[int, list[Edit]] = {}
    for position, entry in enumerate(entries):
        has_name = entry.end > entry.marker[1]
        number = f"{entry.number}." if entry.number is not None and has_name and not single else ""
        found = edits.setdefault(entry.block, [])
        if entry.opens or number:
            found.append(Edit(*entry.marker, ("附件：" if entry.opens else "") + number))
        continues = entries[position + 1 :] and entries[position + 1].number is None
        end = tail(blocks[entry.block].text[: entry.end], _TAIL_MARKS)
        if end > entry.marker[1] and not continues:
            found.append(Edit(end, entry.end, ""))
    for index, found in edits.items():
        blocks[index] = edit(blocks[index], found, step, changes)
    return document.changed(blocks, changes)


def _all_entries(document: Document) -> list[_Entry]:
    return [
        entry
        for index, block in enumerate(document.blocks)
        if block.role is Role.ATTACHMENT_NOTE
        for entry in _entries(index, block.text)
    ]


def _is_single(document: Document, entries: Sequence[_Entry]) -> bool:
    """Whether there is one attachment only: then neither its note nor its label has a number."""
    named = [entry for entry in entries if entry.end > entry.marker[1]]
    labels = sum(1 for _ in document.of(Role.ATTACHMENT_LABEL))
    return len(named) == 1 and named[0].number in (None, 1) and labels <= 1


def _entries(block: int, text: str) -> Iterator[_Entry]:
    for line in _LINE.finditer(text):
        start, end = line.span()
        marker = _OPENING.match(text, start, end)
        first = line.start() == 0 or not text[:start].strip()
        if marker:
            number = marker["inner"] or marker["outer"] or marker["bare"] or marker["bracketed"]
            # 附件2：乙 in a line of its own follows 附件1：甲; only the first line says 附件.
            opens = number is None or marker["inner"] is not None or parse_number(number) == 1
            yield _Entry(block, marker.span(), end, parse_number(number) if number else None, opens and first)
        elif marker := _FOLLOWING.match(text, start, end):
            yield _Entry(block, marker.span(), end, parse_number(marker["inner"]), False)
        else:
            yield _Entry(block, (start, start), end, None, False)


def _lines(document: Document, step: Pass) -> Document:
    """One block for each attachment named; “附件：” alone on its line joins the first name."""
    blocks: list[Block] = []
    changes: list[Change] = []
    for block in document.blocks:
        if block.role is not Role.ATTACHMENT_NOTE:
            blocks.append(block)
            continue
        pieces = _pieces(block, step, changes)
        if blocks and blocks[-1].role is Role.ATTACHMENT_NOTE and _opens_only(blocks[-1]) and pieces[0].text:
            label = blocks.pop()
            changes.append(Change(step.name, Fate.MOVED, label.text, label.text, step.reason, label.source))
            pieces[0] = joined(label, pieces[0])
        blocks += pieces
    return document.changed(blocks, changes)


def _pieces(block: Block, step: Pass, changes: list[Change]) -> list[Block]:
    """The block cut before every further number in sequence (附件：1.甲　2.乙); the gap at the cut goes."""
    pieces: list[Block] = []
    rest = block
    while cut := _cut(rest.text):
        changes.append(change(step, rest.text[cut[0] : cut[1]], "", block))
        pieces.append(rest.edited([Edit(cut[0], len(rest.text), "")]))
        rest = rest.edited([Edit(0, cut[1], "")])
    return [*pieces, rest]


def _cut(text: str) -> tuple[int, int] | None:
    first = next(_entries(0, text), None)
    if first is None or first.number is None or OBJECT in text:
        return None
    for gap in _BREAK.finditer(text, first.marker[1]):
        marker = _FOLLOWING.match(text, gap.end())
        if marker and parse_number(marker["inner"]) == first.number + 1:
            return gap.span()
    return None


def _opens_only(block: Block) -> bool:
    return _LABEL_ALONE.fullmatch(block.text) is not None


def _labels(document: Document, step: Pass) -> Document:
    blocks = list(document.blocks)
    changes: list[Change] = []
    single = _is_single(document, _all_entries(document))
    for index, block in enumerate(blocks):
        if block.role is not Role.ATTACHMENT_LABEL:
            continue
        # A page break stands before most labels.
        lead = len(block.text) - len(block.text.lstrip(OBJECT))
        if found := _LABEL.fullmatch(block.text, lead):
            number = parse_number(found["number"]) if found["number"] and not single else None
            new = "附件" if number is None else f"附件{number}"
            blocks[index] = edit(block, [Edit(lead, len(block.text), new)], step, changes)
    return document.changed(blocks, changes)


LINES = Pass("attachment-note-lines", "附件说明分行", "7.3.4：“附件：”与附件名称同行，每个附件一行", _lines)
PASSES = (
    Pass(
        "attachment-note",
        "附件说明规范",
        "7.3.4：“附件：”后标名称，多个附件用“1.”编号，名称后不加标点",
        _note,
    ),
    Pass("attachment-label", "附件序号规范", "7.3.7：“附件”二字及附件顺序号，不加冒号", _labels),
)
