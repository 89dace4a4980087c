"""F323: Chinese quotation marks set in the Western font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.check.pieces import Styled, styled
from gwformat.expressions import expression
from gwformat.findings import Fix, Property, Reformat, Safety, Severity, Span
from gwformat.fonts.styles import style_of
from gwformat.ooxml.effective import Slot
from gwformat.text.characters import holds_han

_SET_BY_HINT = frozenset("“”‘’—…")
_MARKS = expression(f"[{''.join(sorted(_SET_BY_HINT))}]")


@rule(
    "F323",
    name="quotes-in-western-face",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """中文引号、破折号、省略号用中文字体；没有字体提示时按西文字体排，变成窄的。

    不合规::

        各级要落实“三个责任人”制度。
        ［正文 西文字体］Times New Roman
        ［正文 字体提示］default

    合规::

        各级要落实“三个责任人”制度。
    """
    marks = context.prose.chars & _SET_BY_HINT
    if not any(kind.look.slot_of(mark) is not Slot.EAST_ASIA for mark in marks for kind in kinds(context)):
        return
    for element in context.words:
        if not holds_han(element.text):
            continue
        for piece in styled(context, element):
            narrow = [found for found in _MARKS.finditer(piece.text) if _western(piece, found[0])] if piece.han else []
            narrow = [found for found in narrow if not _is_apostrophe(found, element.text)]
            if not narrow:
                continue
            begin, mark = piece.where.start, narrow[0][0]
            places = [element.span(begin + found.start(), begin + found.end()) for found in narrow]
            said = f"“{mark}”按西文字体“{piece.look.font_of(mark).name}”排，应用中文字体"
            yield Problem(said, places[0], _hinted(places) if _heeds_hint(piece, mark) else None)


def _western(piece: Styled, mark: str) -> bool:
    """Whether a mark is set narrow; a Chinese face in the Western slot sets it wide too."""
    return piece.look.slot_of(mark) is not Slot.EAST_ASIA and style_of(piece.look.font_of(mark).name) is None


def _hinted(places: list[Span]) -> Fix:
    steps = tuple(Reformat(place, Property.HINT, "eastAsia") for place in places)
    return Fix(f"{Property.HINT.value}：中文", Safety.SAFE, steps)


def _heeds_hint(piece: Styled, mark: str) -> bool:
    """Whether a hint makes the mark wide: not where no Chinese face is named, nor in a complex script."""
    return replace(piece.look, hint="eastAsia").slot_of(mark) is Slot.EAST_ASIA


def _is_apostrophe(mark: re.Match[str], text: str) -> bool:
    """Whether a mark belongs to a Latin word: “Xi’an”, “users’”; it closes nothing, since nothing was opened."""
    return mark[0] == "’" and "‘" not in text and mark.string[: mark.start()][-1:].isascii()
