"""Look-alike characters, as PDF copies leave them: a text comes in, the edits to the right ones come out."""

from __future__ import annotations

import unicodedata

from gwformat.expressions import expression
from gwformat.model import Edit
from gwformat.text.characters import HAN
from gwformat.text.spans import foreign

# Radicals that are whole characters in the simplified script. Unicode gives them no decomposition, only these
# equivalents (EquivalentUnifiedIdeograph); a PDF copy has them for the characters all the same.
_WHOLE_RADICALS = dict(
    zip(
        "⺎⺒⺓⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "兀巳幺民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)
# NFKC for the whole text would destroy ：（）①㎡, so only these ranges.
_COMPATIBILITY = expression("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
ZERO_WIDTH = "\u200b\u2060\ufeff"
_INVISIBLE = expression(f"[{ZERO_WIDTH}]")

_NUMERALS = "一二三四五六七八九〇"
_SMALL_FORMS = dict(zip("﹐﹑﹔﹕﹖﹗﹙﹚､", "，、；：？！（）、", strict=True))
_LOOK_ALIKES = (
    *((expression(small), sign) for small, sign in _SMALL_FORMS.items()),
    (expression(r"[﹝❲](?=[\d０-９]{2,4}[﹞❳])"), "〔"),
    (expression(r"(?<=[\d０-９])[﹞❳]"), "〕"),
    (expression(f"(?<=[{HAN}）》”])[∶︰]|[∶︰](?=[{HAN}《“（])"), "："),
    (expression("(?<![―─])[―─]{2}(?![―─])"), "——"),
    (expression(f"(?<=[{HAN}\\d%℃])[―─](?=[{HAN}\\d])"), "—"),
    (expression("〜"), "～"),
    # From day to day and from hour to hour it is a dash: `punctuation.ranges`.
    (expression(f"(?<=[{HAN}\\d%℃])(?<!\\d[年月日号时])(?<!\\d[:：]\\d\\d)~(?=[{HAN}\\d])"), "～"),
    (expression(f"(?<=[{HAN}])[・•‧･](?=[{HAN}])"), "·"),
    (expression(f"(?<=[{_NUMERALS}])[○◯ＯOΟО]+(?=[{_NUMERALS}年])"), "〇"),
    (expression("(?<=密)☆"), "★"),
    (expression("〝"), "“"),
    (expression("[〞〟]"), "”"),
)
LOOKING_ALIKE = "".join(_SMALL_FORMS) + "〝〞〟﹝❲﹞❳∶︰―─〜~・•‧･○◯ＯOΟО☆"
FULL_WIDTH_SIGNS = "．＠" + "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_FULL_WIDTH = expression(
    f"(?:[０-９Ａ-ＮＰ-Ｚａ-ｚ]|(?<![{_NUMERALS}])Ｏ)+"
    # Of a decimal, not of 1．2026年工作总结.
    "|(?<=[０-９0-9])．(?=[０-９0-9])(?!(?:19|20)[0-9]{2}年)"
    # Of an address.
    "|(?<=[Ａ-Ｚａ-ｚ０-９A-Za-z0-9])＠(?=[Ａ-Ｚａ-ｚ０-９A-Za-z0-9])|(?<=[ａ-ｚ０-９a-z0-9])．(?=[ａ-ｚa-z]{2})"
)


def proper_form(char: str) -> str:
    """The Han character that a radical or a compatibility ideograph stands for; "" where `char` is none of these."""
    if _COMPATIBILITY.match(char) is None:
        return ""
    proper = _WHOLE_RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return proper if proper != char else ""


def compatibility(text: str) -> list[Edit]:
    """Radicals and compatibility ideographs become the Han characters they stand for."""
    return [
        Edit(found.start(), found.end(), new)
        for found in _COMPATIBILITY.finditer(text)
        if (new := proper_form(found.group()))
    ]


def look_alikes(text: str) -> list[Edit]:
    """Signs of other scripts become the Chinese ones they are taken for: ﹝ 〔, ∶ ：, 〜 ～, ・ ·, ○ 〇."""
    kept = foreign(text)
    edits: list[Edit] = []
    taken: set[int] = set()
    for pattern, new in _LOOK_ALIKES:
        for found in pattern.finditer(text):
            if found.start() in kept or found.start() in taken:
                continue
            taken.update(range(*found.span()))
            edits.append(Edit(*found.span(), new * len(found.group()) if len(new) == 1 else new))
    return edits


def half_width(text: str) -> list[Edit]:
    """Full-width digits and Latin letters become ASCII; so do a dot between digits, and the signs of an address."""
    return [
        Edit(*found.span(), "".join(chr(ord(char) - 0xFEE0) for char in found.group()))
        for found in _FULL_WIDTH.finditer(text)
    ]


def invisible(text: str) -> list[Edit]:
    """Zero-width characters go."""
    return [Edit(*found.span(), "") for found in _INVISIBLE.finditer(text)]
