import pytest

from gwformat.model import OBJECT, Align, Carrier, CarrierKind, Draft, Emphasis, Paragraph, RunsOn
from gwformat.ooxml.marks import Mark, dump, fingerprint
from gwformat.readers import read
from gwformat.units import Mm, Pt
from tests.build import make_docx, p

FORM = (
    "<w:tbl><w:tblPr/><w:tblGrid/>"
    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{a}</w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{b}</w:tc><w:tc>{c}</w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{empty}</w:tc><w:tc>{d}</w:tc></w:tr></w:tbl>"
)
TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
    "<wp:extent cx='3600000' cy='720000'/><a:graphic>"
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    "<w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


@pytest.fixture
def draft(tmp_path):
    def build(body: str, parts=None, rels=(), **options) -> Draft:
        path = tmp_path / "草稿.docx"
        path.write_bytes(make_docx(body, parts or {}, rels))
        return read(path, **options)

    return build


def first(draft: Draft) -> Paragraph:
    return next(draft.paragraphs())


def only_carrier(draft: Draft) -> Carrier:
    (carrier,) = (run.carrier for run in first(draft).runs if run.carrier)
    return carrier


def test_each_leaf_of_a_paragraph_is_a_run_that_knows_its_place(draft):
    body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r><w:r><w:br/><w:t>丙</w:t></w:r></w:p>"
    paragraph = first(draft(body))
    assert paragraph.text == "甲\t乙\n丙"
    assert [(run.paragraph, run.atom) for run in paragraph.runs] == [(1, index) for index in range(5)]


def test_hyperlinks_fields_controls_and_insertions_are_text_and_deletions_are_not(draft):
    body = (
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/>"
        "<w:t>3</w:t><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t>日</w:t></w:r></w:fldSimple>"
        "<w:sdt><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    assert first(draft(body)).text == "链接3日控增"


def test_block_content_controls_are_flattened(draft):
    body = f"<w:sdt><w:sdtContent>{p('甲')}<w:sdt><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    assert [block.text for block in draft(body).blocks] == ["甲", "乙"]


def test_a_table_is_one_carrier_with_merged_cells_once(draft):
    read_back = draft(p("前") + FORM.format(a=p("表头"), b=p("甲"), c=p("乙"), d=p("丙"), empty=p()) + p("后"))
    _, table, after = read_back.blocks
    assert table.kind is CarrierKind.TABLE
    assert table.rows == (("表头",), ("甲", "乙"), ("丙",))
    assert (table.source.first, table.source.last) == (2, 6)
    assert after.source.first == 7
    assert [paragraph.text for paragraph in table.paragraphs] == ["表头", "甲", "乙", "", "丙"]


def test_a_nested_table_gives_its_words_to_the_outer_cell(draft):
    inner = FORM.format(a=p("内"), b=p("1"), c=p("2"), d=p("3"), empty=p()) + p()
    table = draft(FORM.format(a=inner, b=p("甲"), c=p("乙"), d=p("丙"), empty=p())).blocks[0]
    assert table.rows[0] == ("内\n1\t2\n3",)
    assert len(table.paragraphs) == 10


def test_a_text_box_is_read_once_although_the_file_has_it_twice(draft):
    read_back = draft(TEXT_BOX.format(text=p("某某市文件")) + p("正文"))
    carrier = only_carrier(read_back)
    assert carrier.kind is CarrierKind.TEXT_BOX
    assert carrier.size == (Mm(100), Mm(20))
    assert [paragraph.text for paragraph in read_back.paragraphs()] == [OBJECT, "某某市文件", "正文"]
    assert read_back.blocks[1].source.first == 3
    assert dict(read_back.carriers) == {CarrierKind.TEXT_BOX: 1}


@pytest.mark.parametrize(
    ("leaf", "kind", "text"),
    [
        ("<w:sym w:font='Wingdings' w:char='F0FE'/>", CarrierKind.SYMBOL, "☑"),
        (
            "<w:ruby><w:rt><w:r><w:t>hé</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>和</w:t></w:r></w:rubyBase></w:ruby>",
            CarrierKind.RUBY,
            "和",
        ),
        ("<w:footnoteReference w:id='2'/>", CarrierKind.FOOTNOTE, ""),
        ("<w:br w:type='page'/>", CarrierKind.PAGE_BREAK, ""),
        ("<w:object><v:shape/><o:OLEObject/></w:object>", CarrierKind.OLE_OBJECT, ""),
        ("<w:pict><v:rect o:hr='t'/></w:pict>", CarrierKind.HORIZONTAL_RULE, ""),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", CarrierKind.IMAGE, ""),
        ("<w:pict><v:shape><v:textpath string='草稿'/></v:shape></w:pict>", CarrierKind.SHAPE, "草稿"),
        ("<w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing>", CarrierKind.IMAGE, ""),
        ("<w:drawing><wp:inline><c:chart/></wp:inline></w:drawing>", CarrierKind.CHART, ""),
        ("<w:drawing><wp:inline><dgm:relIds/></wp:inline></w:drawing>", CarrierKind.SMART_ART, ""),
    ],
)
def test_opaque_leaves_are_named(draft, leaf, kind, text):
    read_back = draft(f"<w:p><w:r>{leaf}</w:r></w:p>")
    carrier = only_carrier(read_back)
    assert (carrier.kind, carrier.text) == (kind, text)
    assert dict(read_back.carriers) == {kind: 1}


def test_hidden_text_and_formulas_keep_their_words(draft):
    assert only_carrier(draft(p("密", run="<w:vanish/>"))).text == "密"
    formula = only_carrier(draft("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"))
    assert (formula.kind, formula.text) == (CarrierKind.FORMULA, "x")


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ("<v:line from='0,3pt' to='442.2pt,3pt'/>", (Mm(156), Mm(0))),
        ("<v:rect style='width:156mm;height:1pt'/>", (Mm(156), Pt(1))),
    ],
)
def test_a_drawn_line_is_a_shape_with_its_size(draft, shape, size):
    carrier = only_carrier(draft(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"))
    assert carrier.kind is CarrierKind.SHAPE
    assert carrier.size == pytest.approx(size, abs=Mm(0.01))


def test_notes_headers_and_comments_are_stories(draft):
    parts = {
        "word/header1.xml": p("页眉"),
        "word/footnotes.xml": f"<w:footnote w:type='separator' w:id='0'>{p('')}</w:footnote>"
        f"<w:footnote w:id='2'>{p('脚注')}</w:footnote>",
        "word/comments.xml": f"<w:comment w:id='0'>{p('批注')}</w:comment>",
    }
    read_back = draft(p("正文"), parts)
    assert [(story.kind, story.paragraphs) for story in read_back.stories] == [
        ("header", ("页眉",)),
        ("footnotes", ("脚注",)),
        ("comments", ("批注",)),
    ]
    assert any("批注" in notice for notice in read_back.notices)


def test_an_embedded_document_is_a_carrier_and_a_missing_one_a_loss(draft):
    read_back = draft(p("前") + "<w:altChunk r:id='rIdX'/>" + p("后"))
    assert read_back.blocks[1].kind is CarrierKind.ALT_CHUNK
    assert read_back.losses
    assert not draft("<w:altChunk r:id='rIdX'/>", {"word/a.html": b"<p/>"}, [("rIdX", "aFChunk", "a.html")]).losses


def test_the_marks_of_an_earlier_run_come_along(draft):
    mark = Mark("title", fingerprint("关于印发办法的通知"))
    assert draft(p("关于印发办法的通知"), {"customXml/gwformat.xml": dump("general", [(mark, "标题")])}).marks == (
        mark,
    )


def test_emphasis_that_carries_meaning_is_told(draft):
    runs = first(draft(p("2", run="<w:vertAlign w:val='superscript'/><w:u w:val='single'/>"))).runs
    assert runs[0].emphasis == {Emphasis.SUPERSCRIPT, Emphasis.UNDERLINE}


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>
<w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="我的标题"/><w:basedOn w:val="h"/>
<w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="circle"><w:name w:val="环"/><w:basedOn w:val="circle"/></w:style>
"""
THEME = """
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>
<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/>
</a:minorFont></a:fontScheme></a:themeElements></a:theme>
"""


@pytest.fixture
def look(draft):
    def build(text: str, properties: str = "", run: str = ""):
        parts = {"word/styles.xml": STYLES, "word/theme/theme1.xml": THEME}
        return first(draft(p(text, properties, run), parts, [("rIdT", "theme", "theme/theme1.xml")])).look

    return build


def test_a_look_follows_the_style_chain_to_the_theme(look):
    plain = look("正文")
    assert (plain.style_name, plain.align, plain.font, plain.size) == ("Normal", Align.JUSTIFY, "宋体", Pt(10.5))
    heading = look("标题", '<w:pStyle w:val="h1"/>')
    assert (heading.style_id, heading.outline_level, heading.font) == ("h1", 1, "黑体")
    assert (heading.size, heading.bold, heading.align) == (Pt(16), True, Align.JUSTIFY)


def test_what_the_paragraph_says_beats_its_style(look):
    own = look("标题", '<w:pStyle w:val="h1"/><w:outlineLvl w:val="9"/><w:jc w:val="center"/>', '<w:b w:val="0"/>')
    assert (own.outline_level, own.align, own.bold) == (None, Align.CENTER, False)


def test_bold_in_a_bold_paragraph_toggles(look):
    assert look("词", '<w:pStyle w:val="h"/>', '<w:rStyle w:val="strong"/>').bold is False
    assert look("词", "", '<w:rStyle w:val="strong"/>').bold is True


def test_a_style_based_on_itself_ends(look):
    assert look("文", '<w:pStyle w:val="circle"/>').size == Pt(10.5)


@pytest.mark.parametrize(
    ("indent", "chars"),
    [
        ('w:firstLineChars="200" w:firstLine="640"', 2),
        ('w:firstLineChars="0" w:firstLine="640"', 2),
        ('w:firstLine="640"', 2),
        ('w:firstLine="11.3mm"', 2),
        ('w:hangingChars="300"', -3),
    ],
)
def test_first_line_indents_are_counted_in_characters(look, indent, chars):
    assert look("文", f"<w:ind {indent}/>", '<w:sz w:val="32"/>').first_line_chars == pytest.approx(chars, abs=0.01)


def test_most_of_the_text_decides_font_size_and_color(draft):
    runs = (
        "<w:r><w:rPr><w:color w:val='ff0000'/><w:sz w:val='44'/></w:rPr><w:t>某某市人民政府</w:t></w:r>"
        "<w:r><w:rPr><w:sz w:val='20'/></w:rPr><w:t>文件</w:t></w:r>"
    )
    found = first(draft(f"<w:p>{runs}</w:p>")).look
    assert (found.size, found.color) == (Pt(22), "FF0000")


def test_page_breaks_are_told(look):
    assert look("页", "<w:pageBreakBefore/>").page_break_before
    assert not look("页", '<w:pageBreakBefore w:val="0"/>').page_break_before


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ('<w:framePr w:dropCap="drop" w:lines="3"/>', RunsOn.DROP_CAP),
        ("<w:rPr><w:vanish/><w:specVanish/></w:rPr>", RunsOn.SEPARATOR),
        ('<w:framePr w:w="2000"/>', None),
        ('<w:framePr w:dropCap="none"/><w:rPr><w:vanish/><w:specVanish w:val="0"/></w:rPr>', None),
    ],
)
def test_a_dropped_capital_and_a_style_separator_run_on(draft, said, reason):
    found = draft(p("首", said) + p("字之后。")).paragraphs()
    assert [paragraph.runs_on for paragraph in found] == [reason, None]


def test_records_of_former_looks_are_no_revisions_that_stay(draft):
    by = 'w:id="1" w:author="甲"'
    found = draft(p("甲", f"<w:numPr><w:ins {by}/></w:numPr><w:pPrChange {by}><w:pPr/></w:pPrChange>"))
    assert found.notices == ("文档有 2 处格式修订记录，只说原来的格式和编号；排成标准格式的地方不再留着",)
