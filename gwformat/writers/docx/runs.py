"""A run of the source comes in; the same run without stray direct formatting goes out."""

from __future__ import annotations

from gwformat.model import Emphasis
from gwformat.ooxml.names import MC, w
from gwformat.ooxml.values import VAL
from gwformat.text.scripts import HINTED
from gwformat.writers.docx.oxml import RPR, Element, child, clone, el, in_order, is_on, put
from gwformat.writers.docx.tally import Tally

# Formatting that carries meaning, and settings without which the words would read differently.
_KEPT = frozenset(
    w(name)
    for name in (
        *("u", "strike", "dstrike", "vertAlign", "em", "vanish", "specVanish", "webHidden"),
        *("rtl", "cs", "eastAsianLayout", "oMath", "caps", "smallCaps", "ins", "del", "moveFrom", "moveTo"),
    )
)
_NAMED = {
    w("b"): "加粗",
    w("i"): "倾斜",
    w("rFonts"): "字体",
    w("sz"): "字号",
    w("color"): "颜色",
    w("highlight"): "突出显示",
    w("shd"): "底纹",
    w("spacing"): "字符间距",
    w("w"): "字符缩放",
    w("bdr"): "字符边框",
    w("rStyle"): "字符样式",
    w("position"): "字符升降",
    w("fitText"): "调整宽度",
    w("effect"): "动态效果",
    **{w(name): "阴影、空心等效果" for name in ("shadow", "outline", "emboss", "imprint")},
    w("rPrChange"): "格式修订记录",
}
_EMPHASIS = {
    Emphasis.SUPERSCRIPT: ("vertAlign", "superscript"),
    Emphasis.SUBSCRIPT: ("vertAlign", "subscript"),
    Emphasis.UNDERLINE: ("u", "single"),
    Emphasis.STRIKE: ("strike", None),
    Emphasis.EMPHASIS_MARK: ("em", "dot"),
}
# A run that holds one of these is laid out by its own properties (raised formulas, for instance).
_SELF_SET = frozenset((*map(w, ("drawing", "pict", "object", "ruby")), f"{{{MC}}}AlternateContent"))
_NOTE_MARKS = frozenset(
    map(w, ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "commentReference", "annotationRef"))
)
_FONTS, _HINT, _STYLE, _VANISH = w("rFonts"), w("hint"), w("rStyle"), w("vanish")
_RAISED = tuple(map(w, ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef")))
_OFF = frozenset(("0", "false", "off", "none"))


def dress(
    run: Element, emphasis: frozenset[Emphasis], style: str | None, text: str, tally: Tally, *, western: bool
) -> None:
    """Leave a `w:r` only the formatting that carries meaning, its character style and its font hint.

    In a paragraph that is `western`, marks are those of the Western face, and there is no hint.
    """
    kinds = {part.tag for part in run}
    if not kinds.isdisjoint(_SELF_SET):
        return
    old = child(run, RPR) if RPR in kinds else None
    if not kinds.isdisjoint(_NOTE_MARKS):
        _plain_note_mark(run, old)
        return
    hint = not western and HINTED.search(text) is not None
    if old is None and not (emphasis or style or hint):
        return
    kept = [] if old is None else _with_meaning(old, tally)
    if old is not None:
        run.remove(old)
    if not (kept or emphasis or style or hint):
        return
    new = el("rPr", *kept)
    in_order(new)
    for kind, (name, value) in _EMPHASIS.items() if emphasis else ():
        said = new.find(w(name)) is not None or (kind is Emphasis.STRIKE and new.find(w("dstrike")) is not None)
        if kind in emphasis and not said:
            put(new, el(name) if value is None else el(name, val=value))
    if style is not None:
        put(new, el("rStyle", val=style))
    if hint:
        put(new, el("rFonts", hint="eastAsia"))
    run.insert(0, new)


def _with_meaning(old: Element, tally: Tally) -> list[Element]:
    kept = []
    for said in old:
        tag = said.tag
        if tag in _KEPT:
            if said.get(VAL) not in _OFF:
                kept.append(clone(said))
        elif tag in _NAMED and _says_something(said):
            tally.removed(_NAMED[tag])
    return kept


def _says_something(said: Element) -> bool:
    if said.tag == _FONTS:
        return any(name != _HINT for name in said.attrib)
    if said.tag == _STYLE:
        return not said.get(VAL, "").startswith("gw-")
    return is_on(said)


def _plain_note_mark(run: Element, old: Element | None) -> None:
    """A note's number is raised; fonts and sizes of its own go, and with them a style that could bring them back.

    LibreOffice gives it no tracking, whatever the paragraph's style says.
    """
    raised = any(run.find(name) is not None for name in _RAISED)
    style = None if old is None or raised else old.find(_STYLE)
    vanish = None if old is None else old.find(_VANISH)
    hidden = [el("vanish")] if is_on(vanish) else []
    if old is not None:
        run.remove(old)
    if raised:
        run.insert(0, el("rPr", *hidden, el("spacing", val=0), el("vertAlign", val="superscript")))
    elif style is not None:
        run.insert(0, el("rPr", style))
