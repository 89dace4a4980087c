"""Punctuation passes: the findings of `gwformat.text` on prose become named, switchable steps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from gwformat.model import Edit, Role
from gwformat.normalise.passes import Pass, in_passages
from gwformat.normalise.roles import PROSE, PUNCTUATED, QUOTING, SENTENCES
from gwformat.text import punctuation, quotes

_STANDARD = "GB/T 15834-2011"


def _step(
    key: str,
    name: str,
    reason: str,
    find: Callable[[str], Sequence[Edit]],
    roles: Collection[Role],
    signs: str,
    default: bool = True,
) -> Pass:
    run = in_passages(roles, lambda passage: find(passage.text), signs)
    return Pass(key, name, f"{_STANDARD}：{reason}", run, default)


PASSES = (
    _step("ellipses", "省略号规范", "省略号为六个连点“……”", punctuation.ellipses, QUOTING, ".…。·"),
    _step("dashes", "破折号规范", "破折号为“——”，占两个字位置", punctuation.dashes, QUOTING, "-－"),
    _step("corner-quotes", "直角引号改弯引号", "横排文字用“ ”‘ ’", quotes.corners, QUOTING, "「」『』"),
    _step("quotes", "引号成对", "引号为“ ”，引号内再用引号为‘ ’", quotes.paired, QUOTING, "\"＂'＇"),
    _step("brackets", "括号全角化", "中文文字用全角圆括号", punctuation.full_width_brackets, PUNCTUATED, "()"),
    _step("punctuation", "标点全角化", "中文文字用全角标点", punctuation.full_width_marks, PUNCTUATED, ",;:?!"),
    _step("full-stops", "句点改句号", "句末用“。”", punctuation.full_stops, SENTENCES, ".．｡"),
)

OPTIONAL = (
    _step(
        "unpaired-quotes",
        "不成对引号",
        "引号应当成对；方向按前后文推断",
        quotes.unpaired,
        QUOTING,
        '"＂',
        default=False,
    ),
    _step(
        "single-dashes",
        "单破折号",
        "破折号占两个字位置；起止、相关项之间的一字线不改",
        punctuation.single_dashes,
        PROSE,
        "—",
        default=False,
    ),
    _step(
        "ranges",
        "数值范围连接号",
        "数值范围用“～”，时间起止用“—”",
        punctuation.ranges,
        PROSE,
        "-－~",
        default=False,
    ),
)
