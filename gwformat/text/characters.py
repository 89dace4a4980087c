"""Character classes: what counts as Han, as a space and as a digit; a regular-expression class or a bool comes out."""

from __future__ import annotations

from gwformat.expressions import expression

# 〇 and 々 behave as Han in every rule on spacing and punctuation.
HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The inside of a regular-expression class for Han characters."""

HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7fb"
"""The inside of a class for Hangul, whose words are parted by spaces."""

SPACE = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
"""The inside of a class for visible spaces; tabs and breaks are not among them."""

EACH_SPACE = frozenset((*" \u00a0\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B))))
"""The same characters one by one."""

SOFT_HYPHEN = "\u00ad"
"""A place where a word may be parted: drawn as a hyphen where a line ends with it, and nowhere else."""

CLOSING = "）》〉”’〕】］"
OPENING = "（《〈“‘〔【［"
STOPS = "，。；：！？、"
"""Full-width stops that end or divide a sentence."""

_HAN = expression(f"[{HAN}]")
_HANGUL = expression(f"[{HANGUL}]")
_FULL_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)}


def is_han(char: str) -> bool:
    """Whether `char` (one character) is a Han character."""
    return _HAN.match(char) is not None


def is_hangul(char: str) -> bool:
    """Whether `char` (one character) is a letter or a syllable of Hangul."""
    return _HANGUL.match(char) is not None


def holds_han(text: str) -> bool:
    """Whether there is a Han character in `text`."""
    return _HAN.search(text) is not None


def count_han(text: str) -> int:
    """How many Han characters `text` has."""
    return len(_HAN.findall(text))


def tail(text: str, marks: str) -> int:
    """Where the spaces and `marks` at the end of `text` begin."""
    return len(text.rstrip(f"{marks} \t\u00a0\u3000"))


def half_width_digits(text: str) -> str:
    """The text with full-width digits as ASCII digits; everything else as it is."""
    return text.translate(_FULL_WIDTH)
