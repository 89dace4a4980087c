"""The frame of a document comes in; what stands between head and imprint goes out, broken into lines and pages.

Once it is stacked, the first page is filled down to its foot line (10.1), and lines are moved so that no sign-off
stands alone (7.3.5.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.layout.abreast import side_by_side
from gwformat.layout.column import Column, Place
from gwformat.layout.end_of_text import Flow, take_along
from gwformat.layout.endnotes import lay_endnotes
from gwformat.layout.first_page import is_filled, shifts
from gwformat.layout.fitting import at_pitch, fit
from gwformat.layout.frame import Frame
from gwformat.layout.laid import Laid
from gwformat.layout.paragraphs import lay
from gwformat.layout.tables import lay_carrier
from gwformat.layout.ways import Way
from gwformat.model import Document, Role
from gwformat.setting.paragraph import set_of
from gwformat.setting.sign_off import End, Fitted, PageEnd
from gwformat.setting.text import settle
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class LaidText:
    """The text and its endnotes on their pages, and what was done to get them there."""

    laid: Sequence[Laid]
    columns: Sequence[Column]
    end: End
    page_ends: tuple[PageEnd, ...]
    fitted: tuple[Fitted, ...]
    shift: Emu  # of what follows the head on the first page
    estimated_from: int | None
    has_endnotes: bool


def lay_text(document: Document, frame: Frame, way: Way, *, outline: bool) -> LaidText:
    """The text in one of the ways that may be tried."""
    setting, fits = frame.setting, frame.margins.furniture.fits
    sheet = frame.places[-1].sheet if frame.places else frame.sheet
    endnotes = lay_endnotes(document, setting, sheet, outline=outline)
    laid = [*_broken(frame, outline=outline), *endnotes]
    last = replace(frame.places[-1], begins=None) if frame.places else Place(sheet)
    places = [*frame.places, *[last] * len(endnotes)]
    flow = Flow(frame.between, places, frame.head.end, frame.first)
    columns = flow.stack(laid)
    estimated = _estimated_from(columns, fits=fits)
    shift = Emu(-way.up)
    if shift:
        laid = _shifted(frame, laid, shift)
        columns = flow.stack(laid)
    if frame.drawn and estimated is None:
        laid, columns, shift = _filled(frame, flow, laid, columns, shift)
    fitted = fit(frame.between, laid, places, columns, setting) if estimated is None else ()
    if fitted:
        laid = at_pitch(frame.between, laid, fitted, setting)
        columns = flow.stack(laid)
    ended = take_along(flow, laid, columns, way.end, setting)
    estimated = _estimated_from(ended.columns, fits=fits)
    return LaidText(*(ended.laid, ended.columns, ended.end, ended.page_ends), fitted, shift, estimated, bool(endnotes))


def _broken(frame: Frame, *, outline: bool) -> Sequence[Laid]:
    """Everything between head and imprint, broken into lines."""
    setting = frame.setting
    sheets = [place.sheet for place in frame.places]
    laid = []
    directs = settle(frame.between, setting, below_head=frame.below_head)
    for passage, sheet, direct in zip(frame.between, sheets, directs, strict=True):
        if passage.is_carrier:
            laid.append(lay_carrier(passage, direct, setting, sheet, outline=outline))
        else:
            how = set_of(passage.role, setting, direct)
            laid.append(lay(passage, how, setting, sheet.left, sheet.text_width, outline=outline))
    return side_by_side(frame.between, laid, sheets, setting, outline=outline)


def _shifted(frame: Frame, laid: Sequence[Laid], shift: Emu) -> list[Laid]:
    """The same lines, the title and what is below it so much further down."""
    result = list(laid)
    directs = settle(frame.between, frame.setting, below_head=frame.below_head, shift=shift)
    for number, (passage, direct) in enumerate(zip(frame.between, directs, strict=True)):
        if passage.role is Role.TITLE:
            result[number] = replace(laid[number], set=set_of(passage.role, frame.setting, direct))
    return result


def _filled(
    frame: Frame, flow: Flow, laid: list[Laid], columns: list[Column], shift: Emu
) -> tuple[list[Laid], list[Column], Emu]:
    """The text shifted so that the last line of the first page stands where 10.1 wants it, if that can be had."""
    for trial in shifts(columns, frame.setting):
        moved = _shifted(frame, laid, trial)
        if is_filled(lower := flow.stack(moved), frame.setting):
            return moved, lower, trial
    return laid, columns, shift


def _estimated_from(columns: Sequence[Column], *, fits: bool) -> int | None:
    """The first page with something whose size only a word processor knows; None if there is none.

    Headers and footers that do not fit beside the text area take room of every page.
    """
    if not fits:
        return 1
    return next(_uncertain(columns), None)


def _uncertain(columns: Sequence[Column]) -> Iterator[int]:
    for number, column in enumerate(columns, 1):
        if any(not item.paragraph.certain for item in column.lines):
            yield number
