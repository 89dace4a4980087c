"""A paragraph and its looks in; what in it makes the room it takes unknown, in Chinese, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.fonts.system import EM_ASCENT, packaged_faces
from gwformat.model import Carrier, CarrierKind, Paragraph
from gwformat.ooxml.effective import LineRule, ParagraphLook, RunLook
from gwformat.units import Emu

_GRAPHICS = (CarrierKind.IMAGE, CarrierKind.SHAPE, CarrierKind.CHART, CarrierKind.SMART_ART)
_INLINE = (*_GRAPHICS, CarrierKind.TEXT_BOX)
_DEEPEST = 0.3  # parts of the size: no face of text reaches further below its baseline


def obstacle_of(paragraph: Paragraph, look: ParagraphLook, runs: Sequence[RunLook]) -> str:
    """What keeps the lines of a paragraph from being certain, or ""; `runs` are its characters and its mark."""
    if obstacle := others_than_graphics(paragraph, look):
        return obstacle
    for carrier in (run.carrier for run in paragraph.runs):
        grows = carrier is not None and carrier.kind in _INLINE and carrier.floating is None
        if carrier is not None and grows and look.line.exact is None and not _fits(carrier, look, runs):
            return "行内的图形撑高所在的行"
    return ""


def others_than_graphics(paragraph: Paragraph, look: ParagraphLook) -> str:
    """The same, but for graphics in its lines whose height the file says."""
    if look.frame is not None:
        return "段落在图文框里，不在正文的行列中"
    if not (look.kinsoku and look.word_wrap):
        return "段落关闭了避头尾或允许西文在词中断开"
    for run in paragraph.runs:
        carrier = run.carrier
        if carrier is None:
            continue
        if carrier.kind in (CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE):
            return "脚注占去版心的一部分"
        if carrier.floating is not None and carrier.floating.pushes:
            return "浮动的图形把文字挤开"
        if look.line.exact is not None or carrier.floating is not None:
            continue
        if carrier.kind is CarrierKind.FORMULA:
            return "公式的高度要由排版软件决定"
        if carrier.kind is CarrierKind.TEXT_BOX or (carrier.kind in _GRAPHICS and carrier.size is None):
            return "行内的图形撑高所在的行"
    return ""


def heights_of(paragraph: Paragraph, runs: Sequence[RunLook]) -> Iterator[Emu]:
    """The heights that graphics in the lines take, with the room for descenders below each."""
    below = max(map(_depth, runs))
    for carrier in (run.carrier for run in paragraph.runs):
        if carrier is not None and carrier.kind in _GRAPHICS and carrier.floating is None and carrier.size is not None:
            yield Emu(carrier.size[1] + below)


def _fits(carrier: Carrier, look: ParagraphLook, runs: Sequence[RunLook]) -> bool:
    """Whether a graphic on the baseline leaves the least height of its line as it is.

    Word keeps room for descenders below one that is alone on its line, LibreOffice does not; if the line is high enough
    for both, it is as high in both.
    """
    pitch = look.line.pitch
    is_plain = carrier.kind in _GRAPHICS and (carrier.image is None or not carrier.image.turn)
    if look.line.rule is not LineRule.AT_LEAST or pitch is None or carrier.size is None or not is_plain:
        return False
    return Emu(carrier.size[1] + max(map(_depth, runs))).twips <= pitch.twips  # files give heights of lines in twips


def _depth(run: RunLook) -> int:
    """How far the face of the characters reaches below the baseline."""
    known = run.east_asia.name.casefold() in packaged_faces()
    return run.size - round(EM_ASCENT * run.size) if known else round(_DEEPEST * run.size)
