"""发文机关署名 and 成文日期 (7.3.5): measured texts come in, their indents go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from gwformat.expressions import expression
from gwformat.model import SIGN_OFF_ROLES, Align, Role, Seal
from gwformat.profiles.schema import SignOffSpec
from gwformat.setting.abreast import Row, broken, broken_width, rows_above, rows_of
from gwformat.setting.paragraph import Direct, Indents
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

SHORT = 3  # lines that may be missing at the foot of the page before
_ZERO = Emu(0)
# “市长　张三”: the name after the post, with the blank between them.
_TYPED_NAME = expression(r"(?<=\S)\s+(?:[\u3400-\u9fff×·]{2,4}|[\u3400-\u9fff×]\s[\u3400-\u9fff×])$")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The passages `first` to `last` between head and imprint have lines of `pitch`, to make room (7.3.5.5)."""

    first: int
    last: int
    pitch: Emu


@dataclass(frozen=True, slots=True)
class PageEnd:
    """In the passage of that number between head and imprint a page ends before the character at `place` (7.3.5.5)."""

    number: int
    place: int


def gap_at(gap: Emu, passage: Passage, pitch: Emu, setting: Setting) -> Emu:
    """The gap above a passage whose lines have that pitch: empty rows above a sign-off are as high as its lines."""
    if passage.role not in SIGN_OFF_ROLES:
        return gap
    return Twips(gap.twips * pitch.twips // setting.grid.pitch.twips)


def sign(passages: Sequence[Passage], setting: Setting) -> Iterator[tuple[int, Direct]]:
    """The place of every 署名 and 成文日期 among `passages`, by number."""
    for group in groups(passages):
        ends = group[-1] == len(passages) - 1
        yield from _SignOff([(number, passages[number]) for number in group], setting, ends=ends).places(
            rows_of(group, passages, setting)
        )


def abreast(passages: Sequence[Passage], setting: Setting) -> list[Row]:
    """The rows of all joint sign-offs in which 署名 stand side by side."""
    return [row for group in groups(passages) for row in rows_of(group, passages, setting)]


class End(StrEnum):
    """How much of the last paragraph goes to the page of a 署名 that else would have no words of the text (7.3.5.5)."""

    SHORT = "short"  # all of a short one, as every program understands it
    LONG = "long"  # of a longer one the last line
    NONE = "none"  # nothing, for there is no room
    ANY = "any"  # of a short one too: or page 1 would have none (7.3.3)


def kept_with(passages: Sequence[Passage], setting: Setting, end: End) -> Iterator[tuple[int, bool]]:
    """Passages that go to the page of the 署名 after them, and whether undivided.

    A short 附件说明 between text and 署名 goes along, of a longer one the last entries; where the `end` of a long
    text does, all of one that leaves most of the page free. A 附注 never stands alone on a page: the date goes with it.
    """
    longer = end in (End.LONG, End.ANY)
    most = setting.grid.rows // 2 if longer else SHORT
    for group in groups(passages):
        if note_below(group, passages) is not None:
            yield group[-1], False
        if end is End.NONE:
            continue
        note = 0
        for number in range(group[0] - 1, -1, -1):
            passage = passages[number]
            if passage.is_carrier or note > most:
                break
            is_note = passage.role is Role.ATTACHMENT_NOTE
            lines = -(-setting.width(passage.text, setting.spec(passage.role)) // setting.text_width)
            if lines > SHORT and not (is_note or longer):
                break
            yield number, lines <= SHORT and not (is_note or end is End.ANY)
            note += lines
            if not is_note:
                break


def note_below(group: Sequence[int], passages: Sequence[Passage]) -> int | None:
    """The number of the 附注 right below a sign-off, if there is one."""
    below = group[-1] + 1
    noted = below < len(passages) and not passages[below].is_carrier and passages[below].role is Role.ANNOTATION
    return below if noted else None


def groups(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """署名 and 成文日期 that follow each other; a 署名 after a date starts a new group."""
    group: list[int] = []
    for number, passage in enumerate(passages):
        role = None if passage.is_carrier else passage.role
        if group and (role not in SIGN_OFF_ROLES or (role is Role.SIGNATURE and passages[group[-1]].role is Role.DATE)):
            yield group
            group = []
        if role in SIGN_OFF_ROLES:
            group.append(number)
    if group:
        yield group


class _SignOff:
    """One group of passages with the widths everything depends on."""

    def __init__(self, group: Sequence[tuple[int, Passage]], setting: Setting, *, ends: bool) -> None:
        """`ends` tells that the text does with it."""
        self.setting = setting
        self.spec: SignOffSpec = setting.profile.sign_off[setting.seal]
        self.organs = [(number, passage) for number, passage in group if passage.role is Role.SIGNATURE]
        self.dates = [(number, passage) for number, passage in group if passage.role is Role.DATE]
        self.area = setting.text_width
        self.ends = ends
        self.organ_width = self._widest(self.organs)
        self.date_width = self._widest(self.dates)

    def _widest(self, items: Sequence[tuple[int, Passage]]) -> Emu:
        """No line is wider than the type area: longer ones are broken into two that are alike."""
        return Emu(max((self._width(passage) for _, passage in items), default=0))

    def _width(self, passage: Passage) -> Emu:
        width = self._said(passage)
        return width if width <= self.area else broken_width(passage.text, self.area, self.area, self.setting)

    def _said(self, passage: Passage) -> Emu:
        return self.setting.width(passage.text, self.setting.spec(passage.role))

    def _columns(self, count: float) -> Emu:
        return self.setting.columns(self.setting.spec(Role.DATE), count)

    def places(self, rows: Sequence[Row]) -> Iterator[tuple[int, Direct]]:
        """Indents and gaps of all passages of the group; in `rows` the gaps are part of these."""
        above, below = self.spec.before, self.spec.between
        if rows:
            above, (organ, date) = 0.0, self._in_columns(rows[0].columns.last)
        elif self.setting.seal is Seal.SIGNATURE:
            organ, date = self._beside_stamp()
        elif self.spec.centred:
            above, (organ, date) = rows_above(self.setting), self._around_date()
        else:
            organ, date = self._stepped()
        last = len(self.organs) - 1
        # Seals stand above the 附注 at the left as well; below the last date a gap at the foot of a page makes another.
        below_seals = self.setting.rows(self.spec.joint_after) if rows and not self.ends else None
        for index, (number, passage) in enumerate(self.organs):
            # A seal hangs on the date, so nothing but lines may be between the two: the gap is below the 署名.
            after = self.setting.rows(below) if below and index == last else None
            gap = self.setting.rows(self.spec.joint_gap if index else above)
            free = broken(passage, rows[0].columns, self.setting) if rows else _ZERO
            indents = Indents(free, free) if free else self._of_two_lines(passage, *organ)
            longer = min(self._said(passage), self.area) > self.area - indents.left - indents.right
            yield number, Direct(gap, after, align=organ[0], indents=indents, keep_together=longer)
        for index, (number, _) in enumerate(self.dates):
            before = None if index else self.setting.rows(0 if self.organs else above)
            yield number, Direct(before, below_seals, align=date[0], indents=date[1])

    def _in_columns(self, last: Emu) -> tuple[_Place, _Place]:
        """7.3.5.1: the organs in the middle of their columns, the date under the rightmost one."""
        return (
            (Align.CENTER, Indents()),
            (Align.RIGHT, _indents(right=self.area - last - self.date_width // 2)),
        )

    def _around_date(self) -> tuple[_Place, _Place]:
        """7.3.5.1: the date 右空四字, the organ centred on it; a longer organ takes the date with it."""
        right = self._columns(self.spec.date_right)
        centre = Emu(max(right + self.date_width // 2, self.organ_width // 2))
        return (
            (Align.CENTER, _indents(left=self.area - 2 * centre)),
            (Align.RIGHT, _indents(right=centre - self.date_width // 2)),
        )

    def _stepped(self) -> tuple[_Place, _Place]:
        """7.3.5.2: the longer one 右空二字, the date's first character 2 字 right of the organ's."""
        right, shift = self._columns(self.spec.date_right), self._columns(self.spec.date_shift)
        if not self.organs:
            shift = _ZERO
        reach = max(self.organ_width, self.date_width + shift if self.date_width > self.organ_width else 0)
        start = max(self.area - right - reach, 0)
        # Begin at the left: the room at the right may be used where a program spaces digits more widely.
        return (Align.LEFT, _indents(left=start)), (Align.LEFT, _indents(left=start + shift, right=-right))

    def _beside_stamp(self) -> tuple[_Place, _Place]:
        """7.3.5.3: the post stands left of the 签名章, the date 右空四字 below; a typed name is where that will be."""
        right = self._columns(self.spec.date_right)
        spec = self.setting.spec(Role.SIGNATURE)
        typed = [_TYPED_NAME.search(passage.text) for _, passage in self.organs]
        names = [self.setting.width(found[0], spec) if found else _ZERO for found in typed]
        beside = max(right + self._columns(self.spec.stamp_width + self.spec.stamp_gap) - min(names, default=0), right)
        return (
            (Align.RIGHT, _indents(right=min(beside, self.area // 2))),
            (Align.RIGHT, _indents(right=right)),
        )

    def _evenly(self, passage: Passage, align: Align, indents: Indents) -> Indents:
        """A name that is wider than the type area has two lines that are alike, not a full one and a character."""
        if self._said(passage) <= self.area:
            return indents
        free = max(self.area - indents.left - indents.right - self._width(passage), 0)
        left = free // 2 if align is Align.CENTER else 0
        return Indents(Emu(indents.left + left), Emu(indents.right + free - left))

    def _of_two_lines(self, passage: Passage, align: Align, indents: Indents) -> Indents:
        """A post that is too long for the room left of its stamp breaks in the middle (7.3.5.3); a name stays whole."""
        if self.setting.seal is not Seal.SIGNATURE:
            return self._evenly(passage, align, indents) if len(self.organs) == 1 else indents
        if _TYPED_NAME.search(passage.text):
            return indents
        room = Emu(self.area - indents.right)
        return Indents(Emu(room - broken_width(passage.text, room, room, self.setting)), indents.right)


_Place = tuple[Align, Indents]


def _indents(left: int = 0, right: int = 0) -> Indents:
    return Indents(Emu(max(left, 0)), Emu(right))
