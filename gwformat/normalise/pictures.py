"""A document comes in; graphics that the text gives way to stand in the text as what goes out says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from gwformat.model import (
    GRAPHICS,
    HEADINGS,
    OBJECT,
    RECURRING_ROLES,
    Block,
    Carrier,
    CarrierKind,
    Change,
    Document,
    Fate,
    Role,
    Run,
)
from gwformat.normalise.passes import Pass, paragraphs_of
from gwformat.units import Pt

_TEXT = frozenset(RECURRING_ROLES)
_RULE = Pt(3)  # what is no higher or wider is a drawn line, which has its place


def _into_text(document: Document, step: Pass) -> Document:
    """A graphic in a paragraph of words gets a paragraph of its own below it; one without words stays where it is."""
    if not any(run.carrier is not None for block in document.blocks for run in block.runs):
        return document
    blocks: list[Block] = []
    changes: list[Change] = []
    for first, last in paragraphs_of(document.blocks):
        paragraph = document.blocks[first:last]
        moved = list(_to_move(paragraph))
        if not moved:
            blocks += paragraph
            continue
        with_words = _has_words(paragraph)
        blocks += _parted(paragraph, moved) if with_words else [_standing(block, moved) for block in paragraph]
        fate = Fate.MOVED if with_words else Fate.RERENDERED
        changes += (Change(step.name, fate, OBJECT, OBJECT, step.reason, paragraph[0].source) for _ in moved)
    return document.changed(blocks, changes)


def _to_move(paragraph: Sequence[Block]) -> Iterator[Run]:
    """Of text the graphics around which it flows; of a mark that is a picture that picture, wherever it floats."""
    roles = {block.role for block in paragraph}
    if _TEXT.issuperset(roles):
        yield from _pushing(paragraph)
    elif roles == {Role.ISSUER_MARK} and not _has_words(paragraph):
        for block in paragraph:
            yield from (run for run in block.runs if run.carrier is not None and _floats(run.carrier))


def _floats(carrier: Carrier) -> bool:
    return carrier.kind is CarrierKind.IMAGE and carrier.floating is not None


def _pushing(paragraph: Sequence[Block]) -> Iterator[Run]:
    """The graphics around which text flows."""
    for block in paragraph:
        for run in block.runs:
            carrier = run.carrier
            if carrier is None or carrier.floating is None or not carrier.floating.pushes:
                continue
            if carrier.kind in GRAPHICS and carrier.size is not None and min(carrier.size) > _RULE:
                yield run


def _has_words(paragraph: Sequence[Block]) -> bool:
    return bool("".join(block.text for block in paragraph).replace(OBJECT, "").strip())


def _parted(paragraph: Sequence[Block], moved: Sequence[Run]) -> Iterator[Block]:
    """The words, then a paragraph of the graphics."""
    for block in paragraph:
        yield dataclasses.replace(block, runs=tuple(run for run in block.runs if not _is_one_of(run, moved)))
    last = paragraph[-1]
    role = last.role if last.role not in HEADINGS else Role.ATTACHMENT_BODY if last.attachment else Role.BODY
    standing = tuple(_in_line(run) for run in moved)
    yield Block(role, standing, source=last.source, reason="图片另起一段", attachment=last.attachment)


def _standing(block: Block, moved: Sequence[Run]) -> Block:
    runs = tuple(_in_line(run) if _is_one_of(run, moved) else run for run in block.runs)
    return dataclasses.replace(block, runs=runs)


def _is_one_of(run: Run, runs: Sequence[Run]) -> bool:
    return any(run is one for one in runs)


def _in_line(run: Run) -> Run:
    assert run.carrier is not None
    return dataclasses.replace(run, carrier=dataclasses.replace(run.carrier, floating=None))


PICTURES = Pass(
    "pictures",
    "图片随文",
    "公文中的图片随文排：环绕型的图片改为嵌入型，居中独占一段；衬于文字下方、浮于文字上方的（如印章）不动，发文机关标志除外",
    _into_text,
)
