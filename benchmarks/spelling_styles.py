"""A docx comes in; the same looks said in other places, under other names or in other units go out."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from lxml import etree

from benchmarks.mutant_docx import RANKS, Docx, Element, w
from benchmarks.spelling_runs import paragraphs

_STYLES, _VAL = "word/styles.xml", w("val")
_P_PR, _R_PR, _RUN = w("pPr"), w("rPr"), w("r")
_NAMING = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
_UNSTYLED = frozenset(w(name) for name in ("pStyle", "numPr", "sectPr", "rPr", "pPrChange", "framePr"))
_THEMES = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _sheet(docx: Docx) -> Element | None:
    return docx.trees.get(_STYLES)


def _default(sheet: Element) -> Element | None:
    """The style of paragraphs that name none."""
    marked = (style for style in sheet.iter(w("style")) if style.get(w("default")) in ("1", "true", "on"))
    return next((style for style in marked if style.get(w("type")) == "paragraph"), None)


def ids(docx: Docx, chance: random.Random) -> None:
    """Other ids for all styles; the names stay."""
    sheet = _sheet(docx)
    if sheet is None:
        return
    names = {
        style.get(w("styleId"), ""): f"x{number}" for number, style in enumerate(sheet.iter(w("style")), start=100)
    }
    for style in sheet.iter(w("style")):
        style.set(w("styleId"), names[style.get(w("styleId"), "")])
    for root in docx.trees.values():
        nodes = [node for node in root.iter(*map(w, _NAMING)) if node.get(_VAL) in names]
        for node in [*nodes, *(node for node in root.findall(f".//{w('lvl')}/{w('pStyle')}") if node not in nodes)]:
            node.set(_VAL, names.get(node.get(_VAL, ""), node.get(_VAL, "")))


def defaults(docx: Docx, chance: random.Random) -> None:
    """What the document's defaults say of characters, said by each style that is based on none."""
    sheet = _sheet(docx)
    said = None if sheet is None else sheet.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if sheet is None or said is None:
        return
    based = [s for s in sheet.iter(w("style")) if s.get(w("type")) == "paragraph" and s.find(w("basedOn")) is None]
    if any(style.get(w("default")) in ("1", "true", "on") for style in based) and not _has_tables(docx):
        for style in based:
            _fill(_part(style, "rPr"), said)
        said.getparent().remove(said)  # type: ignore[union-attr]


def _has_tables(docx: Docx) -> bool:
    """Whether a style of tables may stand between the defaults and those of paragraphs."""
    return any(next(root.iter(w("tbl")), None) is not None for root in docx.trees.values())


def direct(docx: Docx, chance: random.Random) -> None:
    """What the styles of paragraphs say, said once more by each paragraph and run."""
    sheet = _sheet(docx)
    if sheet is None:
        return
    styles = {style.get(w("styleId"), ""): style for style in sheet.iter(w("style"))}
    plain = _default(sheet)
    for paragraph in paragraphs(docx):
        named = paragraph.find(f"{_P_PR}/{w('pStyle')}")
        style = plain if named is None else styles.get(named.get(_VAL, ""))
        chain = _chain(style, styles)
        if any(link.find(f"{_P_PR}/{w('numPr')}") is not None for link in chain):
            continue  # indents of the list stand between
        if paragraph.find(f"{_P_PR}/{w('numPr')}") is not None or _in_table(paragraph):
            continue
        for link in chain:
            _say(paragraph, link)


def _in_table(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(w("tbl"), w("txbxContent")), None) is not None


def _chain(style: Element | None, styles: dict[str, Element]) -> list[Element]:
    found: list[Element] = []
    while style is not None and style not in found:
        found.append(style)
        base = style.find(w("basedOn"))
        style = None if base is None else styles.get(base.get(_VAL, ""))
    return found


def _say(paragraph: Element, style: Element) -> None:
    said = style.find(_P_PR)
    if said is not None:
        _fill(_part(paragraph, "pPr"), said)
    said = style.find(_R_PR)
    if said is None:
        return
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(w("p"))) is not paragraph:
            continue  # of a text box
        own = _part(run, "rPr")
        if own.find(w("rStyle")) is None:
            _fill(own, said)


_BY_ATTRIBUTE = frozenset(w(name) for name in ("rFonts", "spacing", "ind", "lang"))
_OPPOSITE = {"firstLine": "hanging", "hanging": "firstLine"}


def _part(node: Element, name: str) -> Element:
    found = node.find(w(name))
    if found is not None:
        return found
    found = etree.Element(w(name))
    if node.tag == w("style"):
        rest = [child for child in node if child.tag in (w("rPr"), w("tblPr"), w("trPr"), w("tcPr"))]
        at = node.index(rest[0]) if rest and name == "pPr" else len(node)
        node.insert(at, found)
    else:
        node.insert(0, found)
    return found


def _fill(own: Element, said: Element) -> None:
    """Say in `own` what `said` says, where it says nothing of it yet."""
    for child in said:
        if child.tag in (w("rPr"), w("sectPr"), w("numPr"), w("tabs"), w("pBdr"), w("framePr")):
            continue
        mine = own.find(child.tag)
        if mine is None:
            own.append(copy.deepcopy(child))
        elif child.tag in _BY_ATTRIBUTE and not (child.tag == w("spacing") and own.tag == _R_PR):
            _merge(mine, child)
    ranks = RANKS[etree.QName(own).localname]
    own[:] = sorted(own, key=lambda child: ranks.get(child.tag, len(ranks)))


def _merge(mine: Element, said: Element) -> None:
    keys = {etree.QName(str(key)).localname for key in mine.attrib}
    for key, value in said.attrib.items():
        name = etree.QName(str(key)).localname
        opposite = _OPPOSITE.get(name.removesuffix("Chars"))
        if opposite in keys or f"{opposite}Chars" in keys or key in mine.attrib:
            continue
        if name in _THEMES and _THEMES[name] in keys:
            continue  # a font said directly would lose against the theme's
        mine.set(key, value)


def styled(docx: Docx, chance: random.Random) -> None:
    """What paragraphs in the default style say themselves, said by styles of their own that are based on it."""
    sheet = _sheet(docx)
    if sheet is None:
        return
    plain = _default(sheet)
    made: dict[bytes, str] = {}
    for paragraph in paragraphs(docx):
        properties = paragraph.find(_P_PR)
        if properties is None or plain is None or _in_table(paragraph):
            continue
        moved = [child for child in properties if child.tag not in _UNSTYLED]
        named, base = properties.find(w("pStyle")), plain.get(w("styleId"), "")
        if not moved or properties.find(w("numPr")) is not None or (named is not None and named.get(_VAL) != base):
            continue  # the name of another style says what a paragraph is
        key = b"".join(etree.tostring(child, method="c14n", exclusive=True) for child in moved)
        if key not in made:
            made[key] = f"y{len(made)}"
            sheet.append(_style(made[key], base, moved))
        for child in moved:
            properties.remove(child)
        if named is None:
            named = etree.Element(w("pStyle"))
            properties.insert(0, named)
        named.set(_VAL, made[key])


def _style(identifier: str, base: str, moved: list[Element]) -> Element:
    style = etree.Element(w("style"), {w("type"): "paragraph", w("customStyle"): "1", w("styleId"): identifier})
    etree.SubElement(style, w("name"), {_VAL: f"样式{identifier}"})
    etree.SubElement(style, w("basedOn"), {_VAL: base})
    etree.SubElement(style, _P_PR).extend(copy.deepcopy(child) for child in moved)
    return style


def themes(docx: Docx, chance: random.Random) -> None:
    """The fonts of the theme named."""
    theme = next((root for name, root in docx.trees.items() if name.startswith("word/theme/theme")), None)
    if theme is None:
        return
    for root in docx.trees.values():
        for fonts in root.iter(w("rFonts")):
            for key, plain in _THEMES.items():
                said = fonts.get(w(key))
                family = said and _family(theme, said)
                if family:
                    del fonts.attrib[w(key)]
                    fonts.set(w(plain), family)


def _family(theme: Element, said: str) -> str:
    """The font a theme has for `minorEastAsia` and its like, for Chinese in simplified characters."""
    fonts = theme.find(f".//{_A}{said[:5]}Font")
    if fonts is None:
        return ""
    slot = {"EastAsia": "ea", "Bidi": "cs"}.get(said[5:], "latin")
    face = fonts.find(f"{_A}{slot}")
    named = "" if face is None else face.get("typeface", "")
    if named or slot != "ea":
        return named
    listed = next((font for font in fonts.iter(f"{_A}font") if font.get("script") == "Hans"), None)
    return "" if listed is None else listed.get("typeface", "")


_TWIPS = {
    "pgSz": ("w", "h"),
    "pgMar": ("top", "bottom", "left", "right", "header", "footer", "gutter"),
    "ind": ("left", "right", "firstLine", "hanging", "start", "end"),
    "tab": ("pos",),
    "gridCol": ("w",),
    "defaultTabStop": ("val",),
    "cols": ("space",),
    "trHeight": ("val",),
}
_NUMBER = re.compile(r"-?\d+")


def measures(docx: Docx, chance: random.Random) -> None:
    """Lengths with their units: universal measures of ISO/IEC 29500-1, 22.9.2.14."""
    for root in docx.trees.values():
        for name, keys in _TWIPS.items():
            for node in root.iter(w(name)):
                for key in keys:
                    _measure(node, w(key), 20, chance)
        for node in root.iter(w("sz"), w("szCs"), w("kern")):
            _measure(node, _VAL, 2, chance)
        for node in root.iter(w("spacing")):
            exact = node.get(w("lineRule")) in ("exact", "atLeast")
            for key in ("before", "after", *(["line"] if exact else [])):
                _measure(node, w(key), 20, chance)
            if (parent := node.getparent()) is not None and parent.tag == _R_PR:
                _measure(node, _VAL, 20, chance)


def _measure(node: Element, key: str, parts: int, chance: random.Random) -> None:
    """A whole number of parts of a point as points, or as another unit where that comes out even."""
    said = node.get(key)
    if said is None or not _NUMBER.fullmatch(said):
        return
    points = int(said) / parts
    node.set(key, f"{points / 12:g}pc" if points % 12 == 0 and chance.randrange(2) else f"{points:g}pt")


def unused(docx: Docx, chance: random.Random) -> None:
    """No latent styles, and none that nothing names."""
    sheet = _sheet(docx)
    if sheet is None:
        return
    for node in sheet.findall(w("latentStyles")):
        sheet.remove(node)
    while True:
        named = {
            node.get(_VAL) for root in docx.trees.values() for node in root.iter(*map(w, _NAMING)) if node.get(_VAL)
        }
        gone = [
            style
            for style in sheet.iter(w("style"))
            if style.get(w("default")) != "1" and style.get(w("styleId")) not in named
        ]
        if not gone:
            return
        for style in gone:
            sheet.remove(style)


STYLES: dict[str, Callable[[Docx, random.Random], None]] = {
    "样式标识": ids,
    "缺省进样式": defaults,
    "样式进段落": direct,
    "段落进样式": styled,
    "主题字体": themes,
    "带单位": measures,
    "无闲样式": unused,
}
"""The ways of saying looks, by the name the report gives them."""
