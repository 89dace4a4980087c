"""A formula of Office MathML comes in; its size in parts of the type size and its words on one line go out.

The sizes are those of Cambria Math, near enough to know whether a formula fits into a line of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from gwformat.model import Formula
from gwformat.ooxml.names import M, local
from gwformat.text.width import is_wide

_AXIS = 0.27  # of fractions and matrices above the baseline
_SMALL = 0.73  # scripts
_GAP = 0.1
_ROW_GAP, _COLUMN_GAP = 0.25, 1.0
_LETTER, _DEPTH = 0.72, 0.22
_RELATIONS = frozenset("=≠≈≡<>≤≥∈∉⊂⊆→←⇒⇔∝")
_OPERATORS = frozenset("+-−±×÷·∪∩∧∨")
_NARROW = frozenset(".,;:!'|()[]{} ")
_VAL = f"{{{M}}}val"
_OFF = ("0", "off", "false")


class _Box(NamedTuple):
    """A part of a formula: how wide, how far above and below the baseline, and its words."""

    width: float = 0.0
    above: float = 0.0
    below: float = 0.0
    text: str = ""

    @property
    def height(self) -> float:
        return self.above + self.below

    def scaled(self, factor: float) -> _Box:
        return _Box(self.width * factor, self.above * factor, self.below * factor, self.text)


def formula_of(node: etree._Element) -> Formula:
    """The size and words of an `m:oMath` or `m:oMathPara`; the rows of the latter stand below each other."""
    if local(node.tag) == "oMathPara":
        rows = [_sequence(child) for child in node if local(child.tag) == "oMath"]
        box = rows[0] if len(rows) == 1 else _rows(rows)
    else:
        box = _sequence(node)
    return Formula(box.width, max(box.above, _LETTER), max(box.below, _DEPTH), box.text)


def _sequence(container: etree._Element | None) -> _Box:
    """What follows each other from left to right."""
    return _beside(_box(child) for child in container) if container is not None else _Box()


def _beside(boxes: Iterable[_Box]) -> _Box:
    width, above, below, text = 0.0, 0.0, 0.0, ""
    for box in boxes:
        width, above, below = width + box.width, max(above, box.above), max(below, box.below)
        text += box.text
    return _Box(width, above, below, text)


def _box(node: etree._Element) -> _Box:
    name = local(node.tag)
    known = _SHAPES.get(name)
    if known is not None:
        return known(node)
    if name in ("t", "delText"):
        return _words(node.text or "")
    return _Box() if name.endswith("Pr") else _sequence(node)


def _words(text: str) -> _Box:
    return _Box(sum(map(_advance, text)), _LETTER, _DEPTH, text) if text else _Box()


def _advance(char: str) -> float:
    if char in _RELATIONS:
        return 1.15
    if char in _OPERATORS:
        return 1.0
    if char in _NARROW:
        return 0.35
    return 1.0 if is_wide(char) and ord(char) > 0x2E7F else 0.55


def _part(node: etree._Element, name: str) -> _Box:
    return _sequence(node.find(f"{{{M}}}{name}"))


def _said(node: etree._Element, name: str) -> etree._Element | None:
    """A property of a structure, `m:chr` of `m:naryPr` for instance."""
    holders = (holder for holder in node if local(holder.tag).endswith("Pr"))
    return next((child for holder in holders for child in holder if local(child.tag) == name), None)


def _fraction(node: etree._Element) -> _Box:
    top, bottom = _part(node, "num"), _part(node, "den")
    width = max(top.width, bottom.width) + 2 * _GAP
    text = f"{_grouped(top.text)}/{_grouped(bottom.text)}"
    return _Box(width, _AXIS + _GAP + top.height, bottom.height + _GAP - _AXIS, text)


def _scripts(node: etree._Element) -> _Box:
    base = _part(node, "e")
    high, low = (_part(node, name).scaled(_SMALL) for name in ("sup", "sub"))
    above = max(base.above, base.above * 0.6 + high.height) if high.text else base.above
    below = max(base.below, low.height * 0.7 + base.below * 0.6) if low.text else base.below
    text = base.text + (f"_{_grouped(low.text)}" if low.text else "") + (f"^{_grouped(high.text)}" if high.text else "")
    return _Box(base.width + max(high.width, low.width), above, below, text)


def _root(node: etree._Element) -> _Box:
    degree, base = _part(node, "deg").scaled(_SMALL), _part(node, "e")
    text = f"{degree.text}√{_grouped(base.text)}"
    return _Box(base.width + 0.9 + degree.width / 2, base.above + 0.2, base.below, text)


def _large(node: etree._Element) -> _Box:
    """Sums and integrals: limits above and below, or beside the sign."""
    sign = _mark(node, "chr", "∫")
    high, low = (_part(node, name).scaled(_SMALL) for name in ("sup", "sub"))
    beside = _mark(node, "limLoc", "subSup" if sign in "∫∬∭∮" else "undOvr") == "subSup"
    width = 1.1 + max(high.width, low.width) if beside else max(1.3, high.width, low.width)
    above, below = 0.95, 0.5
    limits = 0.5 if beside else 1.0
    limited = _Box(width, above + high.height * limits, below + low.height * limits)
    text = sign + (f"_{_grouped(low.text)}" if low.text else "") + (f"^{_grouped(high.text)}" if high.text else "")
    return _beside((limited._replace(text=text), _part(node, "e")))


def _bracketed(node: etree._Element) -> _Box:
    parts = [_sequence(child) for child in node if local(child.tag) == "e"]
    inside = _beside(parts)
    begin, end, between = (_mark(node, *said) for said in (("begChr", "("), ("endChr", ")"), ("sepChr", "|")))
    text = f"{begin}{between.join(part.text for part in parts)}{end}"
    return _Box(inside.width + 0.4 * (len(parts) + 1), max(inside.above, 0.8), max(inside.below, 0.28), text)


def _mark(node: etree._Element, name: str, usual: str) -> str:
    said = _said(node, name)
    return usual if said is None else said.get(_VAL) or ""


def _matrix(node: etree._Element) -> _Box:
    rows = [[_sequence(cell) for cell in row if local(cell.tag) == "e"] for row in node if local(row.tag) == "mr"]
    columns = max(map(len, rows), default=0)
    width = sum(max((row[n].width for row in rows if n < len(row)), default=0) for n in range(columns))
    stacked = _rows([_beside(row)._replace(text=" ".join(cell.text for cell in row)) for row in rows])
    return stacked._replace(width=width + _COLUMN_GAP * max(columns - 1, 0))


def _equations(node: etree._Element) -> _Box:
    return _rows([_sequence(child) for child in node if local(child.tag) == "e"])


def _rows(rows: list[_Box]) -> _Box:
    """Rows below each other, their middle on the axis."""
    height = sum(row.height for row in rows) + _ROW_GAP * max(len(rows) - 1, 0)
    text = "; ".join(row.text for row in rows)
    return _Box(max((row.width for row in rows), default=0.0), height / 2 + _AXIS, height / 2 - _AXIS, text)


def _function(node: etree._Element) -> _Box:
    name, base = _part(node, "fName"), _part(node, "e")
    return _beside((name._replace(width=name.width + 0.2, text=f"{name.text} "), base))


def _limit(node: etree._Element) -> _Box:
    base, limit = _part(node, "e"), _part(node, "lim").scaled(_SMALL)
    width = max(base.width, limit.width)
    if local(node.tag) == "limLow":
        return _Box(width, base.above, base.below + limit.height + _GAP, f"{base.text}_{_grouped(limit.text)}")
    return _Box(width, base.above + limit.height + _GAP, base.below, f"{base.text}^{_grouped(limit.text)}")


def _marked(node: etree._Element) -> _Box:
    """Accents, bars and braces over or under something."""
    base = _sequence(node)
    return base._replace(above=base.above + 0.25, below=base.below + 0.1)


def _hidden(node: etree._Element) -> _Box:
    """What only takes room."""
    shown = _said(node, "show")
    base = _sequence(node)
    return base if shown is None or shown.get(_VAL) not in _OFF else base._replace(text="")


def _grouped(text: str) -> str:
    return text if len(text) < 2 or text.isdigit() else f"({text})"


_SHAPES: dict[str, Callable[[etree._Element], _Box]] = {
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup", "sPre"), _scripts),
    "rad": _root,
    "nary": _large,
    "d": _bracketed,
    "m": _matrix,
    "eqArr": _equations,
    "func": _function,
    **dict.fromkeys(("limLow", "limUpp"), _limit),
    **dict.fromkeys(("acc", "bar", "groupChr", "borderBox"), _marked),
    "phant": _hidden,
}
