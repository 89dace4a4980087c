"""The tree of a main part in; what pages of ours show in a plainer way than word processors goes out, in Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL, colour, switch

_CELL, _RUN, _TEXT = w("tc"), w("r"), w("t")
_DIRECTION, _LAYOUT = w("textDirection"), w("eastAsianLayout")
_COLUMNS, _CAPITALS = w("bidiVisual"), (w("caps"), w("smallCaps"))
_LEVEL = ("lrTb", "lr", "lrTbV", "lrV")
_TOGETHER = (w("combine"), w("vert"))
_OFF = ("0", "false", "off")

_TURNED = "{} 格竖排的文字画成横排"
_PLAIN = "{} 处合并字符、双行合一或纵横混排画成普通文字"
_MIRRORED = "{} 张从右向左排列的表格画成从左向右"
_SMALL = "{} 处显示为大写的字母照原来的大小写画出"
_UNREAD = "{} 处注音没有画出"
_BOXES = "{} 个表单的勾选框没有画出"
_EQUATIONS = "{} 个 EQ 域（带圈字符、分数等）没有画出"
_GROUND = "页面的背景色没有画出"
_COUNTED = "{} 处旧式的页码、日期没有画出"
_OLD_BLOCKS = ("pgNum", "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong")
_ALONE = {w("ruby"): _UNREAD, w("checkBox"): _BOXES, **{w(name): _COUNTED for name in _OLD_BLOCKS}}
_CODE, _EQ = w("instrText"), expression(r"\s*[Ee][Qq](?:\s|$)")
_BACKGROUND, _COLOUR, _WHITE = w("background"), w("color"), "FFFFFF"


def simplified(root: etree._Element) -> Iterator[str]:
    """Each kind of them with its number."""
    found: Counter[str] = Counter()
    for said in root.iter(_DIRECTION, _LAYOUT, _COLUMNS, *_CAPITALS, *_ALONE, _CODE):
        if kind := _kind(said):
            found[kind] += 1
    for kind, count in found.items():
        yield kind.format(count)
    ground = root.find(_BACKGROUND)
    if ground is not None and colour(ground.get(_COLOUR)) not in (None, _WHITE):
        yield _GROUND


def _kind(said: etree._Element) -> str:
    if said.tag == _CODE:
        return _EQUATIONS if _EQ.match(said.text or "") else ""
    if said.tag in _ALONE:
        return _ALONE[said.tag]
    if said.tag == _DIRECTION:
        return _TURNED if said.get(VAL, "lrTb") not in _LEVEL and _words(said, _CELL) else ""
    if said.tag == _LAYOUT:
        return _PLAIN if any(said.get(name, "0") not in _OFF for name in _TOGETHER) and _words(said, _RUN) else ""
    if not switch(said):
        return ""
    if said.tag == _COLUMNS:
        return _MIRRORED
    words = _words(said, _RUN)
    return _SMALL if words != words.upper() else ""


def _words(said: etree._Element, kind: str) -> str:
    """The words of the cell or run whose properties say it; "" where they are those of something else."""
    properties = said.getparent()
    holder = None if properties is None else properties.getparent()
    return (
        "".join([leaf.text or "" for leaf in holder.iter(_TEXT)]) if holder is not None and holder.tag == kind else ""
    )
