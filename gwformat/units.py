"""Lengths as whole EMU: numbers with a unit come in, one comparable integer type goes out."""

from __future__ import annotations

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635


class Emu(int):
    """A length in English Metric Units (1 mm = 36 000, 1 pt = 12 700, 1 twip = 635)."""

    __slots__ = ()

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / EMU_PER_MM

    @property
    def pt(self) -> float:
        """The length in points."""
        return self / EMU_PER_PT

    @property
    def twips(self) -> int:
        """The length in twentieths of a point, rounded to the nearest."""
        return round(self / EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        """The length in half points, as `w:sz` of a font wants it."""
        return round(self * 2 / EMU_PER_PT)

    @property
    def eighths(self) -> int:
        """The length in eighths of a point, as `w:sz` of a border wants it."""
        return round(self * 8 / EMU_PER_PT)


def Mm(value: float) -> Emu:  # noqa: N802 - reads as a unit, like Mm(37)
    """A length given in millimetres."""
    return Emu(round(value * EMU_PER_MM))


def Pt(value: float) -> Emu:  # noqa: N802 - reads as a unit, like Pt(16)
    """A length given in points."""
    return Emu(round(value * EMU_PER_PT))


def Twips(value: float) -> Emu:  # noqa: N802 - reads as a unit, like Twips(589)
    """A length given in twentieths of a point."""
    return Emu(round(value * EMU_PER_TWIP))


# 字号 as Word and WPS set them.
_HAO_PT = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}


def Hao(name: str) -> Emu:  # noqa: N802 - reads as a unit, like Hao("三号")
    """The type size a Chinese 字号 stands for; `KeyError` for a name that is none."""
    return Pt(_HAO_PT[name])


HAO_NAMES = tuple(_HAO_PT)
