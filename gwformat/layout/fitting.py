"""Pages on which a sign-off lacks room come in; the line pitch that gives it room goes out (GB/T 9704-2012 7.3.5.5).

“当公文排版后所剩空白处不能容下印章或签发人签名章、成文日期时，可以采取调整行距、字距的措施解决。” The lines of the
page on which the text ends move closer, so that the sign-off fits below them, or apart, so that the last one
comes to the page of the sign-off: whichever is the smaller step, within the limits of the grid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from gwformat.layout.column import Column, Place
from gwformat.layout.flow import stack
from gwformat.layout.laid import Laid
from gwformat.layout.seals import floor_of, lowest, pressed
from gwformat.layout.sheet import Sheet, grid_row
from gwformat.model import SIGN_OFF_ROLES, Role
from gwformat.setting.abreast import rows_of
from gwformat.setting.passages import Passage
from gwformat.setting.sections import THIN
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import End, Fitted, gap_at, groups, kept_with, note_below
from gwformat.setting.text import stretches
from gwformat.units import Emu, Twips

_STEP = 4  # twips
_ROUNDED = 6  # twips
_AFTER_TEXT = frozenset((*SIGN_OFF_ROLES, Role.ATTACHMENT_NOTE, Role.ANNOTATION))


def only_signed(columns: Sequence[Column]) -> Iterator[int]:
    """The pages that have a 署名 or its date but no words of the text, counted from 0.

    A 附件说明 makes up for the text only where it begins on the page before.
    """
    before: Role | None = None  # of the last line of the page before
    for number, column in enumerate(columns):
        roles = {item.paragraph.role for item in column.lines}
        carried = before is Role.ATTACHMENT_NOTE and Role.ATTACHMENT_NOTE in roles
        if roles <= _AFTER_TEXT and roles.intersection(SIGN_OFF_ROLES) and not carried:
            yield number
        before = column.lines[-1].paragraph.role if column.lines else None


def at_pitch(
    passages: Sequence[Passage], laid: Sequence[Laid], fitted: Collection[Fitted], setting: Setting
) -> list[Laid]:
    """The same lines, as far apart as was found."""
    result = list(laid)
    for fit in fitted:
        for number in range(fit.first, fit.last + 1):
            if stretches(passages[number], setting):
                closer = spread(result[number], fit.pitch)
                gap = gap_at(closer.set.before, passages[number], fit.pitch, setting)
                result[number] = replace(closer, set=replace(closer.set, before=gap))
    return result


def spread(item: Laid, pitch: Emu) -> Laid:
    """The same lines at another pitch; those that are higher or lower than the rest stay."""
    old = item.set.pitch
    lines = tuple(replace(line, height=pitch) if line.height == old else line for line in item.lines)
    return replace(item, set=replace(item.set, pitch=pitch), lines=lines)


def fit(
    passages: Sequence[Passage],
    laid: Sequence[Laid],
    places: Sequence[Place],
    columns: Sequence[Column],
    setting: Setting,
) -> tuple[Fitted, ...]:
    """What is done for each sign-off that the `columns` leave without text, or its seal without room."""
    sheet = columns[0].sheet
    found: list[Fitted] = []
    kept = {number for number, _ in kept_with(passages, setting, End.SHORT)}
    for group in groups(passages):
        if not group[0] or _is_well(group, kept, passages, laid, columns, setting):
            continue
        so_far = at_pitch(passages, laid, found, setting)
        for last in _last_ones(group, passages, setting):
            trial = _Trial(group, last, kept, passages, so_far, places, columns, setting)
            if (pitch := trial.pitch()) is not None:
                found.append(Fitted(trial.first, last, pitch))
                break
        if found:
            columns = stack(at_pitch(passages, laid, found, setting), places, columns[0].used, sheet)
    return tuple(found)


def _is_well(
    group: Sequence[int],
    kept: Collection[int],
    passages: Sequence[Passage],
    laid: Sequence[Laid],
    columns: Sequence[Column],
    setting: Setting,
) -> bool:
    """Whether nothing had to be moved for the sign-off of `group`, and its seal has room."""
    bound = {id(laid[number]) for number in (*kept, *group)}
    date = laid[group[-1]]
    page = next((column for column in reversed(columns) if _shows(column, date)), None)
    if page is None or id(page.lines[0].paragraph) in bound:
        return page is None
    return _has_room(group, passages, columns, setting)


def _last_ones(group: Sequence[int], passages: Sequence[Passage], setting: Setting) -> Iterator[int]:
    """The last passage whose lines may move: that above the sign-off, or else what belongs to it as well."""
    yield group[0] - 1
    if not rows_of(group, passages, setting):
        note = note_below(group, passages)
        yield group[-1] if note is None else note


class _Trial:
    """One sign-off, and its pages at any pitch, nothing being kept together with it."""

    def __init__(
        self,
        group: Sequence[int],
        last: int,
        kept: Collection[int],
        passages: Sequence[Passage],
        laid: Sequence[Laid],
        places: Sequence[Place],
        columns: Sequence[Column],
        setting: Setting,
    ) -> None:
        self.last = last
        self.group, self.passages, self.setting, self.sheet = group, passages, setting, columns[0].sheet
        self.used, self.rows = columns[0].used, setting.grid.rows
        self.places = places
        self.laid = [released(item, setting) if number in kept else item for number, item in enumerate(laid)]
        # The last line alone may go to the next page; what signs it moves only to follow the text.
        self.may_part = group[0] - 1 not in kept and last < group[0]
        columns = stack(self.laid, places, self.used, self.sheet)
        self.has_text = self._has_text(columns, self.laid)
        self.good = self._is_good(columns, self.laid)
        text = self.laid[group[0] - 1]
        self.page = max(number for number, column in enumerate(columns) if _shows(column, text))
        numbers = {id(item): number for number, item in enumerate(self.laid)}
        shown = {numbers[id(item.paragraph)] for item in columns[self.page].lines}
        self.first = min((number for number in shown if stretches(passages[number], setting)), default=group[0])

    def pitch(self) -> Emu | None:
        """The pitch nearest to that of the grid at which all is well; None if there is none, or nothing is amiss."""
        if self.good or self.first == self.group[0]:
            return None
        grid = self.setting.grid
        base = grid.pitch.twips
        limits = (grid.pitch_least.twips, grid.pitch_most.twips) if self.may_part else (grid.pitch_least.twips,)
        found = [pitch for limit in limits if (pitch := self._nearest(base, limit)) is not None]
        if not found and self.has_text:
            found = [pitch for limit in limits if (pitch := self._first(base, limit)) is not None]
        return Twips(min(found, key=lambda pitch: abs(pitch - base))) if found else None

    def _nearest(self, bad: int, limit: int) -> int | None:
        """The first good pitch on the way to `limit`: what has become good remains so up to there."""
        if not self._is_good_at(limit):
            return None
        good = limit
        while abs(good - bad) > 1:
            middle = (good + bad) // 2
            if self._is_good_at(middle):
                good = middle
            else:
                bad = middle
        return good

    def _first(self, base: int, limit: int) -> int | None:
        """The first good pitch among a few: farther on a page may hold too many lines, or none of the text."""
        step = _STEP if limit > base else -_STEP
        return next((pitch for pitch in range(base + step, limit, step) if self._is_good_at(pitch)), None)

    def _is_good_at(self, pitch: int) -> bool:
        fitted = [Fitted(self.first, self.last, Twips(pitch))]
        laid = at_pitch(self.passages, self.laid, fitted, self.setting)
        columns = stack(laid, self.places, self.used, self.sheet)
        if not (_can_close(columns[-1]) and self._is_good_in(columns, laid)):
            return False
        # LibreOffice sets nothing below the last row of the document grid, Word does: it must be good in both.
        first = self.sheet if self.setting.profile.first_page else _on_grid(self.sheet, self.setting)
        return self._is_good_in(stack(laid, self._places_on_grid, self.used, first), laid)

    @cached_property
    def _places_on_grid(self) -> list[Place]:
        """The places on sheets that end with a row of the document grid."""
        sheets = {one.sheet: _on_grid(one.sheet, self.setting) for one in self.places}
        return [replace(one, sheet=sheets[one.sheet]) for one in self.places]

    def _is_good_in(self, columns: Sequence[Column], laid: Sequence[Laid]) -> bool:
        near = columns[max(self.page - 1, 0) : self.page + 2]
        # None is near when so long a text, set closer, ends pages before: the pitch is no remedy for its last page.
        return bool(near) and max(len(column.lines) for column in near) <= self.rows and self._is_good(columns, laid)

    def _is_good(self, columns: Sequence[Column], laid: Sequence[Laid]) -> bool:
        has_text = self._has_text(columns, laid) and self._has_note(columns, laid)
        return has_text and _has_room(self.group, self.passages, columns, self.setting)

    def _has_text(self, columns: Sequence[Column], laid: Sequence[Laid]) -> bool:
        date = laid[self.group[-1]]
        page = max(number for number, column in enumerate(columns) if _shows(column, date))
        return page not in only_signed(columns)

    def _has_note(self, columns: Sequence[Column], laid: Sequence[Laid]) -> bool:
        """Whether the 附注 stands on the page of the date."""
        note = note_below(self.group, self.passages)
        date = laid[self.group[-1]]
        return note is None or any(_shows(column, date) and _shows(column, laid[note]) for column in columns)


def _can_close(last: Column) -> bool:
    """Whether the last page has room for the paragraph that ends the text before a 版记 on another page."""
    return last.end + THIN <= last.sheet.text_height


def _on_grid(sheet: Sheet, setting: Setting) -> Sheet:
    """As high as whole rows of the document grid, but for what programs round."""
    row = grid_row(setting, landscape=sheet.landscape)
    return replace(sheet, text_height=Twips(sheet.text_height.twips // row * row - _ROUNDED))


def released(item: Laid, setting: Setting) -> Laid:
    """The same lines, bound to what follows only if their element always is."""
    keep = setting.spec(item.role).keep_with_next
    return replace(item, set=replace(item.set, keep_with_next=keep, keep_together=False))


def _has_room(group: Sequence[int], passages: Sequence[Passage], columns: Sequence[Column], setting: Setting) -> bool:
    """Whether the seals end within the type area."""
    signed = [passages[number] for number in group]
    places = pressed(signed, columns, setting)
    return all(lowest(place, setting) <= floor_of(setting, columns[place.page].sheet) for place in places)


def _shows(column: Column, item: Laid) -> bool:
    return any(standing.paragraph is item for standing in column.lines)


def notices(
    fitted: Sequence[Fitted], laid: Sequence[Laid], columns: Sequence[Column], setting: Setting
) -> Iterator[str]:
    """What was done, with the numbers before and after."""
    before = _points(setting.grid.pitch)
    for fit in fitted:
        items = laid[fit.first : fit.last + 1]
        shown = [number for number, column in enumerate(columns, 1) if any(_shows(column, item) for item in items)]
        pages = f"{shown[0]}" if shown[0] == shown[-1] else f"{shown[0]} 至 {shown[-1]}"
        moved = (
            "正文和落款" if items[-1].role in SIGN_OFF_ROLES or items[-1].role is Role.ANNOTATION else "落款之前正文"
        )
        yield (
            f"为使落款与正文同页、印章不出版心，第 {pages} 页{moved}的行距"
            f"由 {before} 磅调为 {_points(fit.pitch)} 磅（GB/T 9704-2012 7.3.5.5）"
        )


def _points(length: Emu) -> str:
    return f"{length.twips / 20:g}"
