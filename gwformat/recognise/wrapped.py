"""Lines cut at a fixed width, as from a mail or a PDF: pieces of text in, those that go on the paragraph above out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gwformat.model import PROSE_ROLES
from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece, Verdict
from gwformat.text.width import advance

_NARROWEST, _WIDEST = 20.0, 50.0  # em; nobody cuts lines shorter, and a longer one is a paragraph
_LONGEST = 80  # characters of a line not wider than that
_SLACK = 2.0  # em: a mark may not begin a line, a number is kept whole
_FEWEST = 3
_ENDS = tuple("。！？；：”）.!?;:)")
_INDENT = re.compile(r"[　\t]|[  ]{2}|\s*[-–—•●○■◆①-⑳]")
_INNER_MARK = re.compile(r"[，、。；：]")
_REASON = "接续上一行：按固定宽度折断的行接成一段"


def wrapped(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """New verdicts for lines of text that go on the one above; none where lines are not plainly cut at one width."""
    wide = _wide(words, verdicts)
    full = _full(wide)
    if len(full) < _FEWEST and not (full and _indents_tell(words, verdicts, {piece.index for piece in wide})):
        return {}
    full |= _open(words, verdicts)
    joined: dict[int, Verdict] = {}
    for chain in _chains(words, verdicts, full):
        for piece in chain[1:]:
            verdict = verdicts[piece.index]
            part = dataclasses.replace(verdict.parts[0], reason=_REASON, joined=True)
            joined[piece.index] = Verdict((part,), verdict.attachment)
    return joined


def _wide(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> list[Piece]:
    """The pieces of text as wide as the widest, if there is one width."""
    lines = [piece for piece in words if piece.carrier is None and _is_text(verdicts[piece.index])]
    if any(len(piece.text) > _LONGEST for piece in lines):
        return []
    widths = {piece.index: advance(piece.text.rstrip()) for piece in lines}
    widest = max(widths.values(), default=0.0)
    if not _NARROWEST <= widest <= _WIDEST:
        return []
    longest = max(len(piece.text.rstrip()) for piece in lines)  # some programs count characters, not columns
    return [p for p in lines if widths[p.index] >= widest - _SLACK or len(p.text.rstrip()) >= longest - 1]


def _full(wide: Sequence[Piece]) -> set[int]:
    """Those among wide lines that end no sentence, if they read like text."""
    full = [piece for piece in wide if not piece.key.endswith(_ENDS)]
    read = sum(_INNER_MARK.search(piece.key) is not None for piece in full)
    return {piece.index for piece in full} if 2 * read >= len(full) else set()


def _open(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> set[int]:
    """Those whose bracket the next one closes: an address goes to the next line as a whole, and leaves a short one."""
    texts = [piece for piece in words if piece.carrier is None and _is_text(verdicts[piece.index])]
    return {above.index for above, below in pairwise(texts) if _opens(above.key) and _closes(below.key)}


def _opens(line: str) -> bool:
    return line.rfind("（") > line.rfind("）")


def _closes(line: str) -> bool:
    return 0 <= line.find("）") < (line.find("（") % (len(line) + 1))


def _indents_tell(words: Sequence[Piece], verdicts: Mapping[int, Verdict], wide: set[int]) -> bool:
    """Whether every line of text is indented but for those that stand below a wide one."""
    lines = [piece for piece in words if piece.carrier is None and _is_text(verdicts[piece.index])]
    flush = [piece for piece in lines if _INDENT.match(piece.text) is None]
    return len(lines) - len(flush) >= _FEWEST and all(piece.index - 1 in wide for piece in flush)


def _is_text(verdict: Verdict) -> bool:
    return bool(verdict.parts) and verdict.parts[-1].role in PROSE_ROLES


def _chains(words: Sequence[Piece], verdicts: Mapping[int, Verdict], full: set[int]) -> Iterator[list[Piece]]:
    """The lines of each paragraph that takes several and ends as sentences do."""
    chain: list[Piece] = []
    for piece in words:
        if chain and chain[-1].index in full and _goes_on(chain[-1], piece, verdicts):
            chain.append(piece)
            continue
        if len(chain) > 1 and chain[-1].key.endswith(_ENDS):
            yield chain
        chain = [piece] if piece.carrier is None and _is_text(verdicts[piece.index]) else []
    if len(chain) > 1 and chain[-1].key.endswith(_ENDS):
        yield chain


def _goes_on(above: Piece, piece: Piece, verdicts: Mapping[int, Verdict]) -> bool:
    verdict = verdicts[piece.index]
    return (
        piece.index == above.index + 1
        and piece.carrier is None
        and len(verdict.parts) == 1
        and verdict.role in PROSE_ROLES
        and verdict.attachment == verdicts[above.index].attachment
        and _INDENT.match(piece.text) is None
        and patterns.level_of(piece.key) is None
    )
