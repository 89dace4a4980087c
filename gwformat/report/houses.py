"""A unit's own profile with its deviations comes in; lines for people and a value for programs go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gwformat.api.common import KIND_NAMES
from gwformat.check import all_rules
from gwformat.fonts.system import load_system
from gwformat.metadata import role_named
from gwformat.model import Kind, Role, Seal
from gwformat.profiles.house import Deviation, Force, House

_WORDS = {
    "fangsong": "仿宋", "heiti": "黑体", "kaiti": "楷体", "songti": "宋体", "xiaobiaosong": "小标宋",
    "left": "居左", "center": "居中", "right": "居右", "justify": "两端对齐", "distribute": "分散对齐",
    "row": "一行", "em": "字号本身", "single": "单线", "thick_thin": "上粗下细", "thin_thick": "上细下粗",
    "all": "全部机关", "host": "主办机关", "000000": "黑色", "FF0000": "红色", "": "（无）",
}  # fmt: skip
_SEALS = {Seal.ROUND: "加盖印章", Seal.SIGNATURE: "加盖签名章", Seal.NONE: "不加盖印章"}
_GRIDS = {"national": "GB/T 33476.2 的版心", "practice": "页边距 37/35 毫米的版心"}
_TABLES = {"grids": _GRIDS, "sign_off": {seal.value: name for seal, name in _SEALS.items()}}
_LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(mm|pt|tw)")
_TWIPS = 20  # in a point


def lines(house: House) -> Iterator[str]:
    """What the unit has otherwise than the standard, one paragraph a deviation."""
    yield f"{house.file}：{house.profile.name}（继承 {house.extends}）"
    if house.profile.kind is Kind.GENERAL:
        yield "也用于信函、命令（令）、纪要、电报格式：它们自己规定的不变，另有 extends 它们的文件的照那个文件"
    yield f"与标准不同 {len(house.deviations)} 处" if house.deviations else "与标准没有不同"
    for deviation in house.deviations:
        yield f"  {_what(deviation)}（{deviation.key}）"
        yield f"    标准：{said(deviation.standard)}（{deviation.force.value}；{deviation.clause or '惯例'}）"
        yield f"    本单位：{said(deviation.house)}"
        yield f"    理由：{deviation.reason or '没有写明，请在这张表里加上 reason'}"
        if deviation.not_in:
            yield f"    {'、'.join(KIND_NAMES[Kind(name)] for name in deviation.not_in)}自己有规定，不随这里"
        if deviation.force is Force.SHALL:
            yield "    注意：标准用的是“规定”的语气，交换、归档时别的单位会按标准检查"
    if house.profile.system:
        system = load_system(house.profile.system)
        yield f"  字体方案：{Path(house.profile.system).name}，{system.title}"
    rules = all_rules()
    for code, reason in house.profile.check.ignored.items():
        name = f" {rules[code].name}" if code in rules else "（没有这条规则）"
        yield f"  不检查 {code}{name}：{reason}"
    for key, texts in house.profile.supplied.items():
        yield f"  草稿里没有时补上{key}：{'；'.join(texts)}"
    if house.unexplained:
        yield f"没有写明理由 {len(house.unexplained)} 处：{'、'.join(item.key for item in house.unexplained)}"


def as_json(house: House) -> dict[str, Any]:
    """The same for programs; values as TOML spells them."""
    return {
        "file": house.file,
        "name": house.profile.name,
        "extends": house.extends,
        "deviations": [
            {
                "key": item.key,
                "label": _what(item),
                "force": item.force.name.lower(),
                "clause": item.clause,
                "standard": item.standard,
                "house": item.house,
                "reason": item.reason or None,
                "not_in": list(item.not_in),
            }
            for item in house.deviations
        ],
        "ignored": dict(house.profile.check.ignored),
        "supplied": {key: list(texts) for key, texts in house.profile.supplied.items()},
    }


def said(value: str) -> str:
    """A value of a profile in words: 2磅, 仿宋, 居中."""
    if value in _WORDS:
        return _WORDS[value]
    found = _LENGTH.fullmatch(value)
    if found is None:
        return value
    number = float(found[1])
    if found[2] == "mm":
        return f"{number:g}毫米"
    return f"{number / _TWIPS if found[2] == 'tw' else number:g}磅"


def _what(deviation: Deviation) -> str:
    """What the key is, with the element or grid it is of."""
    table, _, rest = deviation.key.partition(".")
    name = rest.partition(".")[0]
    role = role_named(name) if table == "elements" else None
    of = role.value if isinstance(role, Role) else _TABLES.get(table, {}).get(name, "")
    return f"{of}的{deviation.says}" if of else deviation.says
