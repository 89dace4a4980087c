"""Pages with a sign-off but no text come in; pages on which the end of the text goes along go out (7.3.5.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gwformat.layout.column import Column, Place
from gwformat.layout.fitting import only_signed, released
from gwformat.layout.flow import stack
from gwformat.layout.laid import Laid
from gwformat.layout.sheet import Sheet
from gwformat.setting.abreast import rows_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import End, PageEnd, groups, kept_with
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """What stands between head and imprint: its passages, their places, and the first page below the head."""

    passages: Sequence[Passage]
    places: Sequence[Place]
    used: Emu
    first: Sheet

    def stack(self, laid: Sequence[Laid]) -> list[Column]:
        """The pages."""
        return stack(laid, self.places, self.used, self.first)


@dataclass(frozen=True, slots=True)
class Ended:
    """Paragraphs on their pages, and where a page has to end before one of them or before its last line."""

    laid: list[Laid]
    columns: list[Column]
    end: End
    page_ends: tuple[PageEnd, ...] = ()


def take_along(flow: Flow, laid: list[Laid], columns: list[Column], end: End, setting: Setting) -> Ended:
    """Where a sign-off of `columns` has no text, more of it goes along, or none if even that does not help."""
    if end is End.ANY:
        return _bound(flow, laid, end, setting)
    alone = len([*only_signed(columns)])
    longer = _bound(flow, laid, End.LONG, setting) if alone else None
    if longer is not None and len([*only_signed(longer.columns)]) < alone:
        return longer
    loose = _bound(flow, laid, End.NONE, setting) if alone else None
    if loose is not None and len([*only_signed(loose.columns)]) <= alone:
        return loose
    return Ended(laid, columns, end, tuple(_before_rows(flow.passages, laid, columns, setting)))


def _bound(flow: Flow, laid: Sequence[Laid], end: End, setting: Setting) -> Ended:
    """As much of the text as `end` says is bound to the sign-off."""
    kept = dict(kept_with(flow.passages, setting, end))
    before = {number for number, _ in kept_with(flow.passages, setting, End.SHORT)}
    bound = [released(item, setting) if number in before else item for number, item in enumerate(laid)]
    bound = [_kept(item, kept[number], end) if number in kept else item for number, item in enumerate(bound)]
    columns = flow.stack(bound)
    before_rows = _before_rows(flow.passages, bound, columns, setting)
    return Ended(bound, columns, end, (*before_rows, *_before_last_lines(flow.passages, bound, kept, columns)))


def _kept(item: Laid, undivided: bool, end: End) -> Laid:
    how = replace(item.set, keep_with_next=True, keep_together=undivided)
    return replace(item, set=how, parted=end is End.ANY and len(item.lines) > 1)


def _before_rows(
    passages: Sequence[Passage], laid: Sequence[Laid], columns: Sequence[Column], setting: Setting
) -> Iterator[PageEnd]:
    """Where a page ends before the paragraph that goes to the next one with 署名 that stand abreast.

    Word keeps them together when asked to; LibreOffice parts the table they stand in from the date below it.
    """
    tops = {id(column.lines[0].paragraph) for column in columns[1:] if column.lines}
    bound = [number for number, item in enumerate(laid[: len(passages)]) if item.set.keep_with_next]
    for group in groups(passages):
        first = group[0]
        while first - 1 in bound:
            first -= 1
        if first < group[0] and id(laid[first]) in tops and rows_of(group, passages, setting):
            yield PageEnd(first, 0)


def _before_last_lines(
    passages: Sequence[Passage], laid: Sequence[Laid], kept: Iterable[int], columns: Sequence[Column]
) -> Iterator[PageEnd]:
    """Where a page ends before the last line of a paragraph that is kept with the sign-off.

    Programs that are only asked to keep lines together may end the page anywhere in it.
    """
    for number in sorted(kept):
        lines = laid[number].lines
        lengths = [sum(span.end - span.start for span in line.spans) for line in lines]
        shown = [page for page, column in enumerate(columns) for one in column.lines if one.paragraph is laid[number]]
        if len(shown) > 1 and shown[-1] != shown[-2] and sum(lengths) == len(passages[number].text):
            yield PageEnd(number, sum(lengths[:-1]))
