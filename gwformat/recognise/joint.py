"""A joint 发文机关标志 (7.2.4): its words come in, the names of the organs and the word at their right go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.patterns import key, spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, preceding

SUFFIX = "文件"
_WORD = expression(r"[^\s、]+")
_PLACE = expression(r"(?=([\u3400-\u9fff]{2,5}?[省市县区州盟旗]))")
_REASON = "联合行文的标志，是机关名称"
_REASON_SUFFIX = "联合行文的标志，“文件”置于各机关名称右侧"
_MOST = 16


def names_in(text: str) -> list[tuple[int, int]]:
    """Where the names stand in a mark that has several on one line, “文件” after them included; none if it has not."""
    words = [part for found in _WORD.finditer(text) for part in _parted(text, *found.span())]
    lines = [key(text[start:end]) for start, end in words]
    if lines and lines[-1] == SUFFIX:
        names = lines[:-1]
    else:
        names = [*lines[:-1], lines[-1].removesuffix(SUFFIX)] if lines else []
    if len(names) < 2 or not all(len(name) > 2 and patterns.is_organ(name) for name in names):
        return []
    return [span for pair in zip(words, lines, strict=True) for span in _without_suffix(text, *pair)]


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch, or the names that run together in it (双行合一), each beginning with the place of the one before."""
    for found in _PLACE.finditer(text, start + 1, end):
        place, name, rest = found.start(), text[start : found.start()], text[found.start() : end].removesuffix(SUFFIX)
        if found[1] in name and patterns.is_organ(name) and patterns.is_organ(rest):
            return [(start, place), *_parted(text, place, end)]
    return [(start, end)]


def _without_suffix(text: str, span: tuple[int, int], line: str) -> list[tuple[int, int]]:
    """The stretch, its “文件” apart."""
    if line == SUFFIX or not line.endswith(SUFFIX):
        return [span]
    place = span[0] + spots(text[span[0] : span[1]])[-len(SUFFIX)]
    return [(span[0], place), (place, span[1])]


def supplied(values: Sequence[str]) -> list[str]:
    """The user's words for the mark, the names of several organs and “文件” apart."""
    texts = [value[start:end] for value in values for start, end in names_in(value) or [(0, len(value))]]
    last = texts[-1]
    if (
        len(texts) > 1
        and last != SUFFIX
        and last.endswith(SUFFIX)
        and sum(text.endswith(SUFFIX) for text in texts) == 1
    ):
        return [*texts[:-1], last.removesuffix(SUFFIX).rstrip(), SUFFIX]
    return texts


def parted(pieces: Sequence[Piece], found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """New verdicts for the pieces of a mark that name several organs, each a part of its own, as “文件” is."""
    marks = [pieces[i] for i, verdict in found.items() if verdict.role is Role.ISSUER_MARK and verdict.parts]
    marks = [mark for mark in marks if mark.carrier is None and len(found[mark.index].parts) == 1]
    spans = {mark.index: names_in(mark.text) for mark in marks}
    changed = {index: _verdict(pieces[index].text, some) for index, some in spans.items() if some}
    names = [mark for mark in marks if not spans[mark.index]]
    ending = [mark for mark in names if mark.key.endswith(SUFFIX) and mark.key != SUFFIX]
    if len(ending) != 1 or len(marks) < 2 or not all(_is_name(mark.key) for mark in names):
        return changed
    (last,) = ending
    whole = _without_suffix(last.text, (0, len(last.text.rstrip())), last.key)
    return changed | {last.index: _verdict(last.text, whole)}


def _is_name(line: str) -> bool:
    name = line.removesuffix(SUFFIX)
    return not name or (patterns.is_organ(name) and not patterns.UNIT.fullmatch(name))


def _verdict(text: str, spans: Sequence[tuple[int, int]]) -> Verdict:
    return Verdict(
        tuple(
            Part(Role.ISSUER_MARK, _REASON_SUFFIX if key(text[start:end]) == SUFFIX else _REASON, start, end)
            for start, end in spans
        )
    )


def stacked_above(pieces: Sequence[Piece], piece: Piece, taken: Verdicts) -> bool:
    """Whether `piece` is an organ above others of which the last is, or has beside it, “文件”."""
    if not patterns.is_organ(piece.key):
        return False
    below = [other for other in pieces[piece.index + 1 :] if not other.blank][:_MOST]
    for other in below:
        if other.index in taken or other.carrier is not None:
            return False
        if other.key == SUFFIX or (other.key.endswith(SUFFIX) and _is_name(other.key)):
            return True
        if not patterns.is_organ(other.key):
            return False
    return False


def below_names(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether “文件” alone on its line stands below an organ."""
    above = preceding(pieces, piece.index)
    return piece.key == SUFFIX and above is not None and patterns.is_organ(above.key)
