"""What the reader of a docx sees, after everything that may say something of it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm as DocxMm
from docx.shared import Pt as DocxPt
from docx.shared import RGBColor

from gwformat.model import Align
from gwformat.ooxml.effective import Formatting, LineRule, formatting_of
from gwformat.ooxml.names import WPG
from gwformat.ooxml.package import Package
from gwformat.units import Hao, Mm, Pt, Twips
from tests.build import make_docx, p, style
from tests.standin.fonts import faces as stand_ins
from tests.standin.office import convert_to_pdf, install, soffice

_THEME = b"""<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>
<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent2><a:srgbClr val="C0504D"/>
</a:accent2></a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/>
<a:font script="Hans" typeface="\xe9\xbb\x91\xe4\xbd\x93"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>
<a:ea typeface=""/><a:font script="Jpan" typeface="MS Mincho"/>
<a:font script="Hans" typeface="\xe5\xae\x8b\xe4\xbd\x93"/>
</a:minorFont></a:fontScheme></a:themeElements></a:theme>"""
_DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"


def seen(body: str, styles: str = "", **parts: str | bytes) -> Formatting:
    """The formatting of a body under some styles; parts by their stem."""
    files: dict[str, str | bytes] = {f"word/{name}.xml": content for name, content in parts.items()}
    if styles:
        files["word/styles.xml"] = styles
    rels = [("rel-theme", "theme", "theme.xml")] if "theme" in parts else []
    return formatting_of(Package.from_bytes(make_docx(body, files, rels)))


def test_what_python_docx_writes_is_what_is_seen() -> None:
    document = docx.Document()
    base = document.styles.add_style("底", WD_STYLE_TYPE.PARAGRAPH)
    base.font.size, base.font.bold = DocxPt(16), True
    base.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    base.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    base.paragraph_format.line_spacing = DocxPt(28)
    above = document.styles.add_style("上", WD_STYLE_TYPE.PARAGRAPH)
    above.base_style = base
    above.paragraph_format.first_line_indent = DocxPt(32)
    above.font.color.rgb = RGBColor(255, 0, 0)
    paragraph = document.add_paragraph(style="上")
    paragraph.alignment, paragraph.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, DocxPt(6)
    paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.widow_control = True, False
    paragraph.add_run("甲").font.bold = False
    paragraph.add_run("乙").font.name = "Arial"
    section = document.sections[0]
    section.page_width, section.left_margin, section.footer_distance = DocxMm(210), DocxMm(28), DocxMm(25)
    file = io.BytesIO()
    document.save(file)

    found = formatting_of(Package.from_bytes(file.getvalue()))
    look = found.paragraph(1)
    assert (look.style_name, look.align, look.first_line.emu) == ("上", Align.CENTER, Pt(32))
    assert look.line.exact == Pt(28) and look.after.emu == Pt(6)
    assert look.keep_next and not look.widow_control
    first, second = found.runs(1)
    assert (first.size, first.bold, first.color, first.font_of("甲").name) == (Pt(16), False, "FF0000", "仿宋_GB2312")
    assert (second.bold, second.font_of("a").name, second.font_of("乙").name) == (True, "Arial", "仿宋_GB2312")
    page = found.sections[0]
    assert (page.width.twips, page.left.twips, page.footer.twips) == (Mm(210).twips, Mm(28).twips, Mm(25).twips)


def test_nothing_said_is_what_word_takes() -> None:
    look, (run,) = seen(p("字")).paragraph(1), seen(p("字")).runs(1)
    assert (run.size, run.font_of("字").said, run.bold, run.color) == (Pt(10), False, False, None)
    assert look.line.rule is LineRule.MULTIPLE and look.line.times == 1
    assert look.widow_control and look.snap_to_grid and look.auto_space_dn and look.overflow_punct


def test_a_toggle_in_two_kinds_of_style_cancels_out_and_the_run_itself_decides() -> None:
    styles = (
        style("P", "<w:rPr><w:b/></w:rPr>")
        + style("Q", "<w:rPr><w:b/></w:rPr>", based_on="P")
        + style("C", "<w:rPr><w:b/></w:rPr>", "character")
    )
    named = '<w:rStyle w:val="C"/>'
    for paragraph in ("P", "Q"):  # a style based on a bold one and bold itself is bold, not regular
        body = p("一", f'<w:pStyle w:val="{paragraph}"/>') + p("二", f'<w:pStyle w:val="{paragraph}"/>', named)
        body += p("三", f'<w:pStyle w:val="{paragraph}"/>', f"{named}<w:b/>")
        found = seen(body, styles)
        assert [found.runs(n)[0].bold for n in (1, 2, 3)] == [True, False, True]


_THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="黑体"/>'


@pytest.mark.parametrize(
    ("styles", "run"),
    [
        (_DEFAULTS.format(_THEMED), ""),
        (style("N", f"<w:rPr>{_THEMED}</w:rPr>", default=True), ""),
        (style("X", ""), _THEMED),
    ],
    ids=["defaults", "style", "run"],
)
def test_theme_fonts_are_resolved_and_flagged(styles: str, run: str) -> None:
    language = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    (look,) = seen(p("字", run=run), styles, theme=_THEME, settings=language).runs(1)
    assert (look.font_of("字").name, look.font_of("字").from_theme) == ("宋体", True)
    assert look.font_of("a").name == "Calibri"


def test_a_family_named_nearer_than_a_theme_font_holds() -> None:
    styles = style("N", '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>', default=True)
    (look,) = seen(p("字", run='<w:rFonts w:eastAsia="楷体"/>'), styles, theme=_THEME).runs(1)
    assert (look.font_of("字").name, look.font_of("字").from_theme) == ("楷体", False)


@pytest.mark.parametrize("char", "“”‘’—…·×①℃")
def test_ambiguous_characters_follow_the_hint(char: str) -> None:
    fonts = '<w:rFonts w:ascii="A" w:hAnsi="H" w:eastAsia="E" {}/>'
    found = seen(p("x", run=fonts.format("")) + p("x", run=fonts.format('w:hint="eastAsia"')))
    plain, hinted = found.runs(1)[0], found.runs(2)[0]
    assert plain.font_of(char).name == "H"
    assert hinted.font_of(char).name == "E"
    assert [hinted.font_of(other).name for other in "a1字，"] == ["A", "A", "E", "E"]


def test_an_east_asian_slot_of_times_new_roman_counts_as_not_said() -> None:
    fonts = '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="Times New Roman"/>'
    assert seen(p("字", run=fonts)).runs(1)[0].font_of("字").name == "仿宋"


def test_first_line_characters_are_those_of_the_paragraph_and_left_ones_those_of_the_default_style() -> None:
    styles = style("N", '<w:rPr><w:sz w:val="21"/></w:rPr>', default=True)
    indent = '<w:ind w:firstLineChars="200" w:firstLine="1" w:leftChars="100" w:left="1" w:rightChars="0" w:right="9"/>'
    look = seen(p("字", indent, '<w:sz w:val="32"/>'), styles).paragraph(1)
    assert (look.first_line.emu, look.first_line.count) == (Pt(32), 2)
    assert (look.left.emu, look.left.count) == (Pt(10.5), 1)
    assert (look.right.emu, look.right.count) == (Twips(9), None)


def test_an_own_hanging_indent_ends_an_inherited_first_line_indent() -> None:
    styles = style("N", '<w:pPr><w:ind w:firstLine="640"/></w:pPr>', default=True)
    look = seen(p("字", '<w:ind w:left="100" w:hanging="50"/>'), styles).paragraph(1)
    assert (look.first_line.emu, look.hanging.emu, look.left.emu) == (0, Twips(50), Twips(100))


def test_gaps_in_lines_are_lines_of_the_grid() -> None:
    spacing = '<w:spacing w:beforeLines="50" w:before="1" w:afterAutospacing="1" w:after="7"/>'
    page = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    look = seen(p("字", spacing) + page).paragraph(1)
    assert (look.before.emu, look.before.count) == (Twips(156), 0.5)
    assert look.after.automatic


def test_a_line_height_without_a_rule_is_a_multiple() -> None:
    styles = style("N", '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>', default=True)
    found = seen(p("字") + p("字", '<w:spacing w:line="360"/>'), styles)
    multiple = found.paragraph(2).line
    assert found.paragraph(1).line.exact == Pt(28)
    assert (multiple.rule, multiple.times, multiple.exact) == (LineRule.MULTIPLE, 1.5, None)


def test_a_table_style_speaks_by_the_place_of_the_cell() -> None:
    def part(condition: str, run: str) -> str:
        return f'<w:tblStylePr w:type="{condition}"><w:rPr>{run}</w:rPr></w:tblStylePr>'

    conditions = part("firstRow", "<w:b/>") + part("band2Horz", '<w:color w:val="FF0000"/>')
    conditions += part("firstCol", "<w:i/>")
    table = style("T", f'<w:rPr><w:sz w:val="24"/></w:rPr>{conditions}', "table")
    look = '<w:tblLook w:firstRow="1" w:firstColumn="{}" w:noHBand="0" w:noVBand="1"/>'
    row = f"<w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr>"
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look.format(0)}</w:tblPr>{row * 3}</w:tbl>{p("外")}'
    found = seen(body, table)
    runs = [found.runs(number)[0] for number in range(1, 8)]
    assert [run.bold for run in runs] == [True, True, *[False] * 5]
    assert [run.color for run in runs] == [None, None, None, None, "FF0000", "FF0000", None]
    assert [run.size for run in runs] == [*[Pt(12)] * 6, Pt(10)]
    assert found.paragraph(1).in_table and not found.paragraph(7).in_table
    with_column = seen(body.replace('firstColumn="0"', 'firstColumn="1"'), table)
    assert [with_column.runs(number)[0].italic for number in range(1, 5)] == [True, False, True, False]


def test_headers_and_footers_are_inherited_from_the_section_before() -> None:
    first = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    last = '<w:sectPr><w:footerReference w:type="even" r:id="rel-footer2"/><w:pgNumType w:start="3"/></w:sectPr>'
    body = p("一") + f"<w:p><w:pPr>{first}</w:pPr></w:p>" + p("二") + last
    found = seen(body, footer1=p("a"), footer2=p("b"))
    one, two = found.sections
    assert (one.first, one.last, two.first, two.last) == (1, 2, 3, 3)
    assert dict(two.footers) == {"default": "word/footer1.xml", "even": "word/footer2.xml"}
    assert two.page_start == 3 and one.width == Twips(11906)
    assert found.section_of(2) is one and found.section_of(3) is two


@pytest.mark.parametrize(
    "number",
    [
        '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        '<w:fldSimple w:instr="PAGE"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
        '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_fields_are_marked_however_they_are_written(number: str) -> None:
    dash = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    inside = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    footer = f"<w:p>{dash.format('— ')}{number}{dash.format(' —')}{box}</w:p>"
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    (part,) = seen(p("一") + section, footer1=footer).footers.values()
    assert part.text(1).rstrip("\ufffc") == "— {PAGE} —"
    assert part.text(2) == "框" and part.paragraph(2).in_text_box


def test_numbered_paragraphs_take_the_indents_of_their_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:suff w:val="nothing"/>'
        '<w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    found = seen(p("字", listed) + p("字", listed + '<w:ind w:left="0"/>'), numbering=numbering)
    look = found.paragraph(1)
    assert (look.left.emu, look.hanging.emu, found.paragraph(2).left.emu) == (Twips(420), Twips(420), 0)
    assert look.numbering is not None and (look.numbering.pattern, look.numbering.suffix) == ("%1、", "nothing")


def test_red_lines_are_found_however_they_are_drawn() -> None:
    border = p(
        "某某市人民政府",
        '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="36" w:space="4" w:color="FF0000"/></w:pBdr>',
    )
    vml = (
        '<w:r><w:pict><v:line from="0,10pt" to="442pt,10pt" strokecolor="red" strokeweight="1.5pt"'
        ' style="position:absolute;margin-left:3pt;margin-top:4pt"><v:stroke linestyle="thinThick"/></v:line>'
        "</w:pict></w:r>"
    )
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin">'
        '<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="page">'
        "<wp:posOffset>3600000</wp:posOffset></wp:positionV>"
        '<wp:extent cx="5616000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm>'
        '<a:ext cx="5616000" cy="0"/></a:xfrm><a:prstGeom prst="line"/><a:ln w="19050"><a:solidFill>'
        '<a:schemeClr val="accent2"/></a:solidFill></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        f"</w:drawing></mc:Choice><mc:Fallback>{vml[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = seen(border + f"<w:p>{vml}</w:p><w:p>{drawing}</w:p>", theme=_THEME)
    one, two, three = found.strokes
    assert (one.kind, one.side, one.weight, one.color, one.compound) == (
        "border",
        "bottom",
        Pt(4.5),
        "FF0000",
        "thickThin",
    )
    assert (two.kind, two.weight, two.color, two.compound) == ("vml", Pt(1.5), "FF0000", "thinThick")
    assert (two.width, two.height, two.x, two.y) == (Pt(442), 0, Pt(3), Pt(4))
    assert (three.kind, three.width, three.weight, three.color) == ("drawing", Mm(156), Pt(1.5), "C0504D")
    assert (three.x_align, three.y, three.y_from) == ("center", Mm(100), "page")


def test_a_border_of_the_last_paragraph_is_a_line() -> None:
    (line,) = seen(
        p("某某市人民政府", '<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="FF0000"/></w:pBdr>')
    ).strokes
    assert (line.paragraph, line.side) == (1, "bottom")


def shape(geometry: str, height: int, down: int = 0, weight: int = Pt(1.5)) -> str:
    """A shape as wide as the type area, `down` from the upper edge of its drawing, with an outline and no filling."""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="{down}"/><a:ext cx="{Mm(156)}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"/><a:noFill/><a:ln w="{weight}"><a:solidFill><a:srgbClr val="FF0000"/>'
        "</a:solidFill></a:ln></wps:spPr></wps:wsp>"
    )


def drawing(shapes: str) -> str:
    """Shapes in a drawing whose upper edge is 100 mm from that of the page."""
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{Mm(100)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{Mm(156)}" cy="{Mm(1)}"/><a:graphic><a:graphicData>{shapes}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize(("height", "lines"), [(Mm(1), 1), (Mm(20), 0)])
def test_a_rectangle_without_a_filling_is_a_line_if_it_is_thin(height: int, lines: int) -> None:
    assert len(seen(f"<w:p>{drawing(shape('rect', height))}</w:p>").strokes) == lines


def test_two_lines_drawn_right_below_each_other_are_one_of_two_strokes() -> None:
    lines = shape("line", 0, 0, Pt(2)) + shape("line", 0, Mm(1), Pt(1))
    group = f'<wpg:wgp xmlns:wpg="{WPG}">{lines}</wpg:wgp>'
    (line,) = seen(f"<w:p>{drawing(group)}</w:p>").strokes
    assert (line.compound, line.weight, line.y) == ("thickThin", Mm(1) + Pt(1.5), Mm(100.5))


def test_groups_that_make_each_other_larger_without_end_are_no_error() -> None:
    frame = (
        '<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="99999999999999" cy="1"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="1" cy="1"/></a:xfrm></wpg:grpSpPr>'
    )
    groups = 40
    inner = f"<wpg:grpSp>{frame}" * groups + shape("line", 0) + "</wpg:grpSp>" * groups
    outer = f'<wpg:wgp xmlns:wpg="{WPG}">{frame}{inner}</wpg:wgp>'
    (line,) = seen(f"<w:p>{drawing(outer)}</w:p>").strokes
    assert line.width == 27273042316900


def test_the_rules_of_a_table_are_lines_too() -> None:
    side = '<w:{} w:val="single" w:sz="8" w:color="auto"/>'
    own = '<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders></w:tcPr>'
    borders = f"<w:tblBorders>{side.format('top')}{side.format('bottom')}</w:tblBorders>"
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    rows = row.format(own + p("甲")) + row.format(p("乙")) + row.format(p("丙"))
    found = seen(f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/>{borders}</w:tblPr>{rows}</w:tbl>{p()}')
    assert [(rule.side, rule.paragraph, rule.weight) for rule in found.strokes] == [
        ("top", 1, Pt(1)),
        ("inside", 2, Pt(0.5)),
        ("bottom", 3, Pt(1)),
    ]
    assert found.tables[0].width == Twips(8844)


def test_settings_are_read() -> None:
    settings = (
        '<w:mirrorMargins/><w:gutterAtTop w:val="0"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="urn:x" w:val="15"/></w:compat>'
    )
    found = seen(p(), settings=settings).settings
    assert found.mirror_margins and found.even_and_odd and not found.gutter_at_top
    assert (found.default_tab, found.compatibility) == (Twips(420), 15)


@pytest.mark.skipif(soffice() is None or shutil.which("pdffonts") is None, reason="needs LibreOffice and pdffonts")
def test_libreoffice_sets_the_text_in_the_same_faces(tmp_path: Path) -> None:
    """Through defaults, a style based on another, a table style's first row, the theme and a character style."""

    def family(name: str) -> str:
        return f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}"/></w:rPr>'

    row = '<w:tblStylePr w:type="firstRow">' + family("楷体_GB2312") + "</w:tblStylePr>"
    styles = (
        _DEFAULTS.format(family("仿宋_GB2312")[7:-8])
        + style("N", "", default=True)
        + style("H", family("黑体"))
        + style("I", '<w:rPr><w:sz w:val="32"/></w:rPr>', based_on="H")
        + style("T", row, "table")
        + style("C", '<w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/></w:rPr>', "character")
    )
    look = '<w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    first = '<w:trPr><w:cnfStyle w:val="100000000000"/></w:trPr>'
    cell = f"<w:tr>{first}<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{p('丁')}</w:tc></w:tr>"
    body = p("甲") + p("乙", '<w:pStyle w:val="I"/>') + p("丙", run='<w:rStyle w:val="C"/>')
    body += f"<w:tbl>{look}<w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{cell}</w:tbl>" + p("戊", run=_THEMED)
    language = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    files = {"word/styles.xml": styles, "word/theme.xml": _THEME, "word/settings.xml": language}
    data = make_docx(body, files, [("rel-theme", "theme", "theme.xml")])
    source = tmp_path / "a.docx"
    source.write_bytes(data)

    found = formatting_of(Package.from_bytes(data))
    texts = dict(zip("甲乙丙丁戊", range(1, 6), strict=True))
    names = {found.runs(number)[0].font_of(char).name for char, number in texts.items()}
    assert names == {"仿宋_GB2312", "黑体", "方正小标宋简体", "楷体_GB2312", "宋体"}
    pdf = convert_to_pdf(source, tmp_path, install(tmp_path / "office"))
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    faces = {line.split()[0].partition("+")[2] for line in listed.splitlines()[2:]}
    assert faces == {face.postscript for face in stand_ins() if face.family in names}


def test_sizes_are_those_of_the_chinese_names() -> None:
    (look,) = seen(p("字", run='<w:sz w:val="32"/><w:spacing w:val="-6"/><w:w w:val="90"/>')).runs(1)
    assert (look.size, look.tracking, look.scale) == (Hao("三号"), Twips(-6), 90)
