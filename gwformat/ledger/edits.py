"""A text and the replacements a fix says come in, the text as it is to read afterwards goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Edits = Mapping[tuple[str, int], Iterable[tuple[int, int, str]]]
"""Part and paragraph (1-based) → replacements: start, end, new text."""


def edited(text: str, edits: Edits, part: str, number: int) -> str:
    """The words of a paragraph after its replacements, the last of which is done first so that places stay right."""
    pieces: list[str] = []
    kept = len(text)
    for start, end, new in sorted(edits.get((part, number), ()), reverse=True):
        pieces += (text[end:kept], new)
        kept = start
    return "".join((text[:kept], *reversed(pieces)))
