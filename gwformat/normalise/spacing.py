"""White space that stands in for layout: typed indents, gaps, tabs and empty paragraphs go, the words stay."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from gwformat.model import (
    HEADINGS,
    OBJECT,
    RECURRING_ROLES,
    Block,
    CarrierKind,
    Change,
    Document,
    Edit,
    Emphasis,
    Fate,
    Role,
)
from gwformat.normalise.passes import Finder, Local, Pass, Passage, in_passages
from gwformat.normalise.roles import KNOWN, TIGHT
from gwformat.text.characters import CLOSING, EACH_SPACE, OPENING, SPACE, STOPS, is_han
from gwformat.text.spaces import between, name_columns
from gwformat.text.spans import Spans

# An indent may also follow the page break that opens a paragraph.
_EDGES = re.compile(f"^[{SPACE}\t]+|(?<=\\A{OBJECT})[{SPACE}\t]+|(?<![{SPACE}\t])[{SPACE}\t]+$", re.MULTILINE)
_EDGE_BREAKS = re.compile(r"\A\n+|\n+\Z|(?<=\n)\n+")
_BLANK = f" \t\n{OBJECT}"
_RULED = "Markdown 的分隔线在公文里没有位置"
_ONE_EACH = "段首的、连续的分页符各占一段：同在一段的，有的软件只认一个，有的多出一个空行"
_TAB_GAP = re.compile(f"(?<=[^\\s])[{SPACE}]*\t[{SPACE}\t]*(?=[^\\s])")


def _except_underlined(find: Finder) -> Finder:
    """Underlined spaces and tabs are lines to write on (姓名＿＿): edits that touch them fall away."""

    def found(passage: Passage) -> Sequence[Edit]:
        edits = find(passage)
        if not passage.underlined or not edits:
            return edits
        lines = Spans(list(passage.underlined))
        return [edit for edit in edits if not lines.touches(edit.start, edit.end)]

    return found


def _except_arranged(find: Finder) -> Finder:
    """Where blanks place the words, they are set in columns by a step of their own."""
    return lambda passage: () if passage.arranged else find(passage)


def _edges(passage: Passage) -> Sequence[Edit]:
    """Leading and trailing spaces, underlined stretches left out."""
    edits: list[Edit] = []
    for found in _EDGES.finditer(passage.text):
        start = found.start()
        for left, right in passage.underlined:
            if start < right and left < found.end():
                edits.append(Edit(start, max(start, left), ""))
                start = right
        edits.append(Edit(start, max(start, found.end()), ""))
    return edits


def _breaks(passage: Passage) -> Sequence[Edit]:
    return [Edit(*found.span(), "") for found in _EDGE_BREAKS.finditer(passage.text)]


def _tabs(passage: Passage) -> Sequence[Edit]:
    """A tab goes between the Han characters of titles, and elsewhere beside punctuation; otherwise it parts columns."""
    tight = _is_tight(passage)
    if not tight and name_columns(passage.text):
        return []  # they are set in columns of spaces
    edits = []
    for found in _TAB_GAP.finditer(passage.text):
        before, after = passage.text[found.start() - 1], passage.text[found.end()]
        inside = tight and is_han(before) and is_han(after)
        if OBJECT not in before + after and (inside or before in STOPS + OPENING or after in STOPS + CLOSING):
            edits.append(Edit(*found.span(), ""))
    return edits


def _gaps(passage: Passage) -> Sequence[Edit]:
    edits = between(passage.text, _is_tight(passage))
    return [*_between_numbers(passage.text, edits)] if set(passage.roles) == {Role.DOC_NUMBER} else edits


def _between_numbers(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """A telegram has two numbers in a row (某政明电〔2026〕3号　某机发12号): one blank stays between them."""
    for one in edits:
        two = text[: one.start].endswith("号") and is_han(text[one.end : one.end + 1])
        edit = Edit(one.start, one.end, "\u3000") if two else one
        if text[edit.start : edit.end] != edit.new:
            yield edit


def _is_tight(passage: Passage) -> bool:
    return all(role in TIGHT for role in passage.roles)


def _without_empty(document: Document, step: Pass) -> Document:
    kept: list[Block] = []
    changes: list[Change] = []
    blocks = document.blocks
    ends = frozenset(section.last for section in document.draft.sections[:-1])
    for index, block in enumerate(blocks):
        if document.draft.package is None and _is_typed_rule(block):
            changes.append(Change(step.name, Fate.DROPPED, "", "", _RULED, block.source))
            continue
        # Two tables need something between them; the end of a section stays there in any case.
        parts = _is_table(kept[-1:]) and _is_table(_next_full(blocks, index)) and not _ends_section(block, ends)
        if not _is_empty(block) or parts:
            kept.append(block)
            continue
        changes.append(Change(step.name, Fate.DROPPED, block.text, "", step.reason, block.source))
    return document.changed(kept, changes)


def _ends_section(block: Block, ends: Container[int]) -> bool:
    return block.source is not None and block.source.last in ends


def _is_typed_rule(block: Block) -> bool:
    """Whether a block is the line between sections of a Markdown text: it has no size, and no drawing of its own."""
    carrier = block.carrier
    return carrier is not None and carrier.kind is CarrierKind.HORIZONTAL_RULE and carrier.size is None


def _is_empty(block: Block) -> bool:
    return (
        block.carrier is None
        and not block.run_in
        and not block.text.strip()
        and all(run.carrier is None and Emphasis.UNDERLINE not in run.emphasis for run in block.runs)
    )


def _next_full(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The next block if it has content: of several empty paragraphs between two tables the last one stays."""
    return blocks[index + 1 : index + 2]


def _is_table(blocks: Sequence[Block]) -> bool:
    # Two tables without a paragraph between them become one.
    return any(block.carrier is not None and block.carrier.kind is CarrierKind.TABLE for block in blocks)


def _without_page_breaks(document: Document, step: Pass) -> Document:
    """What begins a page by its style needs no break before it, nor does an end: it would leave an empty page."""
    blocks = list(document.blocks)
    changes: list[Change] = []
    for index, block in enumerate(document.blocks):
        if block.role is Role.ATTACHMENT_LABEL or _is_issued(blocks, index):
            words = next((i for i, run in enumerate(block.runs) if not run.breaks_page), len(block.runs))
            _drop_runs(blocks, index, range(words), step, changes)
            _drop_breaks_before(blocks, index, step, changes)
    end = next((i for i, block in enumerate(blocks) if block.in_imprint), len(blocks))
    _drop_breaks_before(blocks, end, step, changes)
    return document.changed([part for block in blocks for part in _parted(block, step, changes)], changes)


def _parted(block: Block, step: Pass, changes: list[Change]) -> list[Block]:
    """A paragraph for each of the breaks that programs differ about in one with other things.

    Of several that follow each other LibreOffice takes only one; before the words of a paragraph it gives a break no
    line, where Word does; after those of a heading, which keeps to what is below it, it parts the two all the same.
    """
    ends = list(_bounds_of_breaks(block))
    if not ends:
        return [block]
    changes += [Change(step.name, Fate.MOVED, OBJECT, OBJECT, _ONE_EACH, block.source)] * len(ends)
    bounds = pairwise((0, *ends, len(block.runs)))
    parts = [dataclasses.replace(block, runs=block.runs[start:end], run_in=False) for start, end in bounds]
    plain = Role.ATTACHMENT_BODY if block.attachment else Role.BODY
    parts = [dataclasses.replace(part, role=plain) if _only_breaks(part) else part for part in parts]
    return [*parts[:-1], dataclasses.replace(parts[-1], run_in=block.run_in)]


def _bounds_of_breaks(block: Block) -> Iterator[int]:
    """The places between runs at which a paragraph is parted."""
    last = len(block.runs) - 1
    for number, (one, other) in enumerate(pairwise(block.runs), 1):
        doubled = one.breaks_page and other.breaks_page
        begins = number == 1 or block.runs[number - 2].breaks_page
        leads = one.breaks_page and begins and block.role in RECURRING_ROLES
        ends = other.breaks_page and number == last and block.role in HEADINGS
        if doubled or leads or ends:
            yield number


def _only_breaks(block: Block) -> bool:
    return block.role in RECURRING_ROLES and all(run.breaks_page for run in block.runs)


def _is_issued(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is the title of a document that this one issues: nothing of its attachment stands above it."""
    block = blocks[index]
    if block.role is not Role.ATTACHMENT_TITLE:
        return False
    before = next((one for one in reversed(blocks[:index]) if one.carrier is not None or one.text.strip(_BLANK)), None)
    return before is not None and before.attachment != block.attachment


def _drop_breaks_before(blocks: list[Block], index: int, step: Pass, changes: list[Change]) -> None:
    """Drop the breaks between the last words before a block and the block."""
    before = index - 1
    while before >= 0 and blocks[before].carrier is None:
        runs = blocks[before].runs
        last = next((i for i in reversed(range(len(runs))) if not runs[i].breaks_page), -1)
        _drop_runs(blocks, before, range(last + 1, len(runs)), step, changes)
        if last >= 0:
            return
        before -= 1


def _drop_runs(blocks: list[Block], at: int, gone: range, step: Pass, changes: list[Change]) -> None:
    block = blocks[at]
    if gone:
        kept = tuple(run for i, run in enumerate(block.runs) if i not in gone)
        blocks[at] = dataclasses.replace(block, runs=kept)
        changes.append(Change(step.name, Fate.DROPPED, OBJECT * len(gone), "", step.reason, block.source))


def _spacing(find: Finder, signs: Iterable[str]) -> Local:
    return in_passages(KNOWN, _except_underlined(find), signs)


INDENTS = Pass(
    "indents",
    "去除手工缩进",
    "7.3.3：缩进由段落格式给出，不用空格；行尾空格无意义",
    _spacing(_edges, EACH_SPACE | {"\t"}),
)
BREAKS = Pass("breaks", "去除空行换行符", "行距由段落格式给出，不用换行符空行", _spacing(_breaks, "\n"))
SPACES = Pass(
    "spaces",
    "去除多余空格",
    "汉字之间、汉字与西文之间不空格，西文词间空一格；名单用全角空格对齐",
    _spacing(_except_arranged(_gaps), EACH_SPACE | {"\t"}),
)
TABS = Pass("tabs", "去除排版用制表符", "位置由段落格式给出，不用制表符", _spacing(_tabs, "\t"))
PAGE_BREAKS = Pass(
    "page-breaks",
    "去除多余分页符",
    "7.3.7、7.4：附件另面编排、版记置于末页，由格式给出；文末的分页符只多出一页空白",
    _without_page_breaks,
)
EMPTY = Pass("empty-paragraphs", "去除空段落", "行距由段落格式给出，不用空段落", _without_empty)
