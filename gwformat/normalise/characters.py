"""Look-alike characters: what PDF copies and odd keyboards leave in a text comes in, the right character comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from gwformat.model import Edit
from gwformat.normalise.passes import Pass, Passage, in_blocks, in_passages
from gwformat.normalise.roles import ALL, KNOWN
from gwformat.text.characters import HAN
from gwformat.text.spans import foreign

# NFKC for the whole text would destroy ：（）①㎡, so only these ranges.
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}]")

_NUMERALS = "一二三四五六七八九〇"
_LOOK_ALIKES = (
    (re.compile(r"[﹝❲](?=[\d０-９]{2,4}[﹞❳])"), "〔"),
    (re.compile(r"(?<=[\d０-９])[﹞❳]"), "〕"),
    (re.compile(f"(?<=[{HAN}）》”])[∶︰]|[∶︰](?=[{HAN}《“（])"), "："),
    (re.compile("(?<![―─])[―─]{2}(?![―─])"), "——"),
    (re.compile(f"(?<=[{HAN}\\d%℃])[―─](?=[{HAN}\\d])"), "—"),
    (re.compile("〜"), "～"),
    (re.compile(f"(?<=[{HAN}\\d%℃])~(?=[{HAN}\\d])"), "～"),
    (re.compile(f"(?<=[{HAN}])[・•‧･](?=[{HAN}])"), "·"),
    (re.compile(f"(?<=[{_NUMERALS}])[○◯ＯO]+(?=[{_NUMERALS}年])"), "〇"),
    (re.compile("(?<=密)☆"), "★"),
)
_LOOKING_ALIKE = "﹝❲﹞❳∶︰―─〜~・•‧･○◯ＯO☆"
_FULL_WIDTH_SIGNS = "．" + "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_FULL_WIDTH = re.compile(f"(?:[０-９Ａ-ＮＰ-Ｚａ-ｚ]|(?<![{_NUMERALS}])Ｏ)+|(?<=[０-９0-9])．(?=[０-９0-9])")


def _compatibility(passage: Passage) -> Sequence[Edit]:
    return [
        Edit(found.start(), found.end(), new)
        for found in _COMPATIBILITY.finditer(passage.text)
        if (new := unicodedata.normalize("NFKC", found.group())) != found.group()
    ]


def _look_alikes(passage: Passage) -> Sequence[Edit]:
    kept = foreign(passage.text)
    edits: list[Edit] = []
    taken: set[int] = set()
    for pattern, new in _LOOK_ALIKES:
        for found in pattern.finditer(passage.text):
            if found.start() in kept or found.start() in taken:
                continue
            taken.update(range(*found.span()))
            edits.append(Edit(*found.span(), new * len(found.group()) if len(new) == 1 else new))
    return edits


def _ascii(passage: Passage) -> Sequence[Edit]:
    return [Edit(*found.span(), _half(found.group())) for found in _FULL_WIDTH.finditer(passage.text)]


def _half(text: str) -> str:
    return "".join(chr(ord(char) - 0xFEE0) for char in text)


def _invisible(passage: Passage) -> Sequence[Edit]:
    return [Edit(*found.span(), "") for found in _INVISIBLE.finditer(passage.text)]


PASSES = (
    Pass("invisible", "去除不可见字符", "零宽空格等不可见字符妨碍检索和断行", in_blocks(ALL, _invisible, _ZERO_WIDTH)),
    Pass(
        "compatibility", "部首与兼容汉字还原", "由PDF复制带来的部首、兼容汉字形同而码异", in_blocks(ALL, _compatibility)
    ),
    Pass(
        "look-alikes",
        "形近符号还原",
        "形似而码位不同的符号，改为标准符号",
        in_passages(KNOWN, _look_alikes, _LOOKING_ALIKE),
    ),
    Pass(
        "ascii",
        "全角数字字母改半角",
        "数字和外文字母占半个汉字位置（GB/T 15835-2011）",
        in_passages(KNOWN, _ascii, _FULL_WIDTH_SIGNS),
    ),
)
