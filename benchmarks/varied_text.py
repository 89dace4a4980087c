"""A source of chance comes in; sentences, paragraphs and drafts as varied as those of real documents go out.

A text that repeats itself is laid out and drawn out of what is remembered of its first page. Characters come as often
as in real texts – a few hundred make up most of it, rare ones appear now and then – and no line comes twice.
"""

from __future__ import annotations

import random
from functools import cache

_COMMON = "的一是在有和中大为上国人到以个时地要会出可对生能作年工发成多用过行学政家动进同理重经济理实部内机加强"
_NAMES = ("GDP", "IPv6", "5G", "PM2.5", "GB/T 9704-2012", "ISO 9001")
_USUAL = 140  # how far down the list a character stands on the average: half of a text are 100 characters
_WORDS = (1, 2, 2, 2, 2, 3, 4)  # characters


@cache
def _characters() -> str:
    """The 3,755 characters of level one of GB/T 2312, common ones first, the others in an order of their own."""
    level = "".join(
        bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
    )
    others = [char for char in level if char not in _COMMON]
    random.Random(0).shuffle(others)
    return "".join(dict.fromkeys(_COMMON)) + "".join(others)


def words(chance: random.Random, count: int) -> str:
    """So many words without a mark between them."""
    known = _characters()
    length = sum(chance.choice(_WORDS) for _ in range(count))
    return "".join(known[int(chance.expovariate(1 / _USUAL)) % len(known)] for _ in range(length))


def sentence(chance: random.Random) -> str:
    """Two to five clauses, a number or a name in Latin letters in every third."""
    clauses = [words(chance, chance.randint(3, 7)) for _ in range(chance.randint(2, 5))]
    for place in range(len(clauses)):
        kind = chance.random()
        if kind < 0.25:
            clauses[place] += f"{chance.randint(2, 99_999)}{chance.choice(('个', '万元', '%', '人次', '项'))}"
        elif kind < 0.32:
            clauses[place] = f"{chance.choice(_NAMES)}{clauses[place]}"
        elif kind < 0.4:
            clauses[place] += f"（{words(chance, 2)}）" if kind < 0.36 else f"、“{words(chance, 2)}”"
    return "，".join(clauses) + chance.choice("。。。。；")


def paragraph(chance: random.Random, characters: int) -> str:
    """Sentences of at least so many characters together."""
    text = ""
    while len(text) < characters:
        text += sentence(chance)
    return text[:-1] + "。"


def notice(chance: random.Random, pages: int) -> str:
    """The text of a notice of about so many pages."""
    lines = [
        "某某市人民政府文件",
        f"某政发〔2026〕{chance.randint(1, 99)}号",
        "",
        f"某某市人民政府关于做好{words(chance, 3)}工作的通知",
        "",
        "各县（区）人民政府：",
    ]
    lines += [f"　　{text}" for text in paragraphs(chance, round((pages - _FURNITURE) * _PAGE))]
    return "\n".join([*lines, "某某市人民政府", "2026年5月6日"])


_PAGE = 545  # characters of a page of 22 lines, with what the last lines of paragraphs leave empty
_FURNITURE = 0.9  # pages that head, title and sign-off take


def paragraphs(chance: random.Random, characters: int) -> list[str]:
    """Paragraphs of so many characters together, every fifth of them with a number before it."""
    found: list[str] = []
    while characters > 0:
        text = paragraph(chance, min(characters, chance.randint(40, 260)))
        found.append(f"{len(found) // 5 + 1}.{text}" if len(found) % 5 == 0 else text)
        characters -= len(text)
    return found
