"""A text comes in; which of its characters the face for letters and digits sets, and which the Chinese one, goes out.

Letters of every alphabet are set by the Western face. Marks that both kinds of face have (“ ” ‘ ’ — … · × ±, arrows,
signs of mathematics) follow the text around them: full width in Chinese, the Western face's own in a paragraph that is
written in a Western language. Word decides this by `w:hint`; `HINTED` says where the hint is needed, `UNHINTED` what
must stand in a run without it.
"""

from __future__ import annotations

from functools import lru_cache

from gwformat.expressions import expression
from gwformat.text.characters import HAN, HANGUL

# Up to the Hangul letters, but for the marks of GBK; then marks that Times New Roman has and GBK has not.
_LETTERS = (
    "\u00a0-\u00a3\u00a5\u00a6\u00a9-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u02c6\u02c8"
    "\u02cc-\u02d8\u02da-\u10ff\u1200-\u1fff"
)
_MARKS = (
    "\u2000-\u200f\u2011\u2012\u2017\u201a\u201b\u201e-\u2024\u2027-\u202f\u2031\u2034\u2036-\u203a\u203c-\u20cf"
    "\u2113\u2117\u2122\u2126\u212e\u2153-\u215e\u2202\u2206\u2212\u2219\u25aa-\u25ac\u25ba\u25c4\u25ca\u25e6"
)
_IN_CHINESE = f"!-~{_LETTERS}{_MARKS}"
_IN_WESTERN = (
    "!-~\u00a0-\u10ff\u1200-\u20cf\u2105\u2113\u2116\u2117\u2122\u2126\u212e\u2153-\u215e\u2190-\u2195\u2202\u2206"
    "\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u221f\u2229\u222b\u2248\u2260\u2261\u2264\u2265"
    "\u25aa-\u25ac\u25ba\u25c4\u25ca\u25e6"
)
_WORD = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"
APOSTROPHE = expression(f"(?<=[{_WORD}])’(?=[{_WORD}])")
"""The apostrophe in a word, which is no Chinese quotation mark."""

TOKENS = {
    False: expression(
        rf"(?P<western>(?:[{_IN_CHINESE}]|{APOSTROPHE.pattern})+)| +|\t|[^\t {_IN_CHINESE}]"
        rf"(?:(?!{APOSTROPHE.pattern})[^\t {_IN_CHINESE}])*"
    ),
    True: expression(rf"(?P<western>[{_IN_WESTERN}]+)| +|\t|[^\t {_IN_WESTERN}]+"),
}
"""Words of the Western face (the group of that name), spaces, tabs, and what a Chinese face sets; by `is_western`."""

HINTED = expression(
    "[¤§¨°±·×÷\u02c7\u02c9-\u02cb\u02d9\u2010\u2013-\u2016‘“”\u2025\u2026\u2030\u2032\u2033\u2035\u203b]"
    f"|(?<![{_WORD}])’|’(?![{_WORD}])|[\u2100-\u27bf](?<![{_MARKS}])"
)
"""A mark that Word sets in the Western face unless the run has the hint."""
UNHINTED = expression(
    "[\u00a1\u00aa\u00af\u00b2-\u00b4\u00b6\u00b8-\u00ba\u00bc-\u00bf\u00e0-\u00f6\u00f8-\u00fc\u0100-\u02c6\u02c8"
    f"\u02cc-\u02d8\u02da-\u04ff\u1e00-\u1eff{_MARKS}]|{APOSTROPHE.pattern}"
)
"""What Word would set in the Chinese face in a run that has the hint."""

WESTERN_WORD = expression(f"[{_WORD}\u0531-\u10ff]{{2,}}")
"""A word of a language that parts its words by spaces."""

_CURSIVE = expression("[\u0600-\u07ff\u0840-\u08ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufeff]")

_FROM_RIGHT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EAST_ASIAN = expression(f"[{HAN}\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\uac00-\ud7af]")
_HANGUL = expression(f"[{HANGUL}]")
_SINGLE = {False: expression(f"[ {_IN_CHINESE}]"), True: expression(f"[ {_IN_WESTERN}]")}


def is_western(text: str) -> bool:
    """Whether a paragraph is written in a Western language: it has more words than Chinese characters."""
    if not HINTED.search(text):
        return False  # nothing depends on it
    words = len(WESTERN_WORD.findall(text))
    return words > 0 and words > len(_EAST_ASIAN.findall(text))


def parts_words(text: str) -> bool:
    """Whether a paragraph is written in a language that parts its words by spaces, as Western ones and Korean do."""
    words, hangul = len(WESTERN_WORD.findall(text)), len(_HANGUL.findall(text))
    return words + hangul > len(_EAST_ASIAN.findall(text)) - hangul


def is_cursive(text: str) -> bool:
    """Whether a paragraph is in a script whose letters join, as 维吾尔文 or 蒙古文 has, and which tracking parts."""
    return _CURSIVE.search(text) is not None and len(_CURSIVE.findall(text)) > len(_EAST_ASIAN.findall(text))


def is_from_right(text: str) -> bool:
    """Whether a paragraph is mostly in a script that is written from right to left, as 维吾尔文 is."""
    return len(_FROM_RIGHT.findall(text)) > len(_EAST_ASIAN.findall(text))


def begins_from_right(text: str) -> bool:
    """Whether a paragraph stands at the right edge: one that begins with a Chinese word does not."""
    found = _FROM_RIGHT.search(text)
    return found is not None and _EAST_ASIAN.search(text, 0, found.start()) is None and is_from_right(text)


def has_from_right(text: str) -> bool:
    """Whether there are letters in it that are written from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


@lru_cache(maxsize=8192)
def in_western_face(char: str, western: bool = False) -> bool:
    """Whether the face for letters sets `char`, in a paragraph that is `western` or not."""
    return _SINGLE[western].match(char) is not None
