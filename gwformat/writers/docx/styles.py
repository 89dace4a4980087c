"""A profile and a font system come in; the paragraph and character styles of the result go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.model import HEADINGS, Align, Role
from gwformat.ooxml import blank_page, page_end, top_row
from gwformat.ooxml.names import w
from gwformat.profiles.schema import ElementSpec, Slot
from gwformat.setting.notes import note_set
from gwformat.setting.paragraph import Indents, Set, set_of
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.writers.docx.oxml import PPR, Element, drop, el, on_off, put

PAGE_NUMBER = "gw-page-number"
PICTURE_MARK = "gw-issuer-mark-picture"
NOTE = "gw-note"
TABLE_TEXT = "gw-table-text"
JC = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
    Align.DISTRIBUTE: "distribute",
}
# Breaking before the page number, kinsoku and 标点 rules of GB/T 15834-2011 5.1, the same for every element.
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


def build(setting: Setting) -> Iterator[Element]:
    """All styles of the profile, in the order of the roles."""
    for role, spec in setting.profile.elements.items():
        yield _paragraph_style(style_id(role), spec.style, role, setting)
        if role in HEADINGS:
            yield _character_style(run_style_id(role), spec.style + "（段内）", spec.slot, setting, bold=spec.bold)
        elif spec.label_slot is not None:
            yield _character_style(run_style_id(role), spec.style + "（标签）", spec.label_slot, setting)
    yield _picture_mark_style(setting)
    yield _page_number_style(setting)
    yield _note_style(setting)
    yield _table_text_style(setting)
    yield _named(blank_page.STYLE, "公文空白页")
    yield _named(top_row.STYLE, "公文页首空行")
    yield _page_end_style(setting)


def _paragraph_style(identifier: str, name: str, role: Role, setting: Setting) -> Element:
    style = el("style", type="paragraph", customStyle="1", styleId=identifier)
    style.append(el("name", val=name))
    style.append(el("uiPriority", val=1))
    style.append(el("qFormat"))
    style.append(paragraph_properties(role, setting))
    style.append(_run_properties(role, setting))
    return style


def paragraph_properties(role: Role, setting: Setting) -> Element:
    """The `w:pPr` of an element's style."""
    spec, how = setting.spec(role), set_of(role, setting)
    ppr = el("pPr", on_off("keepNext", how.keep_with_next), on_off("keepLines", how.keep_together))
    ppr.append(on_off("pageBreakBefore", how.page_break_before))
    ppr.append(on_off("widowControl", False))
    ppr.extend([on_off(name, value) for name, value in _LINE_RULES])
    ppr.append(
        el(
            "spacing",
            before=how.before.twips,
            beforeAutospacing="0",
            after=how.after.twips,
            afterAutospacing="0",
            line=how.pitch.twips,
            lineRule="exact",
        )
    )
    ppr.append(_indents(spec, how))
    ppr.append(el("contextualSpacing", val="0"))
    ppr.append(el("jc", val=JC[how.align]))
    if spec.outline is not None:
        ppr.append(el("outlineLvl", val=spec.outline - 1))
    return ppr


def _indents(spec: ElementSpec, how: Set) -> Element:
    """Lengths in twips; a first-line indent in characters as well, where Word counts those of the paragraph itself.

    It counts left and right indents in characters of the default style, which are of another size.
    """
    ind = indents(how.indents)
    if not spec.hanging:
        ind.set(w("firstLineChars"), str(round(spec.first_line * 100)))
    return ind


def indents(lengths: Indents) -> Element:
    """`w:ind` in twips; the zero character units switch off those of the style."""
    ind = el("ind", leftChars=0, left=lengths.left.twips, rightChars=0, right=lengths.right.twips)
    if lengths.first_line < 0:
        ind.set(w("hanging"), str(Emu(-lengths.first_line).twips))
    else:
        ind.set(w("firstLineChars"), "0")
        ind.set(w("firstLine"), str(lengths.first_line.twips))
    return ind


def fonts(family: str, latin: str) -> Element:
    """All four slots of `w:rFonts`, no theme."""
    return el("rFonts", ascii=latin, hAnsi=latin, eastAsia=family, cs=latin)


def _run_properties(role: Role, setting: Setting) -> Element:
    how = set_of(role, setting)
    return el(
        "rPr",
        fonts(setting.fonts.families[how.slot], setting.fonts.latin_in(how.slot, how.throughout)),
        on_off("b", how.bold),
        on_off("bCs", how.bold),
        on_off("i", False),
        on_off("iCs", False),
        on_off("caps", False),
        on_off("smallCaps", False),
        el("color", val=how.color),
        el("spacing", val=how.tracking.twips),
        el("w", val=how.scale),
        el("kern", val=0),
        el("position", val=0),
        el("sz", val=how.size.half_points),
        el("szCs", val=how.size.half_points),
        el("u", val="none"),
        el("lang", val="en-US", eastAsia="zh-CN"),
    )


def _character_style(identifier: str, name: str, slot: Slot, setting: Setting, *, bold: bool = False) -> Element:
    style = el("style", type="character", customStyle="1", styleId=identifier)
    style.append(el("name", val=name))
    style.append(el("uiPriority", val=1))
    toggles = [el("b"), el("bCs")] if bold else []
    style.append(el("rPr", fonts(setting.fonts.families[slot], setting.fonts.latin), *toggles))
    return style


def _picture_mark_style(setting: Setting) -> Element:
    """A mark that is a picture: LibreOffice makes its line as high as the type of the paragraph's style."""
    style = _paragraph_style(PICTURE_MARK, "公文发文机关标志（图片）", Role.ISSUER_MARK, setting)
    style.remove(style[-1])
    style.append(_run_properties(Role.OTHER, setting))
    return style


def _page_number_style(setting: Setting) -> Element:
    """7.5: 四号半角宋体, so letters and digits come from the 宋体 face too."""
    spec = setting.profile.page_number
    size = spec.size.half_points
    ppr = paragraph_properties(Role.OTHER, setting)
    put(ppr, el("spacing", before=0, after=0, line=spec.size.twips, lineRule="exact"))
    family = setting.fonts.families[spec.slot]
    rpr = _run_properties(Role.OTHER, setting)
    rpr.replace(rpr[0], fonts(family, family))
    for name, value in (("sz", size), ("szCs", size), ("spacing", 0)):
        put(rpr, el(name, val=value))
    style = el("style", type="paragraph", customStyle="1", styleId=PAGE_NUMBER)
    style.extend([el("name", val="公文页码"), el("uiPriority", val=1), ppr, rpr])
    return style


def _note_style(setting: Setting) -> Element:
    how, spec = note_set(setting), setting.profile.note
    style = plain_style(NOTE, spec.style, how.slot, how.size, how.pitch, setting)
    ppr = style.find(PPR)
    assert ppr is not None
    put(ppr, indents(how.indents))
    put(ppr, el("jc", val=JC[how.align]))
    return style


def plain_style(identifier: str, name: str, slot: Slot, size: Emu, pitch: Emu, setting: Setting) -> Element:
    """A paragraph style for text that is no element of the standard: its typeface, size and exact pitch."""
    ppr = paragraph_properties(Role.OTHER, setting)
    put(ppr, el("spacing", before=0, after=0, line=pitch.twips, lineRule="exact"))
    rpr = _run_properties(Role.OTHER, setting)
    rpr.replace(rpr[0], fonts(setting.fonts.families[slot], setting.fonts.latin))
    for tag, value in (("sz", size.half_points), ("szCs", size.half_points), ("spacing", 0)):
        put(rpr, el(tag, val=value))
    style = el("style", type="paragraph", customStyle="1", styleId=identifier)
    style.extend([el("name", val=name), el("uiPriority", val=1), ppr, rpr])
    return style


def _table_text_style(setting: Setting) -> Element:
    """What all paragraphs in cells have in common; sizes, pitches and indents they say themselves."""
    ppr = paragraph_properties(Role.OTHER, setting)
    for name in ("outlineLvl", "ind"):
        drop(ppr, name)
    put(ppr, indents(Indents()))
    rpr = _run_properties(Role.OTHER, setting)
    for name in ("spacing", "kern"):
        put(rpr, el(name, val=0))
    put(rpr, on_off("b", False))
    style = el("style", type="paragraph", customStyle="1", styleId=TABLE_TEXT)
    style.extend([el("name", val="公文表格"), el("uiPriority", val=1), ppr, rpr])
    return style


def _named(identifier: str, name: str) -> Element:
    """Only a name: paragraphs of a blank page before the imprint, or of an empty row, are known by it."""
    style = el("style", type="paragraph", customStyle="1", styleId=identifier)
    style.extend([el("name", val=name), el("uiPriority", val=1), el("semiHidden")])
    return style


def _page_end_style(setting: Setting) -> Element:
    """A page break before the last line of the text, and that line: LibreOffice forgets its paragraph style."""
    style = el("style", type="character", customStyle="1", styleId=page_end.STYLE)
    style.extend([el("name", val="公文页末"), el("uiPriority", val=1), el("semiHidden")])
    style.append(_run_properties(Role.BODY, setting))
    return style
