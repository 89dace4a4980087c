"""A package comes in; what its charts keep besides what they draw goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_FORMULA, _PRINTED, _PIVOT = (f"{{{_C}}}{name}" for name in ("f", "printSettings", "pivotSource"))
_FORMULAS = (_FORMULA, "{http://schemas.microsoft.com/office/drawing/2012/chart}f")
_CHARTS = ("chart", "chartEx")
_DRAWN = ("chart", "chartUserShapes", "diagramDrawing")
_CALLED = ("name", "descr", "title")


def charts(view: View) -> Iterator[Leak]:
    """The workbooks its formulas name, what a printed page of it would say, series that a filter keeps out."""
    parts = dict.fromkeys(arrow.target for _, arrow in view.arrows.of(*_CHARTS) if not arrow.external)
    for part in parts:
        root = view.root(part)
        if root is not None:
            yield from _kept_in(part, root)


def called(view: View) -> Iterator[Leak]:
    """Names and descriptions of the shapes in charts and diagrams; the data of diagrams, which nobody can prove."""
    for _, arrow in view.arrows.of(*_DRAWN, "diagramData"):
        root = view.root(arrow.target) if arrow.kind in _DRAWN and not arrow.external else None
        for node in root.iter("{*}cNvPr") if root is not None else ():
            keys = tuple(key for key in _CALLED if not says_nothing(node.get(key, "")))
            if keys:
                said = f"图形的名称：“{node.get(keys[0])}”"
                yield Leak(LeakKind.ALT_TEXT, arrow.target, said, Removal.ATTRIBUTES, nodes=(node,), names=keys)
        if arrow.kind == "diagramData":
            yield Leak(LeakKind.UNPROVEN, arrow.target, "示意图（SmartArt）的数据", None)


def _kept_in(part: str, root: Element) -> Iterator[Leak]:
    named = tuple(node for node in root.iter(*_FORMULAS) if not says_nothing(node.text or ""))
    if named:
        said = f"图表公式里的文件和工作表：{(named[0].text or '')[:40]}"
        yield Leak(LeakKind.CHART_DATA, part, said, Removal.STRAY_TEXT, nodes=named)
    printed = tuple(node for node in root.iter(_PRINTED) if "".join(map(str, node.itertext())).strip())
    if printed:
        yield Leak(LeakKind.CHART_DATA, part, "图表打印时的页眉页脚", Removal.NODES, nodes=printed)
    pivots = tuple(root.iter(_PIVOT))
    if pivots:
        yield Leak(LeakKind.CHART_DATA, part, "图表背后的透视表", Removal.NODES, nodes=pivots)
    hidden = tuple(node for node in root.iter(f"{{{_C}}}ext") if any(_is_filtered(child) for child in node))
    if hidden:
        yield Leak(LeakKind.CHART_DATA, part, "图表里筛选掉的数据", Removal.NODES, nodes=hidden)


def _is_filtered(node: Element) -> bool:
    return isinstance(node.tag, str) and local(node.tag).startswith("filtered")
