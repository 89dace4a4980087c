"""发文机关署名 and 成文日期 (7.3.5): measured texts come in, the indents of formulas S-1…S-10 go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.model import Role, Seal
from gwformat.profiles.schema import SignOffSpec
from gwformat.units import Emu
from gwformat.writers.docx.look import space
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import PPR, Element, el, on_off, put
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import indents

_ROLES = (Role.SIGNATURE, Role.DATE)
_SHORT = 3  # lines that may be missing at the foot of the page before


def sign(placed: Sequence[Placed], setting: Setting) -> None:
    """Place every 署名 with its 成文日期."""
    for group in _groups(placed):
        _SignOff(group, setting).place()
        _keep_words_with(group[0], placed, setting)


def _keep_words_with(first: Placed, placed: Sequence[Placed], setting: Setting) -> None:
    """A page with a 署名 also has words of the text (S-13): the 附件说明 and a short last paragraph go with it."""
    for item in reversed(placed[: next(index for index, item in enumerate(placed) if item is first)]):
        if item.line.blocks[0].carrier is not None:
            return
        spec = setting.spec(item.line.role)
        if setting.width(item.line.text, spec) > _SHORT * setting.text_width:
            return
        put(_ppr(item), on_off("keepNext", True))
        if item.line.role is not Role.ATTACHMENT_NOTE:
            put(_ppr(item), on_off("keepLines", True))
            return


def _groups(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """署名 and 成文日期 that follow each other; a 署名 after a date starts a new group."""
    group: list[Placed] = []
    for item in placed:
        role = item.line.role if item.line.blocks[0].carrier is None else None
        if group and (role not in _ROLES or (role is Role.SIGNATURE and group[-1].line.role is Role.DATE)):
            yield group
            group = []
        if role in _ROLES:
            group.append(item)
    if group:
        yield group


class _SignOff:
    """One group of lines with the widths everything depends on."""

    def __init__(self, group: Sequence[Placed], setting: Setting) -> None:
        self.setting = setting
        self.spec: SignOffSpec = setting.profile.sign_off[setting.seal]
        self.organs = [item for item in group if item.line.role is Role.SIGNATURE]
        self.dates = [item for item in group if item.line.role is Role.DATE]
        self.area = setting.text_width
        self.organ_width = self._widest(self.organs)
        self.date_width = self._widest(self.dates)

    def _widest(self, items: Sequence[Placed]) -> Emu:
        """No line is wider than the type area: longer ones are broken."""
        widths = [self.setting.width(item.line.text, self.setting.spec(item.line.role)) for item in items]
        return Emu(min(max(widths, default=0), self.area))

    def _columns(self, count: float) -> Emu:
        return self.setting.columns(self.setting.spec(Role.DATE), count)

    def place(self) -> None:
        """Indents and gaps of all lines of the group."""
        if self.setting.seal is Seal.SIGNATURE:
            self._beside_stamp()
        elif self.spec.centred:
            self._around_date()
        else:
            self._stepped()
        for index, item in enumerate(self.organs):
            space(_ppr(item), before=self.setting.rows(self.spec.joint_gap if index else self.spec.before))
        if self.dates:
            gap = self.spec.between if self.organs else self.spec.before
            space(_ppr(self.dates[0]), before=self.setting.rows(gap))

    def _around_date(self) -> None:
        """S-1, S-2: the date 右空四字, the organ centred on it; a longer organ takes the date with it."""
        right = self._columns(self.spec.date_right)
        centre = Emu(max(right + self.date_width // 2, self.organ_width // 2))
        for item in self.organs:
            _align(item, "center", left=Emu(self.area - 2 * centre))
        for item in self.dates:
            _align(item, "right", right=Emu(centre - self.date_width // 2))

    def _stepped(self) -> None:
        """S-7, S-8: the longer one 右空二字, the date's first character 2 字 right of the organ's."""
        right, shift = self._columns(self.spec.date_right), self._columns(self.spec.date_shift)
        if not self.organs:
            shift = Emu(0)
        reach = max(self.organ_width, self.date_width + shift if self.date_width > self.organ_width else 0)
        start = Emu(max(self.area - right - reach, 0))
        # Begin at the left: the room at the right may be used where a program spaces digits more widely.
        for item in self.organs:
            _align(item, "left", left=start)
        for item in self.dates:
            _align(item, "left", left=Emu(start + shift), right=Emu(-right))

    def _beside_stamp(self) -> None:
        """S-10: the post stands left of the 签名章, the date 右空四字 below it."""
        right = self._columns(self.spec.date_right)
        beside = Emu(right + self._columns(self.spec.stamp_width + self.spec.stamp_gap))
        for item in self.organs:
            _align(item, "right", right=Emu(min(beside, self.area - self.organ_width)))
        for item in self.dates:
            _align(item, "right", right=right)


_ZERO = Emu(0)


def _align(item: Placed, side: str, left: Emu = _ZERO, right: Emu = _ZERO) -> None:
    ppr = _ppr(item)
    put(ppr, indents(left=Emu(max(left, 0)), right=right, first_line=_ZERO))
    put(ppr, el("jc", val=side))


def _ppr(item: Placed) -> Element:
    ppr = item.node.find(PPR)
    assert ppr is not None
    return ppr
