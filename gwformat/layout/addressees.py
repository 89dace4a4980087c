"""A document comes in; out it goes with 主送机关 that crowd text off page 1 moved to the imprint (7.3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gwformat.layout.boxes import Pages
from gwformat.layout.pages import lay_out
from gwformat.layout.sheet import sheet_of
from gwformat.model import IMPRINT_ROLES, OBJECT, TEXT_ROLES, Block, Change, Document, Edit, Fate, Role, Run, Source
from gwformat.setting.setting import Setting
from gwformat.units import Emu

LABEL, _END = "主送：", "。"
_STEP = "主送机关移至版记"
_REASON = "主送机关过多，首页不能显示正文，移至版记，标“主送”（GB/T 9704-2012 7.3.2、7.4.2）"
_MARKS = "：:；;，,、。. \u3000"


def arrange(document: Document, setting: Setting, *, outline: bool) -> tuple[Document, Pages]:
    """The document as its pages want it, and the pages; an `outline` of them is enough for `facts_of`."""
    pages = lay_out(document, setting, outline=outline)
    if not _is_crowded(pages) or pages.estimated_from == 1:
        return document, pages
    moved = _moved(document)
    new = lay_out(moved, setting, outline=outline)
    # Where they do not fit into the imprint of one page, or a long title fills the first, nothing would be won.
    if _is_crowded(new) or not _shows_text(new) or _top_of_imprint(new) < sheet_of(setting).top:
        return document, pages
    return moved, new


def _is_crowded(pages: Pages) -> bool:
    """Whether page 1 has 主送机关, but the text begins on another."""
    shown = {line.role for line in pages.pages[0].lines if line.spans}
    return Role.ADDRESSEE in shown and len(pages.pages) > 1 and not shown.intersection(TEXT_ROLES)


def _top_of_imprint(pages: Pages) -> Emu:
    return min(line.top for line in pages.pages[-1].lines if line.role in IMPRINT_ROLES)


def _shows_text(pages: Pages) -> bool:
    return any(line.role in TEXT_ROLES for line in pages.pages[0].lines)


def _moved(document: Document) -> Document:
    """All 主送机关 as the first paragraph of the imprint; attachments keep theirs."""
    own = [block for block in document.blocks if block.role is Role.ADDRESSEE and not block.attachment]
    rest = [block for block in document.blocks if not any(block is other for other in own)]
    changes: list[Change] = []
    joined = _joined(own, changes)
    at = next((number for number, block in enumerate(rest) if block.in_imprint), len(rest))
    blocks = (*rest[:at], joined, *rest[at:])
    return document.changed(blocks, changes)


def _joined(blocks: Iterable[Block], changes: list[Change]) -> Block:
    """One paragraph “主送：…。” of all of them; each change that makes it so is listed."""
    runs: list[Run] = []
    sources: list[Source] = []
    blocks = list(blocks)
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        edits = [] if number or block.text.startswith(LABEL) else [Edit(0, 0, LABEL)]
        end = len(block.text.rstrip(_MARKS))
        wanted = _END if last else "，"
        if block.text[end:] != wanted and OBJECT not in block.text[end:]:
            edits.append(Edit(end, len(block.text), wanted))
        changes.append(Change(_STEP, Fate.MOVED, block.text, block.text, _REASON, block.source))
        for edit in edits:
            said = block.text[edit.start : edit.end]
            fate = Fate.CHANGED if said else Fate.ADDED
            changes.append(Change(_STEP, fate, said, edit.new, _REASON, block.source))
        runs += block.edited(edits).runs
        sources += [block.source] if block.source is not None else []
    first = blocks[0]
    source = replace(sources[0], last=max(place.last for place in sources)) if sources else None
    return replace(first, runs=tuple(runs), source=source, moved=True, run_in=False)
