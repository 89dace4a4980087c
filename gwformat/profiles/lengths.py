"""Values as TOML spells them: a string with a unit comes in, a typed length or number goes out."""

from __future__ import annotations

import re

from gwformat.units import HAO_NAMES, Emu, Hao, Mm, Pt, Twips

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})\s*(mm|pt|tw)")
_COUNT = re.compile(rf"({_NUMBER})\s*(字|行)")
_COLOR = re.compile(r"[0-9A-F]{6}")
_UNITS = {"mm": Mm, "pt": Pt, "tw": Twips}


def parse_length(text: str) -> Emu:
    """The length `text` stands for: `35mm`, `16pt`, `589tw` or a 字号; `ValueError` if it is none."""
    if text in HAO_NAMES:
        return Hao(text)
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError('长度（如 "35mm"、"16pt"、"589tw"、"三号"）')
    return _UNITS[found[2]](float(found[1]))


def parse_count(text: str, unit: str) -> float:
    """The number in a count of `unit`, which is 字 or 行; `ValueError` if `text` is none."""
    found = _COUNT.fullmatch(text)
    if found is None or found[2] != unit:
        raise ValueError(f'以“{unit}”计的数（如 "2{unit}"）')
    return float(found[1])


def parse_color(text: str) -> str:
    """Six upper-case hexadecimal digits; `ValueError` if `text` is not that."""
    if _COLOR.fullmatch(text) is None:
        raise ValueError('六位十六进制颜色（如 "FF0000"）')
    return text
