"""F323: Chinese quotation marks set in the Western font."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.check.pieces import Styled, styled
from gwformat.findings import Severity
from gwformat.fonts.styles import style_of
from gwformat.ooxml.effective import Slot
from gwformat.text.characters import holds_han

_SET_BY_HINT = frozenset("“”‘’—…")
_MARKS = re.compile(f"[{''.join(sorted(_SET_BY_HINT))}]")


@rule(
    "F323",
    name="quotes-in-western-face",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
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
            found = next((mark for mark in _MARKS.finditer(piece.text) if _western(piece, mark[0])), None)
            if found is None or not piece.han:
                continue
            start = piece.where.start + found.start()
            western = piece.look.font_of(found[0]).name
            yield Problem(f"“{found[0]}”按西文字体“{western}”排，应用中文字体", element.span(start, start + 1))


def _western(piece: Styled, mark: str) -> bool:
    """Whether a mark is set narrow; a Chinese face in the Western slot sets it wide too."""
    return piece.look.slot_of(mark) is not Slot.EAST_ASIA and style_of(piece.look.font_of(mark).name) is None
