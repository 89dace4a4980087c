"""A package comes in; words and objects in its text that no reader of the pages sees go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.ooxml.effective import RunLook
from gwformat.ooxml.grammar.names import all_known
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View, words_in
from gwformat.ooxml.names import W14, local, r, w
from gwformat.units import Pt

_VANISH, _FILLED, _OF_THEME = b"vanish", b"textFill", b"themeColor"
_MAY_BE_UNSEEN = re.compile(
    rb'w:(?:color[^>]{0,80}w:val="[Ff].[Ff].[Ff]|color[^>]{0,120}Color="(?:background|light|bg)|sz w:val="[0-3]"'
    rb'|w w:val="[1-5]%?"|line="[12]?\d")'
)
_FLAT = re.compile(rb'w:line="[12]?\d"')
_COLOURS = re.compile(rb'<w:color w:val="([0-9A-Fa-f]{6})"')
_FILLS = re.compile(rb'w:fill="([0-9A-Fa-f]{6})"')
_TINY = Pt(1.5)
_NARROW = 5  # per cent
_NEAR = 8  # by which two colours may differ in each of red, green and blue and look the same
_HEX = expression("[0-9A-Fa-f]{6}")
_COLOUR, _THEME = f"{w('rPr')}/{w('color')}", w("themeColor")
_WHITE_OF_THEME, _CHANGED = ("background1", "light1"), (w("themeTint"), w("themeShade"))
_NO_FILL = f"{w('rPr')}/{{{W14}}}textFill/{{{W14}}}noFill"
_OUTLINE = f"{w('rPr')}/{{{W14}}}textOutline"
_NEARLY_WHITE = expression(r"[Ff][89A-Fa-f][Ff][89A-Fa-f][Ff][89A-Fa-f]")
_SHADES, _FILL, _SHD = ("pPr", "tcPr"), w("fill"), w("shd")
_PARAGRAPH, _CELL, _TABLE = w("p"), w("tc"), w("tbl")
_SHADED = (_PARAGRAPH, _CELL)
_TABLE_PROPERTIES, _TABLE_STYLE = w("tblPr"), w("tblStyle")
_BOX = w("txbxContent")
_TYPE = w("type")
_PAINTED = ("solidFill", "gradFill", "blipFill", "pattFill")
_SHOWN = 20


def unseen(view: View) -> Iterator[Leak]:
    """Hidden words, words in white or next to no size."""
    styles = view.related("styles") or ""
    hides, fades = view.may_say(styles, _VANISH), view.spelled(styles).matches(_MAY_BE_UNSEEN)
    colours = _said(_COLOURS, view, styles)
    for part in view.texts:
        root = view.root(part)
        if root is None:
            continue
        may = hides or fades or view.may_have(part, _VANISH, _FILLED) or view.spelled(part).matches(_MAY_BE_UNSEEN)
        if may or _any_near(colours | _said(_COLOURS, view, part), _said(_FILLS, view, part)):
            yield from _unseen_in(view, part, root)


def _said(pattern: re.Pattern[bytes], view: View, part: str) -> frozenset[str]:
    return frozenset(found.decode() for found in view.spelled(part).found(pattern))


def _any_near(colours: frozenset[str], fills: frozenset[str]) -> bool:
    return any(_is_near(one, other) for one in colours for other in fills)


def _unseen_in(view: View, part: str, root: Element) -> Iterator[Leak]:
    looks = view.formatting.part(part)
    if looks is None:
        return
    may_be_flat = any(view.may_match(name, _FLAT) for name in (part, view.related("styles") or ""))
    painted = view.may_say(part, _FILLED, _OF_THEME)  # by something of their own that the look does not have
    for number, paragraph in enumerate(view.paragraphs(part, root), 1):
        runs: dict[tuple[LeakKind, str], dict[Element, None]] = {}
        flat = may_be_flat and (pitch := looks.paragraph(number).line.exact) is not None and pitch <= _TINY
        for atom, look in zip(view.atoms(paragraph), looks.runs(number), strict=True):
            if atom.run is None:
                continue
            found = _why(look, atom.run, atom.text, flat=flat, painted=painted)
            if found is not None:
                runs.setdefault(found, {})[atom.run] = None
        for (kind, why), nodes in runs.items():
            words = "".join(leaf.text or "" for node in nodes for leaf in node.iter(w("t")))
            said = f"{why}：“{words[:_SHOWN]}”" if words else why
            yield Leak(kind, part, said, Removal.TEXT, number, tuple(nodes))


def _why(look: RunLook, run: Element, text: str, *, flat: bool, painted: bool) -> tuple[LeakKind, str] | None:
    if look.vanish:
        return LeakKind.HIDDEN_TEXT, "隐藏文字"
    if not text.strip() or text == OBJECT:
        return None
    if look.size <= _TINY:
        return LeakKind.INVISIBLE_TEXT, f"{look.size / Pt(1):g} 磅的字"
    if flat or look.scale <= _NARROW:
        return LeakKind.INVISIBLE_TEXT, "没有行高的字" if flat else f"压到 {look.scale}% 宽的字"
    if painted and run.find(_NO_FILL) is not None and run.find(_OUTLINE) is None:
        return LeakKind.INVISIBLE_TEXT, "透明的字"
    if _is_white(look, run, painted=painted) and _on_white(look, run):
        return LeakKind.INVISIBLE_TEXT, "白色的字"
    if look.color and _HEX.fullmatch(look.color) and _is_near(look.color, _behind(look, run)):
        return LeakKind.INVISIBLE_TEXT, "与底色相同的字"
    return None


def _is_white(look: RunLook, run: Element, *, painted: bool) -> bool:
    if look.color and _NEARLY_WHITE.fullmatch(look.color):
        return True
    said = run.find(_COLOUR) if painted else None
    return said is not None and said.get(_THEME) in _WHITE_OF_THEME and not any(said.get(key) for key in _CHANGED)


def _behind(look: RunLook, run: Element) -> str:
    """The colour that the words say, or their paragraph or cell, of what is behind them; "" if none of them does."""
    if look.highlight not in (None, "none"):
        return ""
    holders = ((run, "rPr"), *((holder, name) for holder in run.iterancestors(*_SHADED) for name in _SHADES))
    for holder, name in holders:
        shading = holder.find(f"{w(name)}/{_SHD}")
        fill = "" if shading is None or shading.get(w("val")) != "clear" else shading.get(_FILL, "auto")
        if _HEX.fullmatch(fill):
            return fill
    return ""


def _is_near(one: str, other: str) -> bool:
    pairs = ((one[at : at + 2], other[at : at + 2]) for at in (0, 2, 4))
    return bool(other) and all(abs(int(a, 16) - int(b, 16)) <= _NEAR for a, b in pairs)


def _on_white(look: RunLook, run: Element) -> bool:
    """Whether nothing is known that paints what is behind the words."""
    if look.highlight not in (None, "none", "white"):
        return False
    fills = [node.get(_FILL, "auto") for node in run.iterfind(f"{w('rPr')}/{_SHD}")]
    for holder in run.iterancestors():
        if holder.tag == _TABLE and _has_style(holder):
            return False  # a table style may shade rows
        if holder.tag == _BOX:
            shape = holder.getparent()
            while shape is not None and local(shape.tag) not in ("wsp", "shape", "rect", "textbox"):
                shape = shape.getparent()
            top = shape.getparent() if shape is not None and local(shape.tag) == "textbox" else shape
            painted = top is not None and (
                top.get("fillcolor") is not None or any(local(node.tag) in _PAINTED for node in _own_paint(top))
            )
            if painted:
                return False
        if holder.tag in _SHADED:
            fills += [node.get(_FILL, "auto") for name in _SHADES for node in holder.iterfind(f"{w(name)}/{_SHD}")]
    return all(fill == "auto" or _NEARLY_WHITE.fullmatch(fill) for fill in fills)


def _has_style(table: Element) -> bool:
    properties = table.find(_TABLE_PROPERTIES)
    return properties is not None and properties.find(_TABLE_STYLE) is not None


def _own_paint(shape: Element) -> Iterator[Element]:
    for properties in shape:
        if local(properties.tag) in ("spPr", "style"):
            yield from properties


_FALLBACK = "Fallback"
_ALTERNATE = "{*}AlternateContent"


def fallbacks(view: View) -> Iterator[Leak]:
    """Pictures for old programs that say something else than what the others show.

    Where Word knows none of the choices, it shows this.
    """
    for part, root in view.having(b"Fallback"):
        for node in root.iter(_ALTERNATE):
            choices = [
                words_in(child)
                for child in node
                if local(child.tag) == "Choice" and all_known(child.get("Requires", ""), child.nsmap)
            ]
            for child in node if choices else ():
                if local(child.tag) == _FALLBACK and words_in(child) and words_in(child) not in choices:
                    said = f"只有旧版程序显示的文字：“{words_in(child)[:_SHOWN]}”"
                    yield Leak(LeakKind.HIDDEN_TEXT, part, said, Removal.NODES, view.paragraph(part, node), (child,))


def unused_stories(view: View) -> Iterator[Leak]:
    """Headers and footers that no page shows, and notes that no word refers to."""
    root = view.root(view.main)
    if root is None:
        return
    arrows = view.package.relationships(view.main)
    for node in _unshown(view, root):
        arrow = arrows.get(node.get(r("id"), ""))
        story = view.root(arrow.target) if arrow is not None else None
        page = "首页" if node.get(_TYPE) == "first" else "偶数页"
        said = f"没有用到的{page}{'页眉' if node.tag == w('headerReference') else '页脚'}"
        words = "" if story is None else words_in(story)
        yield Leak(LeakKind.UNUSED_STORY, view.main, said, Removal.NODES, nodes=(node,), words=words)
    for name, reference, what in (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注")):
        yield from _unused_notes(view, root, view.related(name), reference, what)


def _unshown(view: View, root: Element) -> Iterator[Element]:
    """References to headers and footers that neither their section shows nor one after it without any of its own."""
    settings = view.root(view.related("settings"))
    even = settings is not None and _is_on(settings.find(w("evenAndOddHeaders")))
    standing: dict[tuple[object, str], Element] = {}
    references: list[Element] = []
    shown: set[Element] = set()
    for section in root.iter(w("sectPr")):
        for node in section.iterchildren(w("headerReference"), w("footerReference")):
            references.append(node)
            standing[node.tag, node.get(_TYPE, "default")] = node
        first = _is_on(section.find(w("titlePg")))
        shown.update(
            node for (_, page), node in standing.items() if page == "default" or (first if page == "first" else even)
        )
    yield from (node for node in references if node not in shown)


def _unused_notes(view: View, root: Element, part: str | None, kind: str, what: str) -> Iterator[Leak]:
    notes = view.root(part)
    if notes is None or part is None:
        return
    used = {node.get(w("id")) for node in root.iter(w(f"{kind}Reference"))}
    for note in notes.iterchildren(w(kind)):
        if note.get(_TYPE, "normal") == "normal" and note.get(w("id")) not in used:
            said = f"正文没有引用的{what}：“{words_in(note)[:_SHOWN]}”"
            yield Leak(LeakKind.UNUSED_STORY, part, said, Removal.NODES, nodes=(note,))


def _is_on(node: Element | None) -> bool:
    return node is not None and node.get(w("val"), "1") not in ("0", "false", "off")
