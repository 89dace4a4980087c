"""A text comes in; the places where LibreOffice breaks it by its rules for Western languages go out.

They are those of UAX #14 for Unicode 5.0 with a few of its own: a closing bracket, comma or full stop of Chinese sticks
to the letter after it, an opening bracket to the letter before it, quotation marks to both sides, a closing bracket of
ASCII to nothing; a hyphen may part from the digits after it (docs/analysis/lines.md).
"""

from __future__ import annotations

import unicodedata

from gwformat.expressions import expression
from gwformat.text.width import is_wide

# One letter for each class of UAX #14 that matters here; in brackets its name there.
_LETTER, _DIGIT, _IDEOGRAPH = "ANI"  # AL, NU, ID
_CLASSES = {
    "O": "¡¿",  # opening (OP)
    "C": "、。，．｡､﹐﹒",  # closing (CL)
    "F": ")]",  # closing in ASCII (CP)
    "Q": "\"'«»‘’“”‛‟‹›",  # quotation (QU)
    "X": "!?！？﹖﹗",  # exclamation (EX)
    "S": ",.:;⁄︰",  # infix of numbers (IS)
    "Y": "/\\",  # slash (SY)
    "H": "-",  # hyphen (HY)
    "B": "\t|\u00ad\u2010\u2012\u2013\u2027\u3000",  # break after (BA)
    "D": "—",  # dash (B2)
    "E": "…‥․",  # inseparable (IN)
    "P": "%¢‰‱′″‴‵℃℉％￠",  # after a number (PO)
    "R": "$+±№−∓＄￡￥",  # before a number (PR)
    "K": "：；﹔﹕‼⁇⁈⁉々〻〜゛゜ゝゞヽヾ・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",  # non-starter (NS)
    "G": "\u00a0\u2007\u2011\u202f\u2060\ufeff",  # glue (GL, WJ)
    "Z": "\u200b",  # zero-width space (ZW)
    "W": " ",  # space (SP)
}
_CLASS = {char: kind for kind, chars in _CLASSES.items() for char in chars}
_MARK = "M"  # combining (CM)
_OF_CATEGORY = {"Ps": "O", "Pe": "C", "Nd": _DIGIT, "Sc": "R", **dict.fromkeys(("Mn", "Me", "Mc", "Cf", "Cc"), _MARK)}

_EVERY = frozenset("ANIOCFQXSYHBDEPRKGZW")
_SHUT = frozenset("ZWCXSY")  # LB7, LB13: never at the start of a line, not even after a space
_BOUND = _SHUT | frozenset("GQHBK")  # LB12, LB19, LB21: not at the start but after a space
# LB14–LB30: what else does not begin a line after a character of the class.
_STUCK = {
    "A": "ANERO",
    "N": "ANEPRO",
    "I": "EP",
    "E": "E",
    "D": "D",
    "P": "AN",
    "R": "ANI",
    "S": "AN",
    "C": "AN",
    **dict.fromkeys("OQG", "".join(sorted(_EVERY))),
}
_LOOSE = {"W": _SHUT, "Z": frozenset("W")}
_PLACES = expression(
    "|".join(
        f"(?<={before})(?=[{''.join(sorted(_EVERY - _LOOSE.get(before, _BOUND | set(_STUCK.get(before, '')))))}])"
        for before in sorted(_EVERY)
        if _LOOSE.get(before, _BOUND | set(_STUCK.get(before, ""))) != _EVERY
    )
)
_WHOLE = expression("[PR]?O?N[NYS]*C?[PR]?|OW+.|CW+K|DW+D")  # LB14–LB17, LB25: no place within
_MARKED = expression(f"(.){_MARK}+")


class _Kinds(dict[int, str]):
    """The letter for each code point, found once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _IDEOGRAPH if is_wide(char) and unicodedata.east_asian_width(char) in "WF" else _LETTER
        kind = self[code] = _CLASS.get(char) or _OF_CATEGORY.get(unicodedata.category(char), plain)
        return kind


_KINDS = _Kinds()


def western_places(text: str) -> list[int]:
    """The places where a line may end, in order; neither end of the text is among them."""
    kinds = _MARKED.sub(lambda found: found[1] * len(found[0]), text.translate(_KINDS))
    whole = {place for found in _WHOLE.finditer(kinds) for place in range(found.start() + 1, found.end())}
    return [place for found in _PLACES.finditer(kinds) if (place := found.start()) > 0 and place not in whole]
