"""A profile and a font system come in; the paragraph and character styles of the result go out."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from gwformat.model import HEADINGS, Align, Role
from gwformat.ooxml.names import W, w
from gwformat.profiles.schema import ElementSpec, Slot
from gwformat.units import Emu
from gwformat.writers.docx.oxml import Element, el, on_off, put
from gwformat.writers.docx.setting import Setting

PAGE_NUMBER = "gw-page-number"
_JC = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
    Align.DISTRIBUTE: "distribute",
}
# Breaking before the page number, kinsoku and 标点 rules of spec gbt9704.md §2.2, the same for every element.
_LINE_RULES = (
    ("kinsoku", True),
    ("wordWrap", True),
    ("overflowPunct", False),
    ("topLinePunct", False),
    ("autoSpaceDE", False),
    ("autoSpaceDN", False),
    ("adjustRightInd", False),
    ("snapToGrid", False),
)


def style_id(role: Role) -> str:
    """The id of the paragraph style of `role`."""
    return "gw-" + role.key.replace("_", "-")


def run_style_id(role: Role) -> str:
    """The id of the character style of a heading that runs into its paragraph, or of a label."""
    return style_id(role) + "-run"


def install(root: Element, setting: Setting) -> dict[str, str]:
    """Put our styles into a copied styles part; ids of the styles they replace go out, mapped to ours."""
    ours = [copy.deepcopy(style) for style in _built(setting)]
    by_id = {style.get(w("styleId")): style for style in ours}
    by_name = {_name(style): style for style in ours}
    renamed: dict[str, str] = {}
    for style in root.findall(w("style")):
        identifier = style.get(w("styleId"), "")
        if identifier in by_id:
            root.remove(style)
        elif _name(style) in by_name:
            renamed[identifier] = by_name[_name(style)].get(w("styleId"), "")
            root.remove(style)
    root.extend(ours)
    if renamed:
        for tag in ("basedOn", "next", "link"):
            for reference in root.iter(w(tag)):
                reference.set(w("val"), renamed.get(reference.get(w("val"), ""), reference.get(w("val"), "")))
    return renamed


def empty_styles() -> Element:
    """A styles part for a package that has none."""
    return etree.fromstring(
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    )


def _name(style: Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


@lru_cache(maxsize=16)
def _built(setting: Setting) -> tuple[Element, ...]:
    return tuple(build(setting))


def build(setting: Setting) -> Iterator[Element]:
    """All styles of the profile, in the order of the roles."""
    for role, spec in setting.profile.elements.items():
        yield _paragraph_style(style_id(role), spec.style, spec, setting)
        if role in HEADINGS:
            yield _character_style(run_style_id(role), spec.style + "（段内）", spec.slot, setting)
        elif spec.label_slot is not None:
            yield _character_style(run_style_id(role), spec.style + "（标签）", spec.label_slot, setting)
    yield _page_number_style(setting)


def _paragraph_style(identifier: str, name: str, spec: ElementSpec, setting: Setting) -> Element:
    style = el("style", type="paragraph", customStyle="1", styleId=identifier)
    style.append(el("name", val=name))
    style.append(el("uiPriority", val=1))
    style.append(el("qFormat"))
    style.append(paragraph_properties(spec, setting))
    style.append(_run_properties(spec, setting))
    return style


def paragraph_properties(spec: ElementSpec, setting: Setting) -> Element:
    """The `w:pPr` of an element's style."""
    ppr = el("pPr", on_off("keepNext", spec.keep_with_next), on_off("keepLines", False))
    ppr.append(on_off("pageBreakBefore", spec.page_break_before))
    ppr.append(on_off("widowControl", False))
    ppr.extend([on_off(name, value) for name, value in _LINE_RULES])
    ppr.append(
        el(
            "spacing",
            before=setting.rows(spec.before).twips,
            beforeAutospacing="0",
            after=setting.rows(spec.after).twips,
            afterAutospacing="0",
            line=setting.line(spec).twips,
            lineRule="exact",
        )
    )
    ppr.append(_indents(spec, setting))
    ppr.append(el("contextualSpacing", val="0"))
    ppr.append(el("jc", val=_JC[spec.align]))
    if spec.outline is not None:
        ppr.append(el("outlineLvl", val=spec.outline - 1))
    return ppr


def _indents(spec: ElementSpec, setting: Setting) -> Element:
    """Lengths in twips; with the character unit as well where Word reads both alike (not for hanging indents)."""
    if spec.hanging:
        return indents(
            left=setting.columns(spec, spec.left),
            right=setting.columns(spec, spec.right),
            first_line=Emu(-setting.columns(spec, spec.hanging)),
        )
    ind = el("ind")
    for name, count in (("left", spec.left), ("right", spec.right), ("firstLine", spec.first_line)):
        ind.set(w(f"{name}Chars"), str(round(count * 100)))
        ind.set(w(name), str(setting.columns(spec, count).twips))
    return ind


def indents(left: Emu, right: Emu, first_line: Emu) -> Element:
    """`w:ind` in twips; the zero character units switch off those of the style."""
    ind = el("ind", leftChars=0, left=left.twips, rightChars=0, right=right.twips)
    if first_line < 0:
        ind.set(w("hanging"), str(Emu(-first_line).twips))
    else:
        ind.set(w("firstLineChars"), "0")
        ind.set(w("firstLine"), str(first_line.twips))
    return ind


def fonts(family: str, latin: str) -> Element:
    """All four slots of `w:rFonts`, no theme."""
    return el("rFonts", ascii=latin, hAnsi=latin, eastAsia=family, cs=latin)


def _run_properties(spec: ElementSpec, setting: Setting) -> Element:
    return el(
        "rPr",
        fonts(setting.fonts.families[spec.slot], setting.fonts.latin),
        on_off("b", spec.bold),
        on_off("bCs", spec.bold),
        on_off("i", False),
        on_off("iCs", False),
        on_off("caps", False),
        on_off("smallCaps", False),
        el("color", val=spec.color),
        el("spacing", val=setting.tracking(spec).twips),
        el("w", val=100),
        el("kern", val=0),
        el("position", val=0),
        el("sz", val=spec.size.half_points),
        el("szCs", val=spec.size.half_points),
        el("u", val="none"),
        el("lang", val="en-US", eastAsia="zh-CN"),
    )


def _character_style(identifier: str, name: str, slot: Slot, setting: Setting) -> Element:
    style = el("style", type="character", customStyle="1", styleId=identifier)
    style.append(el("name", val=name))
    style.append(el("uiPriority", val=1))
    style.append(el("rPr", fonts(setting.fonts.families[slot], setting.fonts.latin)))
    return style


def _page_number_style(setting: Setting) -> Element:
    """7.5: 四号半角宋体, so letters and digits come from the 宋体 face too."""
    spec = setting.profile.page_number
    base = setting.spec(Role.OTHER)
    size = spec.size.half_points
    ppr = paragraph_properties(base, setting)
    put(ppr, el("spacing", before=0, after=0, line=spec.size.twips, lineRule="exact"))
    family = setting.fonts.families[spec.slot]
    rpr = _run_properties(base, setting)
    rpr.replace(rpr[0], fonts(family, family))
    for name, value in (("sz", size), ("szCs", size), ("spacing", 0)):
        put(rpr, el(name, val=value))
    style = el("style", type="paragraph", customStyle="1", styleId=PAGE_NUMBER)
    style.extend([el("name", val="公文页码"), el("uiPriority", val=1), ppr, rpr])
    return style
