"""What holds for a paragraph or for characters, as attributes, in; the values a reader sees out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gwformat.model import Align
from gwformat.ooxml.effective.cascade import Cascade, Listed
from gwformat.ooxml.effective.said import Attributes, Said, is_on
from gwformat.ooxml.effective.values import (
    NONE,
    UNSAID,
    Border,
    Font,
    Frame,
    Length,
    LineRule,
    LineSpacing,
    ListLook,
    ParagraphLook,
    RunLook,
    Shading,
    Tab,
)
from gwformat.ooxml.styles import ALIGNS
from gwformat.ooxml.theme import Theme
from gwformat.ooxml.values import AUTOMATIC, DEFAULT_SIZE, SINGLE, colour, length, whole
from gwformat.units import Emu, Pt, Twips

_TWIP, _HALF_POINT, _POINT = Twips(1), Pt(0.5), Pt(1)
_EIGHTHS = 8  # 17.18.25: borders are measured in eighths of a point
_AUTOMATIC = Length(AUTOMATIC, automatic=True)
_LINE_WITHOUT_GRID = Pt(12)  # “1 行” of a gap where the section has no grid
_EFFECTS = frozenset(("em", "outline", "shadow", "emboss", "imprint", "effect"))
_NO_BORDER = frozenset(("none", "nil"))
_SIDES = ("top", "bottom", "left", "right", "between", "bar")
_SAME_SIDE = {"start": "left", "end": "right"}


def paragraph_look(
    found: tuple[str | None, Said, Listed | None],
    cascade: Cascade,
    *,
    em: Emu,
    base: Emu,
    line: Emu | None,
    in_table: bool,
    in_text_box: bool,
) -> ParagraphLook:
    """The look of a paragraph whose first character is `em` large; `base` is the size of the default style.

    Word counts a first-line indent in characters of the paragraph, the others in those of the default style, and
    gaps in lines of the section's grid (`line`).
    """
    style_id, what, listed = found
    indent, spacing = what.get("ind", {}), what.get("spacing", {})
    hanging = _indent(indent, "hanging", em)
    return ParagraphLook(
        style_id=style_id,
        style_name=cascade.name_of(style_id),
        align=ALIGNS.get(what.get("jc", {}).get("val", "left"), Align.LEFT),
        first_line=NONE if hanging.emu else _indent(indent, "firstLine", em),
        hanging=hanging,
        left=_indent(indent, "left", base),
        right=_indent(indent, "right", base),
        before=_gap(spacing, "before", line),
        after=_gap(spacing, "after", line),
        line=_line(spacing),
        snap_to_grid=is_on(what.get("snapToGrid"), True),
        auto_space_de=is_on(what.get("autoSpaceDE"), True),
        auto_space_dn=is_on(what.get("autoSpaceDN"), True),
        kinsoku=is_on(what.get("kinsoku"), True),
        word_wrap=is_on(what.get("wordWrap"), True),
        overflow_punct=is_on(what.get("overflowPunct"), True),
        widow_control=is_on(what.get("widowControl"), True),
        keep_next=is_on(what.get("keepNext")),
        keep_lines=is_on(what.get("keepLines")),
        page_break_before=is_on(what.get("pageBreakBefore")),
        contextual=is_on(what.get("contextualSpacing")),
        borders=dict(_borders(what)),
        shading=_shading(what.get("shd")),
        tabs=tuple(sorted(_tabs(what), key=lambda tab: tab.position)),
        numbering=_list(listed),
        frame=_frame(what.get("framePr")),
        in_table=in_table,
        in_text_box=in_text_box,
    )


def _indent(said: Attributes, side: str, em: Emu) -> Length:
    """A count of characters beats a length unless it is zero, as in Word."""
    count = whole(said.get(side + "Chars"))
    if count:
        return Length(Emu(round(em * count / 100)), count / 100, said=length(said.get(side)))
    return Length(length(said.get(side)) or Emu(0))


def _gap(said: Attributes, side: str, line: Emu | None) -> Length:
    if is_on({"val": said[side + "Autospacing"]} if side + "Autospacing" in said else None):
        return _AUTOMATIC
    count = whole(said.get(side + "Lines"))
    if count:
        return Length(Emu(round((line or _LINE_WITHOUT_GRID) * count / 100)), count / 100)
    return Length(length(said.get(side)) or Emu(0))


def _line(said: Attributes) -> LineSpacing:
    if "line" not in said:
        return LineSpacing()
    rule = said.get("lineRule", "auto")
    if rule in (LineRule.EXACT, LineRule.AT_LEAST):
        pitch = length(said["line"]) or Emu(0)
        return LineSpacing(LineRule(rule), Emu(abs(pitch)), None)
    count = whole(said["line"])
    return LineSpacing(times=round(count / SINGLE, 4)) if count else LineSpacing()


def _borders(what: Said) -> Iterator[tuple[str, Border]]:
    for name, attributes in what.items():
        if name.startswith("pBdr."):
            side = _SAME_SIDE.get(name[5:], name[5:])
            found = border(attributes) if side in _SIDES else None
            if found is not None:
                yield side, found


def border(attributes: Mapping[str, str]) -> Border | None:
    """A border by its attributes; None if it says that there is none."""
    style = attributes.get("val", "single")
    if style in _NO_BORDER:
        return None
    width = Pt((whole(attributes.get("sz")) or 0) / _EIGHTHS)
    space = length(attributes.get("space"), _POINT) or Emu(0)
    return Border(style, width, colour(attributes.get("color")), space)


def _shading(said: Attributes | None) -> Shading | None:
    if said is None:
        return None
    fill, pattern = colour(said.get("fill")), said.get("val", "clear")
    return None if fill is None and pattern in ("clear", "nil") else Shading(fill)


def _tabs(what: Said) -> Iterator[Tab]:
    for name, said in what.items():
        if name.startswith("tab.") and said.get("val") != "clear":
            position = length(said.get("pos"))
            if position is not None:
                yield Tab(position, said.get("val", "left"))


def _list(listed: Listed | None) -> ListLook | None:
    if listed is None:
        return None
    level = listed.level
    if level is None:
        return ListLook()
    return ListLook(level.number_format, level.text, level.suffix)


def _frame(said: Attributes | None) -> Frame | None:
    if said is None:
        return None

    def twips(name: str) -> Emu | None:
        return length(said.get(name))

    return Frame(
        twips("w"), twips("h"), twips("x"), twips("y"), said.get("yAlign", ""),
        said.get("hAnchor", "text"), said.get("vAnchor", "text"), said.get("wrap", ""),
    )  # fmt: skip


def run_look(what: Said, theme: Theme) -> RunLook:
    """The look of characters."""
    fonts = what.get("rFonts", {})
    color, color_theme = _color(what.get("color"), theme)
    return RunLook(
        ascii=_font(fonts, "ascii", "asciiTheme", theme),
        hansi=_font(fonts, "hAnsi", "hAnsiTheme", theme),
        east_asia=_font(fonts, "eastAsia", "eastAsiaTheme", theme),
        cs=_font(fonts, "cs", "cstheme", theme),
        hint=fonts.get("hint"),
        chinese=what.get("lang", {}).get("eastAsia", "zh").lower().startswith("zh"),
        eastern=what.get("lang", {}).get("val", "").lower().startswith(("zh", "ja", "ko")),
        complex_script=is_on(what.get("cs")) or is_on(what.get("rtl")),
        size=_size(what),
        bold=is_on(what.get("b")),
        italic=is_on(what.get("i")),
        underline=_unless_none(what.get("u"), "single"),
        strike=is_on(what.get("strike")),
        double_strike=is_on(what.get("dstrike")),
        color=color,
        color_theme=color_theme,
        highlight=_unless_none(what.get("highlight"), None),
        shading=_shading(what.get("shd")),
        border="bdr" in what and border(what["bdr"]) is not None,
        tracking=_length(what, "spacing", _TWIP) or Emu(0),
        scale=whole(what.get("w", {}).get("val", "").rstrip("%") or None) or 100,
        raised=_length(what, "position", _HALF_POINT) or Emu(0),
        vert_align=_raised(what.get("vertAlign")),
        vanish=is_on(what.get("vanish")),
        effects=() if _EFFECTS.isdisjoint(what) else tuple(_effects(what)),
        snap_to_grid=is_on(what.get("snapToGrid"), True),
        style_id=what.get("rStyle", {}).get("val"),
    )


def _effects(what: Said) -> Iterator[str]:
    for name in sorted(_EFFECTS.intersection(what)):
        said = what[name]
        if said.get("val") != "none" and (name in ("em", "effect") or is_on(said)):
            yield name


def _length(what: Said, name: str, unit: Emu) -> Emu | None:
    return length(what.get(name, {}).get("val"), unit)


def _size(what: Said) -> Emu:
    found = _length(what, "sz", _HALF_POINT)
    return found if found is not None and found > 0 else DEFAULT_SIZE


def _unless_none(said: Attributes | None, unsaid: str | None) -> str | None:
    value = unsaid if said is None else said.get("val", unsaid)
    return None if said is None or value == "none" else value


def _raised(said: Attributes | None) -> str | None:
    value = said.get("val") if said is not None else None
    return value if value in ("superscript", "subscript") else None


def _font(fonts: Attributes, slot: str, theme_slot: str, theme: Theme) -> Font:
    named = theme.family(fonts[theme_slot]) if theme_slot in fonts else None
    if named is not None:
        return Font(named, from_theme=True)
    name = fonts.get(slot, "").strip(";").partition(";")[0]  # LibreOffice lists what may replace it behind it
    return Font(name) if name else UNSAID


def _color(said: Attributes | None, theme: Theme) -> tuple[str | None, str | None]:
    """RRGGBB and the theme colour; Word writes the outcome beside the name, with tint and shade reckoned in."""
    if said is None:
        return None, None
    named = said.get("themeColor")
    written = colour(said.get("val"))
    return written or (theme.color(named) if named else None), named
