"""A docx and what is to be changed in its formatting come in; the docx with exactly these changes goes out.

It spells WordprocessingML itself: what plants the fault must not be what looks for it. Subjects are the elements
(all paragraphs of their style), 页面, 页码 (the paragraphs of all footers), 默认 (the document defaults) and 样式,
which plants in the style of the element named before the property: ［样式 正文 字体］宋体.
［正文 首字 字体］宋体 plants in the first character of each paragraph only, ［页面 首节 上边距］ in the first section
(which is made if there is only one), ［页面 末节 …］ in the last. A theme is added where a font is to come from it.
Besides: ［正文 段间空行］1, ［版记 边框］none or single 0.5磅, ［版记 颜色］FF0000,
［版记 位置］随文, ［页面 页码］同首节, ［页眉 文字］某.

Values: families by name; sizes as 三号 or 16磅; indents as 2字 or 10毫米; gaps as 1行 or 12磅; 行距 as 28磅 (exact),
最小28磅, 1.5倍; switches as 有 and 无; 对齐 as 左 中 右 两端 分散; paper as A4 or 210毫米×297毫米.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from gwformat.model import Role
from tests.build import parts_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROLES = {role.value: role for role in Role}
Element = etree._Element
Trees = dict[str, Element]

_HAO = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14,
    "小四": 12, "五号": 10.5, "小五": 9,
}  # fmt: skip
_TWIPS = {"毫米": 1440 / 25.4, "厘米": 1440 / 2.54, "磅": 20, "缇": 1, "mm": 1440 / 25.4, "pt": 20, "tw": 1}
_MEASURE = re.compile(r"(-?[\d.]+)(毫米|厘米|磅|缇|mm|pt|tw|字|行|倍|%)?")
_SWITCHES = {"有": "1", "无": "0", "开": "1", "关": "0", "on": "1", "off": "0"}
_ALIGNS = {"左": "left", "中": "center", "右": "right", "两端": "both", "分散": "distribute"}
_ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang eastAsianLayout specVanish oMath rPrChange""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
}
_RANKS = {parent: {name: rank for rank, name in enumerate(order.split())} for parent, order in _ORDERS.items()}


def reformat(data: bytes, wanted: Sequence[tuple[str, str, str]], tables: Sequence[str] = ()) -> bytes:
    """The docx with each (subject, property, value) set, and with tables (甲,乙;1,2) at the end of its text."""
    parts = parts_of(data)
    trees = {
        name: etree.fromstring(parts[name]) for name in parts if name.startswith("word/") and name.endswith(".xml")
    }
    for table in tables:
        last = list(_paragraphs(trees["word/document.xml"], Role.BODY))[-1]
        last.addnext(_table(table))
    for subject, prop, value in wanted:
        if subject == "页眉":
            add_header(parts, trees, value)
            continue
        _plant(trees, subject, prop, value)
    if any(prop == "主题字体" for _, prop, _ in wanted):
        add_theme(parts, trees)
    for name, root in trees.items():
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return result.getvalue()


_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="某"><a:themeElements>'
    '<a:clrScheme name="某"/><a:fontScheme name="某">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="等线 Light"/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/><a:cs typeface=""/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def add_theme(parts: dict[str, bytes], trees: Trees) -> None:
    if "word/theme.xml" not in trees and b"/theme" not in parts["word/_rels/document.xml.rels"]:
        _relate(parts, "theme", "theme.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
        trees["word/theme.xml"] = etree.fromstring(_THEME)


def _relate(parts: dict[str, bytes], kind: str, target: str, content_type: str) -> None:
    """Relate the document to a new part in its folder; the kind is the identifier too."""
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    tag = relations.tag.replace("Relationships", "Relationship")
    etree.SubElement(relations, tag, {"Id": kind, "Type": f"{_OFFICE}/{kind}", "Target": target})
    parts["word/_rels/document.xml.rels"] = etree.tostring(relations)
    types = etree.fromstring(parts["[Content_Types].xml"])
    override = {"PartName": f"/word/{target}", "ContentType": content_type}
    etree.SubElement(types, types.tag.replace("Types", "Override"), override)
    parts["[Content_Types].xml"] = etree.tostring(types)


def _plant(trees: Trees, subject: str, prop: str, value: str) -> None:
    if subject == "页面":
        which, _, name = prop.rpartition(" ")
        for section in _sections(trees["word/document.xml"], which):
            PAGE[name](trees, section, value)
    elif subject == "版记":
        rule_imprint(trees["word/document.xml"], prop, value)
    elif prop == "段间空行":
        for paragraph in list(_paragraphs(trees["word/document.xml"], _ROLES[subject])):
            paragraph.addnext(etree.Element(_w("p")))
    elif subject == "表格":  # 宽度
        for properties in trees["word/document.xml"].iter(_w("tblPr")):
            if properties.find(_w("tblpPr")) is None:
                _set(properties, "tblW", w=_twips(value), type="dxa")
    elif subject == "页码":
        for root in trees.values():
            if root.tag == _w("ftr"):
                number_pages(root, prop, value)
    elif subject == "默认":
        defaults = _default(trees["word/styles.xml"], "pPr" if prop in PARAGRAPH else "rPr")
        (PARAGRAPH.get(prop) or CHARACTERS[prop])(defaults, value)
    elif subject == "样式":
        element, prop = prop.split(" ")
        style = _style(trees["word/styles.xml"], _ROLES[element])
        holder = _child(style, "pPr" if prop in PARAGRAPH else "rPr")
        (PARAGRAPH.get(prop) or CHARACTERS[prop])(holder, value)
    else:
        for paragraph in _paragraphs(trees["word/document.xml"], _ROLES[subject]):
            _directly(paragraph, prop, value)


def _directly(paragraph: Element, prop: str, value: str) -> None:
    if prop.startswith(_FIRST):
        CHARACTERS[prop.removeprefix(_FIRST)](_first(_first_character(paragraph), "rPr"), value)
        return
    if prop in PARAGRAPH:
        PARAGRAPH[prop](_first(paragraph, "pPr"), value)
        return
    for run in paragraph.iter(_w("r")):
        CHARACTERS[prop](_first(run, "rPr"), value)


def _sections(root: Element, which: str) -> list[Element]:
    """All sections, the first (首节) or the last (末节); where there is only one, the head becomes another."""
    found = list(root.iter(_w("sectPr")))
    if which and len(found) == 1:
        holder = next(_paragraphs(root, Role.TITLE)).getprevious()
        assert holder is not None
        _first(holder, "pPr").append(copy.deepcopy(found[0]))
        found = list(root.iter(_w("sectPr")))
    return found[:1] if which == "首节" else found[-1:] if which == "末节" else found


_FULL = 8844  # twips: the width of an imprint
_THIN = "6"  # eighths of a point: the line between two elements of an imprint


def rule_imprint(root: Element, prop: str, value: str) -> None:
    table = next(node for node in next(_paragraphs(root, Role.PRINTER)).iterancestors(_w("tbl")))
    if prop == "位置":  # 随文: it does not float at the foot any more
        for node in (*table.iter(_w("tblpPr")), *table.iter(_w("tblOverlap"))):
            node.getparent().remove(node)
        return
    if prop == "宽度":
        for node in table.iter(_w("tblW"), _w("gridCol"), _w("tcW")):
            node.set(_w("w"), str(round(int(node.get(_w("w"), "0")) * int(_twips(value)) / _FULL)))
        return
    if prop == "中间线":  # 无
        for borders in table.iter(_w("tcBorders")):
            for side in [side for side in borders if side.get(_w("sz")) == _THIN]:
                borders.remove(side)
        return
    for borders in (*table.iter(_w("tblBorders")), *table.iter(_w("tcBorders"))):
        for side in borders:
            if side.get(_w("val")) in ("nil", "none"):
                continue
            if prop == "颜色":
                side.set(_w("color"), value)
                continue
            style, _, weight = value.partition(" ")
            side.set(_w("val"), style)
            if weight:
                side.set(_w("sz"), str(round(int(_twips(weight)) * 0.4)))


def add_header(parts: dict[str, bytes], trees: Trees, words: str) -> None:
    name, kind = "word/header9.xml", "header"
    trees[name] = etree.fromstring(f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:hdr>')
    _relate(parts, kind, "header9.xml", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml")
    for section in trees["word/document.xml"].iter(_w("sectPr")):
        reference = etree.Element(_w("headerReference"))
        reference.set(_w("type"), "default")
        reference.set(f"{{{_OFFICE}}}id", kind)
        section.insert(0, reference)


_FIRST = "首字 "


def _first_character(paragraph: Element) -> Element:
    """A run that holds the first character of the paragraph, taken from the run that held it."""
    run = next(run for run in paragraph.iter(_w("r")) if run.find(_w("t")) is not None)
    leaf = run.find(_w("t"))
    assert leaf is not None and leaf.text
    first = copy.deepcopy(run)
    for node in first.findall(_w("t")):
        node.text = leaf.text[0]
    leaf.text = leaf.text[1:]
    run.addprevious(first)
    return first


def number_pages(footer: Element, prop: str, value: str) -> None:
    for paragraph in list(footer.iter(_w("p"))):
        if prop == "文字":  # “第 {PAGE} 页” around the field; without a field it is plain text
            for node in [node for node in paragraph if node.tag != _w("pPr")]:
                paragraph.remove(node)
            for piece in re.split(r"(\{PAGE\})", value):
                holder = paragraph
                if piece == "{PAGE}":
                    holder = etree.SubElement(paragraph, _w("fldSimple"), {_w("instr"): " PAGE "})
                leaf = etree.SubElement(etree.SubElement(holder, _w("r")), _w("t"))
                leaf.text = "1" if piece == "{PAGE}" else piece
                leaf.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        else:
            _directly(paragraph, prop, value)


def _paragraphs(root: Element, role: Role) -> Iterator[Element]:
    for paragraph in root.iter(_w("p")):
        found = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        if found is not None and found.get(_w("val")) == _style_id(role):
            yield paragraph


def _style_id(role: Role) -> str:
    return f"gw-{role.key.replace('_', '-')}"


def _style(root: Element, role: Role) -> Element:
    return next(style for style in root.iter(_w("style")) if style.get(_w("styleId")) == _style_id(role))


def _default(root: Element, kind: str) -> Element:
    defaults = root.find(_w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(_w("docDefaults"))
        root.insert(0, defaults)
    holder = defaults.find(_w(kind + "Default"))
    if holder is None:
        holder = etree.Element(_w(kind + "Default"))
        defaults.insert(0 if kind == "rPr" else len(defaults), holder)
    return _first(holder, kind)


def _table(said: str) -> Element:
    rows = [row.split(",") for row in said.split(";")]
    table = etree.Element(_w("tbl"))
    etree.SubElement(table, _w("tblPr"))
    grid = etree.SubElement(table, _w("tblGrid"))
    for _ in rows[0]:
        etree.SubElement(grid, _w("gridCol"))
    for row in rows:
        line = etree.SubElement(table, _w("tr"))
        for text in row:
            paragraph = etree.SubElement(etree.SubElement(line, _w("tc")), _w("p"))
            etree.SubElement(etree.SubElement(paragraph, _w("r")), _w("t")).text = text
    return table


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _first(parent: Element, name: str) -> Element:
    """The child of that name, made as the first one if there is none."""
    found = parent.find(_w(name))
    if found is None:
        found = etree.Element(_w(name))
        parent.insert(0, found)
    return found


def _child(parent: Element, name: str) -> Element:
    """The child of that name, made in its place in the schema's order if there is none."""
    found = parent.find(_w(name))
    if found is None:
        found = etree.Element(_w(name))
        ranks = _RANKS.get(etree.QName(parent).localname, {})
        rank = ranks.get(name, 999)
        after = [n for n, node in enumerate(parent) if ranks.get(etree.QName(node).localname, -1) <= rank]
        parent.insert(after[-1] + 1 if after else 0, found)
    return found


def _set(parent: Element, name: str, **attributes: str) -> None:
    child = _child(parent, name)
    for key, value in attributes.items():
        child.set(_w(key), value)


def _unset(parent: Element, name: str, *attributes: str) -> None:
    for key in attributes:
        _child(parent, name).attrib.pop(_w(key), None)


def _twips(value: str) -> str:
    if value in _HAO:
        return str(round(_HAO[value] * 20))
    number, unit = _parts(value)
    return str(round(number * _TWIPS[unit]))


def _half_points(value: str) -> str:
    return str(round(int(_twips(value)) / 10))


def _parts(value: str) -> tuple[float, str]:
    found = _MEASURE.fullmatch(value)
    assert found is not None, value
    return float(found[1]), found[2] or ""


def _indent(side: str) -> Callable[[Element, str], None]:
    def plant(ppr: Element, value: str) -> None:
        other = {"firstLine": "hanging", "hanging": "firstLine"}.get(side)
        if other:
            _unset(ppr, "ind", other, other + "Chars")
        number, unit = _parts(value)
        if unit == "字":
            _set(ppr, "ind", **{side + "Chars": str(round(number * 100)), side: str(round(number * 320))})
        else:
            _set(ppr, "ind", **{side: _twips(value), side + "Chars": "0"})

    return plant


def _gap(side: str) -> Callable[[Element, str], None]:
    def plant(ppr: Element, value: str) -> None:
        number, unit = _parts(value)
        if unit == "行":
            _set(ppr, "spacing", **{side + "Lines": str(round(number * 100)), side: str(round(number * 312))})
        else:
            _set(ppr, "spacing", **{side: _twips(value), side + "Lines": "0"})

    return plant


def _pitch(ppr: Element, value: str) -> None:
    if value.endswith("倍"):
        _set(ppr, "spacing", line=str(round(_parts(value)[0] * 240)), lineRule="auto")
    elif value.startswith("最小"):
        _set(ppr, "spacing", line=_twips(value.removeprefix("最小")), lineRule="atLeast")
    else:
        _set(ppr, "spacing", line=_twips(value), lineRule="exact")


def _switch(*names: str) -> Callable[[Element, str], None]:
    def plant(properties: Element, value: str) -> None:
        for name in names:
            _set(properties, name, val=_SWITCHES[value])

    return plant


def _value(name: str, of: Callable[[str], str] = str) -> Callable[[Element, str], None]:
    return lambda properties, value: _set(properties, name, val=of(value))


def _fonts(*slots: str) -> Callable[[Element, str], None]:
    def plant(rpr: Element, value: str) -> None:
        for slot in slots:
            theme = "cstheme" if slot == "cs" else slot + "Theme"
            _unset(rpr, "rFonts", theme)
            _set(rpr, "rFonts", **{slot: value})

    return plant


def _theme_font(rpr: Element, value: str) -> None:
    _set(rpr, "rFonts", eastAsiaTheme=value)


def _size(rpr: Element, value: str) -> None:
    _set(rpr, "sz", val=_half_points(value))
    _set(rpr, "szCs", val=_half_points(value))


def _border(side: str) -> Callable[[Element, str], None]:
    def plant(ppr: Element, value: str) -> None:  # “1.5磅 FF0000 single”
        weight, color, *style = value.split(" ")
        border = _child(_child(ppr, "pBdr"), side)
        size = str(round(int(_twips(weight)) * 0.4))
        space = border.get(_w("space"), "1")
        for key, said in (("val", style[0] if style else "single"), ("sz", size), ("space", space), ("color", color)):
            border.set(_w(key), said)

    return plant


PARAGRAPH: dict[str, Callable[[Element, str], None]] = {
    "对齐": _value("jc", _ALIGNS.__getitem__),
    "首行缩进": _indent("firstLine"),
    "悬挂缩进": _indent("hanging"),
    "左缩进": _indent("left"),
    "右缩进": _indent("right"),
    "段前": _gap("before"),
    "段后": _gap("after"),
    "行距": _pitch,
    "对齐网格": _switch("snapToGrid"),
    "中西文自动间距": _switch("autoSpaceDE", "autoSpaceDN"),
    "避头尾": _switch("kinsoku"),
    "标点悬挂": _switch("overflowPunct"),
    "孤行控制": _switch("widowControl"),
    "与下段同页": _switch("keepNext"),
    "段前分页": _switch("pageBreakBefore"),
    "上边框": _border("top"),
    "下边框": _border("bottom"),
    "段落底纹": lambda ppr, value: _set(ppr, "shd", val="clear", color="auto", fill=value),
}
CHARACTERS: dict[str, Callable[[Element, str], None]] = {
    "字体": _fonts("eastAsia"),
    "西文字体": _fonts("ascii", "hAnsi"),
    "主题字体": _theme_font,
    "字体提示": lambda rpr, value: _set(rpr, "rFonts", hint=value),
    "字号": _size,
    "加粗": _switch("b", "bCs"),
    "倾斜": _switch("i", "iCs"),
    "下划线": _value("u", lambda value: {"有": "single", "无": "none"}.get(value, value)),
    "删除线": _switch("strike"),
    "颜色": _value("color"),
    "突出显示": _value("highlight"),
    "底纹": lambda rpr, value: _set(rpr, "shd", val="clear", color="auto", fill=value),
    "字距": _value("spacing", _twips),
    "字宽缩放": _value("w", lambda value: value.rstrip("%")),
    "位置": _value("position", _half_points),
    "上下标": _value("vertAlign", {"上标": "superscript", "下标": "subscript"}.__getitem__),
    "着重号": _value("em", {"有": "dot", "无": "none"}.__getitem__),
    "隐藏": _switch("vanish"),
    "空心": _switch("outline"),
    "阴影": _switch("shadow"),
    "边框": lambda rpr, value: _set(rpr, "bdr", val="single", sz="4", space="0", color=value),
}


def _margin(side: str) -> Callable[[Trees, Element, str], None]:
    return lambda trees, section, value: _set(section, "pgMar", **{side: _twips(value)})


def _paper(trees: Trees, section: Element, value: str) -> None:
    sizes = {"A4": "210毫米×297毫米", "B5": "182毫米×257毫米", "16开": "184毫米×260毫米", "A3": "297毫米×420毫米"}
    width, height = map(_twips, sizes.get(value, value).split("×"))
    _set(section, "pgSz", w=width, h=height)


def _direction(trees: Trees, section: Element, value: str) -> None:
    size = _child(section, "pgSz")
    short, long = sorted((size.get(_w("w"), ""), size.get(_w("h"), "")), key=int)
    width, height, name = {"纵向": (short, long, "portrait"), "横向": (long, short, "landscape")}[value]
    _set(section, "pgSz", w=width, h=height, orient=name)


def _background(trees: Trees, section: Element, value: str) -> None:
    document = trees["word/document.xml"]
    document.insert(0, etree.Element(_w("background"), {_w("color"): value}))
    _setting("displayBackgroundShape")(trees, section, "有")


def _grid(trees: Trees, section: Element, value: str) -> None:
    if value == "无":
        for found in section.findall(_w("docGrid")):
            section.remove(found)
        return
    kind, *pitch = value.split(" ")  # “行 28磅”, “行和字 28磅 -848”
    name = {"行": "lines", "行和字": "linesAndChars", "字": "snapToChars"}[kind]
    _set(section, "docGrid", type=name, **({"linePitch": _twips(pitch[0])} if pitch else {}))
    if len(pitch) > 1:
        _set(section, "docGrid", charSpace=pitch[1])


def _footers(trees: Trees, section: Element, value: str) -> None:
    """The footers of the first section (同首节)."""
    first = next(trees["word/document.xml"].iter(_w("sectPr")))
    said = [copy.deepcopy(found) for found in first.findall(_w("footerReference"))]
    for found in section.findall(_w("footerReference")):
        section.remove(found)
    for place, found in enumerate(said):
        section.insert(place, found)


def _setting(name: str) -> Callable[[Trees, Element, str], None]:
    def plant(trees: Trees, section: Element, value: str) -> None:
        settings = trees["word/settings.xml"]
        for found in settings.findall(_w(name)):
            settings.remove(found)
        if _SWITCHES[value] == "1":
            settings.insert(0, etree.Element(_w(name)))

    return plant


PAGE: dict[str, Callable[[Trees, Element, str], None]] = {
    "纸张": _paper,
    "方向": _direction,
    "上边距": _margin("top"),
    "下边距": _margin("bottom"),
    "左边距": _margin("left"),
    "右边距": _margin("right"),
    "页眉距": _margin("header"),
    "页脚距": _margin("footer"),
    "装订线": _margin("gutter"),
    "网格": _grid,
    "分栏": lambda trees, section, value: _set(section, "cols", num=value),
    "首页不同": lambda trees, section, value: _set(section, "titlePg", val=_SWITCHES[value]),
    "起始页码": lambda trees, section, value: _set(section, "pgNumType", start=value),
    "页码": _footers,
    "边框": lambda trees, section, value: _set(_child(section, "pgBorders"), "top", val=value, sz="8", space="24"),
    "行号": lambda trees, section, value: _set(section, "lnNumType", countBy=value),
    "垂直对齐": lambda trees, section, value: _set(section, "vAlign", val=value),
    "文字方向": lambda trees, section, value: _set(section, "textDirection", val=value),
    "背景": _background,
    "页码格式": lambda trees, section, value: _set(section, "pgNumType", fmt=value),
    "奇偶页不同": _setting("evenAndOddHeaders"),
    "对称页边距": _setting("mirrorMargins"),
    "修订": _setting("trackRevisions"),
    "自动断字": _setting("autoHyphenation"),
}
