"""Passages of text come in; where captions, units of tables and other lines stand that are no text goes out.

The standard says nothing of them; as in GB/T 7713.2 a caption stands in the middle, and the unit of a whole table right
above it at its edge. What a draft has centred beside a table or picture stays so; a line to fill in
beside a table is as wide as it.
"""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import PROSE_ROLES, Align, CarrierKind, Document
from gwformat.setting.paragraph import Direct, Indents
from gwformat.setting.passages import Passage, passages_of
from gwformat.text.form_lines import gaps_of

_LONGEST = 40
_NUMBER = r"[\dA-Z一二三四五六七八九十]{1,3}(?:[-.—－]\d{1,2})*"
_CAPTION = expression(rf"附?(?:图|表){_NUMBER}(?:[ 　：:.．]+|(?=[\u3400-\u9fff]))[^。；！？]{{1,36}}[^。；，：！？]")
_UNIT = expression(r"[（(]?(?:计量|金额|货币)?单位[：:][^，。；]{1,16}[）)]?")
_SENTENCE = expression(r"[。；！？]|[，：]$")
_DRAWN = (CarrierKind.IMAGE, CarrierKind.CHART, CarrierKind.SMART_ART)


def beside(passages: Sequence[Passage], number: int) -> Direct | None:
    """How a caption or the unit of a table is set; None for all other passages."""
    passage = passages[number]
    text = passage.text.strip()
    if passage.role not in PROSE_ROLES:
        return None
    above, below = passages[max(number - 1, 0) : number], passages[number + 1 : number + 2]
    if passage.blocks[0].arranged and any(map(_is_table, (*above, *below))) and gaps_of(passage.text):
        return Direct(indents=Indents(), align=Align.LEFT, keep_with_next=any(map(_is_table, below)))
    if not 2 <= len(text) <= _LONGEST:
        return None
    if _UNIT.fullmatch(text):
        return Direct(indents=Indents(), align=Align.RIGHT, keep_with_next=True) if any(map(_is_table, below)) else None
    if not any(_is_table(one) or _is_picture(one) for one in (*above, *below)):
        return _above_unit(passages, number, text) or _as_drafted(passage, text)
    centred = passage.blocks[0].look.align is Align.CENTER and _SENTENCE.search(text) is None
    if centred or _CAPTION.fullmatch(text):
        return Direct(indents=Indents(), align=Align.CENTER, keep_with_next=any(map(_is_table, below)))
    return _as_drafted(passage, text)


def blocks_beside(document: Document) -> frozenset[int]:
    """The numbers of the blocks that are captions or units, which do not stand as text does."""
    passages = tuple(passages_of(document))
    return frozenset(one.first for number, one in enumerate(passages) if beside(passages, number) is not None)


def _as_drafted(passage: Passage, text: str) -> Direct | None:
    """A short line that the draft has in the middle or at the right: a cover, a motto, a place to sign."""
    align = passage.blocks[0].look.align
    if len(passage.blocks) > 1 or align not in (Align.CENTER, Align.RIGHT) or _SENTENCE.search(text):
        return None
    return Direct(indents=Indents(), align=align)


def _above_unit(passages: Sequence[Passage], number: int, text: str) -> Direct | None:
    """The caption of a table whose unit stands between the two."""
    over = number + 1 < len(passages) and _UNIT.fullmatch(passages[number + 1].text.strip()) is not None
    if over and _CAPTION.fullmatch(text) and any(map(_is_table, passages[number + 2 : number + 3])):
        return Direct(indents=Indents(), align=Align.CENTER, keep_with_next=True)
    return None


def _is_table(passage: Passage) -> bool:
    carrier = passage.blocks[0].carrier
    return carrier is not None and carrier.kind is CarrierKind.TABLE


def _is_picture(passage: Passage) -> bool:
    """Whether a passage is a picture and no words."""
    blocks = passage.blocks
    carriers = [run.carrier for block in blocks for run in block.runs if run.carrier is not None]
    carriers += [block.carrier for block in blocks if block.carrier is not None]
    bare = not any(run.text.strip() for block in blocks for run in block.runs if run.carrier is None)
    return bare and any(carrier.kind in _DRAWN for carrier in carriers)
