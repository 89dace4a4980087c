"""A page of an OFD comes in; what is wrong with the objects on it goes out, read with lxml alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lxml import etree

OFD = "{http://www.ofdspec.org/2016}"
_LAYERS = (None, "Body", "Background", "Foreground")
_PATH = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}  # numbers behind each operator
_ARC = 7
# What an object holds, in the order of the schema; those in one word come in any order.
_UNIT = ("Actions", "Clips")
_CHILDREN = {
    "TextObject": (*_UNIT, "FillColor", "StrokeColor", "CGTransform TextCode"),
    "PathObject": (*_UNIT, "StrokeColor", "FillColor", "AbbreviatedData"),
    "ImageObject": (*_UNIT, "Border"),
    "CompositeObject": _UNIT,
}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_SLACK = 0.02  # mm: rounding


def name_of(element: etree._Element) -> str:
    """The name without its namespace."""
    return etree.QName(element).localname


def numbers(said: str | None) -> list[float] | None:
    """An array of numbers; None if it is not one."""
    words = (said or "").split()
    return [float(word) for word in words] if all(map(_NUMBER.fullmatch, words)) else None


def box(said: str | None) -> list[float] | None:
    """Left, top, width and height; None unless it is a box that is not empty."""
    found = numbers(said)
    return found if found is not None and len(found) == 4 and found[2] > 0 and found[3] > 0 else None


def held(element: etree._Element, names: Sequence[str], *, ordered: bool = True) -> Iterator[str]:
    """Complaints about children that are not known, or, where it matters, not in the order of the schema."""
    ranks = {name: rank for rank, words in enumerate(names) for name in words.split()}
    inner = [name_of(child) for child in element if isinstance(child.tag, str) and child.tag.startswith(OFD)]
    yield from (f"{name_of(element)} 里有 {name}" for name in inner if name not in ranks)
    places = [ranks[name] for name in inner if name in ranks]
    if ordered and places != sorted(places):
        yield f"{name_of(element)} 里的次序是 {'、'.join(inner)}"


class PageWitness:
    """The objects of one page on a sheet of that size, `numbered` as they come."""

    def __init__(self, sheet: Sequence[float], fonts: Set[str], pictures: Set[str], others: Set[str]) -> None:
        self._sheet = sheet
        self._fonts, self._pictures, self._others = fonts, pictures, others
        self.numbered: list[str | None] = []

    def problems(self, page: etree._Element) -> Iterator[str]:
        """Everything that is wrong with the content of the page."""
        for template in page.findall(f"{OFD}Template"):
            if template.get("TemplateID") not in self._others:
                yield f"没有模板页 {template.get('TemplateID')}"
        for layer in page.iterfind(f"{OFD}Content/*"):
            self.numbered.append(layer.get("ID"))
            if layer.tag != f"{OFD}Layer" or layer.get("Type") not in _LAYERS:
                yield f"{name_of(layer)} 的 Type 是 {layer.get('Type')!r}"
            yield from self._block(layer)

    def _block(self, block: etree._Element) -> Iterator[str]:
        yield from self._parameter(block)
        for item in block.iterchildren("{*}*"):
            self.numbered.append(item.get("ID"))
            name = name_of(item)
            if name == "PageBlock":
                yield from self._block(item)
            elif name not in _CHILDREN:
                yield f"{name} 不是图元"
            else:
                said = (*self._unit(item), *self._figures(item), *self._own(item))
                yield from (f"对象 {item.get('ID')}：{one}" for one in said)

    def _parameter(self, item: etree._Element) -> Iterator[str]:
        if item.get("DrawParam") is not None and item.get("DrawParam") not in self._others:
            yield f"没有绘制参数 {item.get('DrawParam')}"

    def _unit(self, item: etree._Element) -> Iterator[str]:
        """What holds for every object: its box is on the sheet and not empty, its colours are colours."""
        yield from self._parameter(item)
        yield from held(item, _CHILDREN[name_of(item)])
        place = box(item.get("Boundary"))
        if place is None:
            yield f"Boundary 是 {item.get('Boundary')!r}"
        elif (over := self._over(place)) > _SLACK:
            yield f"Boundary {item.get('Boundary')} 出纸 {over:.2f} 毫米"
        for color in item.iterchildren(f"{OFD}FillColor", f"{OFD}StrokeColor"):
            parts = numbers(color.get("Value"))
            if (
                color.get("ColorSpace") is None
                and not len(color)
                and (
                    parts is None
                    or len(parts) != 3
                    or not all(0 <= part <= 255 and part.is_integer() for part in parts)
                )
            ):
                yield f"{name_of(color)} 是 {color.get('Value')!r}"

    def _over(self, place: Sequence[float]) -> float:
        """How far a box reaches over the sheet."""
        left, top, width, height = place
        return max(-left, -top, left + width - self._sheet[2], top + height - self._sheet[3])

    def _figures(self, item: etree._Element) -> Iterator[str]:
        matrix = numbers(item.get("CTM", "1 0 0 1 0 0"))
        if matrix is None or len(matrix) != 6 or abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-9:
            yield f"CTM 是 {item.get('CTM')!r}"
        for name in ("LineWidth", "Size", "HScale"):
            figure = numbers(item.get(name, "1"))
            if figure is None or len(figure) != 1 or figure[0] <= 0:
                yield f"{name} 是 {item.get(name)!r}"
        for name in ("Stroke", "Fill", "Visible", "Italic"):
            if item.get(name, "true") not in ("true", "false", "1", "0"):
                yield f"{name} 是 {item.get(name)!r}"
        dashes = numbers(item.get("DashPattern"))
        if dashes is None or (dashes and (min(dashes) < 0 or not sum(dashes))):
            yield f"DashPattern 是 {item.get('DashPattern')!r}"

    def _own(self, item: etree._Element) -> Iterator[str]:
        match name_of(item):
            case "TextObject":
                yield from self._text(item)
            case "PathObject":
                yield from _path(item)
            case "ImageObject" if item.get("ResourceID") not in self._pictures:
                yield f"没有图片 {item.get('ResourceID')}"
            case "CompositeObject" if item.get("ResourceID") not in self._others:
                yield f"没有矢量图 {item.get('ResourceID')}"

    def _text(self, item: etree._Element) -> Iterator[str]:
        if item.get("Font") not in self._fonts:
            yield f"没有字体 {item.get('Font')}"
        if item.get("Size") is None:
            yield "没有字号"
        codes = item.findall(f"{OFD}TextCode")
        if not codes:
            yield "没有 TextCode"
        for place, code in enumerate(codes):
            text = code.text or ""
            if not text or len(code):
                yield "TextCode 是空的"
            for name in ("X", "Y"):
                if (at := numbers(code.get(name))) is None or (len(at) != 1 and (place == 0 or code.get(name))):
                    yield f"TextCode 的 {name} 是 {code.get(name)!r}"
            for name in ("DeltaX", "DeltaY"):
                steps = _steps(code.get(name))
                if steps is None or (steps and len(steps) != len(text) - 1):
                    yield f"{name} 有 {'错' if steps is None else len(steps)} 个，文字有 {len(text)} 个"
            if len(text) > 1 and not any(code.get(name) for name in ("DeltaX", "DeltaY")):
                yield f"{len(text)} 个字没有 DeltaX"
        yield from _transforms(item, sum(len(code.text or "") for code in codes))


def _transforms(item: etree._Element, length: int) -> Iterator[str]:
    """Complaints about glyphs named for characters: those there are, and as many as is said."""
    for one in item.findall(f"{OFD}CGTransform"):
        at, count, wanted = (one.get(*said) for said in (("CodePosition", ""), ("CodeCount", "1"), ("GlyphCount", "1")))
        glyphs = (one.findtext(f"{OFD}Glyphs") or "").split()
        if not all(word.isdigit() for word in (at, count, wanted, *glyphs)):
            yield f"CGTransform 不是整数：{at!r}、{count!r}、{wanted!r}"
        elif int(at) + int(count) > length or len(glyphs) != int(wanted):
            yield f"CGTransform 从 {at} 起 {count} 个字，文字有 {length} 个；写明 {wanted} 个字形，有 {len(glyphs)} 个"


def _path(item: etree._Element) -> Iterator[str]:
    """Complaints about what a path is made of: operators with their numbers, the first of them a move."""
    words = (item.findtext(f"{OFD}AbbreviatedData") or "").split()
    if not words or words[0] not in "SM":
        yield "路径不从移动开始"
    at = 0
    while at < len(words):
        count = _PATH.get(words[at])
        if count is None or numbers(" ".join(words[at + 1 : at + 1 + count])) is None or len(words) <= at + count:
            yield f"路径里的 {' '.join(words[at : at + _ARC + 1])} 不完整"
            return
        at += count + 1


def _steps(said: str | None) -> list[float] | None:
    """The offsets of an array, in which `g 3 5.6` says 5.6 three times; None if it is not one."""
    found: list[float] = []
    words = (said or "").split()
    at = 0
    while at < len(words):
        times, at = (words[at + 1 : at + 2], at + 2) if words[at] == "g" else (["1"], at)
        step = numbers(" ".join(words[at : at + 1]))
        if not step or not times or not times[0].isdigit():
            return None
        found += step * int(times[0])
        at += 1
    return found
