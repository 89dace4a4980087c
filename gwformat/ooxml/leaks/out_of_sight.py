"""A package comes in; words and drawings that are there but shown nowhere – switched off, merged away – go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View, words_in
from gwformat.ooxml.names import MC, local, w
from gwformat.ooxml.values import whole

_SHOWN = 20
_TEXT, _RUN, _ROW, _CELL = w("t"), w("r"), w("tr"), w("tc")
_MERGE, _SPAN, _BEFORE = f"{w('tcPr')}/{w('vMerge')}", f"{w('tcPr')}/{w('gridSpan')}", f"{w('trPr')}/{w('gridBefore')}"
_HEIGHT, _RULE, _VAL = f"{w('trPr')}/{w('trHeight')}", w("hRule"), w("val")
_LOW = 30  # twips: a point and a half
_LOW_ROW = re.compile(rb"<w:trHeight[^>]*exact")
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wpi", "w14", "w15", "a14", "cx", "cx1", "v", "wp14"))  # by Word itself
_HIDDEN_STYLE = expression(r"(?:^|;)\s*visibility\s*:\s*hidden")


def out_of_sight(view: View) -> Iterator[Leak]:
    """Words of merged cells and rows without height, drawings that are hidden or have no size, unused choices."""
    for part, root in view.having(b"w:vMerge"):
        for cell in _merged_away(root):
            yield from _words_in(view, part, cell, LeakKind.HIDDEN_TEXT, "并入上一格而不显示的文字")
    for part, root in view.having(b"w:trHeight"):
        if view.may_match(part, _LOW_ROW):
            for row in root.iter(_ROW):
                if _is_low(row.find(_HEIGHT)):
                    yield from _words_in(view, part, row, LeakKind.INVISIBLE_TEXT, "没有高度的表格行里的文字")
    for part, root in view.having(b"docPr"):
        for node in root.iter("{*}docPr"):
            if node.get("hidden") in ("1", "true") or _has_no_size(node):
                yield _object(view, part, node)
    for part, root in view.having(b"v:"):
        if view.may_say(part, b"visibility"):
            for node in root.iter("{urn:schemas-microsoft-com:vml}*"):
                if _HIDDEN_STYLE.search(node.get("style", "")):
                    yield _object(view, part, node)
    yield from _other_choices(view)
    yield from _background(view)


def _words_in(view: View, part: str, holder: Element, kind: LeakKind, what: str) -> Iterator[Leak]:
    runs = tuple(run for run in holder.iter(_RUN) if any(leaf.text for leaf in run.iterchildren(_TEXT)))
    if runs:
        words = "".join(leaf.text or "" for run in runs for leaf in run.iterchildren(_TEXT))
        yield Leak(kind, part, f"{what}：“{words[:_SHOWN]}”", Removal.TEXT, view.paragraph(part, runs[0]), runs)


def _merged_away(root: Element) -> Iterator[Element]:
    """Cells that go on one above them, in whose place that one is shown (17.4.84)."""
    for table in root.iter(w("tbl")):
        above: dict[int, bool] = {}  # where a merged cell of the row above begins
        for row in table.iterchildren(_ROW):
            here: dict[int, bool] = {}
            place = _number(row.find(_BEFORE), 0)
            for cell in row.iterchildren(_CELL):
                merge = cell.find(_MERGE)
                if merge is not None:
                    here[place] = True
                    if merge.get(_VAL, "continue") == "continue" and above.get(place):
                        yield cell
                place += _number(cell.find(_SPAN), 1)
            above = here


def _number(node: Element | None, default: int) -> int:
    found = whole(node.get(_VAL)) if node is not None else None
    return default if found is None else found


def _is_low(height: Element | None) -> bool:
    if height is None or height.get(_RULE) != "exact":
        return False
    said = whole(height.get(_VAL))
    return said is not None and said <= _LOW


def _has_no_size(properties: Element) -> bool:
    """Whether a drawing is neither wide nor high: a line is one of the two."""
    holder = properties.getparent()
    extent = None if holder is None else next((node for node in holder if local(node.tag) == "extent"), None)
    return extent is not None and not (whole(extent.get("cx")) or whole(extent.get("cy")))


def _object(view: View, part: str, node: Element) -> Leak:
    holder = next(node.iterancestors(w("drawing"), w("pict")), node)
    words = words_in(holder)[:_SHOWN]
    said = f"不显示的对象：“{words}”" if words else "不显示的对象"
    return Leak(LeakKind.OFF_PAGE, part, said, Removal.NODES, view.paragraph(part, node), (holder,))


def _other_choices(view: View) -> Iterator[Leak]:
    """What stands behind a choice that every Word takes, and says something else."""
    for part, root in view.having(b"Choice"):
        for node in root.iter(f"{{{MC}}}AlternateContent"):
            choices = list(node.iterchildren(f"{{{MC}}}Choice"))
            taken = [choice for choice in choices if set(choice.get("Requires", "").split()) <= _UNDERSTOOD][:1]
            for other in choices[choices.index(taken[0]) + 1 :] if taken else ():
                if words_in(other) and words_in(other) != words_in(taken[0]):
                    said = f"没有软件显示的文字：“{words_in(other)[:_SHOWN]}”"
                    where = view.paragraph(part, node)
                    yield Leak(LeakKind.HIDDEN_TEXT, part, said, Removal.NODES, where, (other,))


def _background(view: View) -> Iterator[Leak]:
    """A picture behind the page that the settings do not show."""
    root, settings = view.root(view.main), view.root(view.related("settings"))
    behind = None if root is None else next(root.iterchildren(w("background")), None)
    if behind is None or not len(behind) or (settings is not None and _is_on(settings)):
        return
    yield Leak(LeakKind.OFF_PAGE, view.main, "不显示的页面背景", Removal.NODES, nodes=tuple(behind))


def _is_on(settings: Element) -> bool:
    node = settings.find(w("displayBackgroundShape"))
    return node is not None and node.get(_VAL, "1") not in ("0", "false", "off")
