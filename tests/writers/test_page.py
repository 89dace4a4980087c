"""Paper, margins, page numbers, styles: the look of the general format in the parts of the package."""

from __future__ import annotations

import pytest

from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.setting.sections import THIN
from tests.writers.setting_up import attribute, document, draft, names, p, part, style, supplied, text, tree, written

BODY = Role.BODY


@pytest.mark.parametrize(("grid", "top", "pitch"), [("national", "1960", "589"), ("practice", "2098", "579")])
def test_both_grids_set_margins_and_exact_pitch(grid, top, pitch):
    result = written(supplied(body="正文。"), grid=grid)
    section = next(tree(result).iter(w("sectPr")))
    body = next(s for s in tree(result, "word/styles.xml") if s.get(w("styleId")) == "gw-body")
    assert attribute(section, "pgMar", "top") == top
    margins = sum(int(attribute(section, "pgMar", side)) for side in ("top", "bottom"))
    assert int(attribute(section, "docGrid", "linePitch")) == (16838 - margins) // 22
    assert (attribute(body, "pPr/spacing", "line"), attribute(body, "pPr/spacing", "lineRule")) == (pitch, "exact")
    assert attribute(body, "rPr/spacing", "val") == "-6"


def test_a_landscape_section_gets_the_margins_turned_by_a_quarter():
    source = draft(p("正文。") + '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    section = next(tree(written(document(source, BODY))).iter(w("sectPr")))
    assert [attribute(section, "pgMar", side) for side in ("top", "right", "bottom", "left")] == [
        *("1587", "2098", str(1474 - THIN.twips), "1984")  # what ends the section below a table has a place of its own
    ]


def test_styles_name_all_four_font_slots_and_no_theme():
    result = written(supplied(body="正文。"))
    fonts = list(tree(result, "word/styles.xml").iter(w("rFonts")))
    assert all({w(slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == set(node.attrib) for node in fonts)
    assert fonts


@pytest.mark.parametrize("element", ["attachment-label", "secrecy", "page-number"])
def test_digits_that_belong_to_a_chinese_typeface_have_it_in_their_style(element):
    styles = tree(written(supplied(body="正文。")), "word/styles.xml")
    named = next(node for node in styles if node.get(w("styleId")) == f"gw-{element}")
    assert attribute(named, "rPr/rFonts", "ascii") == attribute(named, "rPr/rFonts", "eastAsia")


def test_a_style_of_the_source_with_our_name_gives_way_and_its_paragraphs_follow():
    styles = '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="公文正文"/></w:style>'
    inner = p("框", '<w:pStyle w:val="a9"/>')
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    source = draft(f"<w:p><w:r>{box}</w:r></w:p>" + p("正文。"), {"word/styles.xml": styles})
    result = written(document(source, BODY, BODY))
    assert "a9" not in [node.get(w("styleId")) for node in tree(result, "word/styles.xml")]
    assert {node.get(w("val")) for node in tree(result).iter(w("pStyle"))} == {"gw-body"}


def test_page_numbers_stand_outside_on_odd_and_even_pages():
    result = written(supplied(body="正文。"))
    odd, even = (tree(result, f"word/gw-footer-{pages}.xml")[0] for pages in ("default", "even"))
    assert (text(odd), attribute(odd, "pPr/jc", "val"), attribute(odd, "pPr/ind", "right")) == ("— 1 —", "right", "280")
    assert (text(even), attribute(even, "pPr/jc", "val"), attribute(even, "pPr/ind", "left")) == (
        "— 1 —",
        "left",
        "280",
    )
    assert tree(result, "word/settings.xml").find(w("evenAndOddHeaders")) is not None


def test_an_old_page_number_goes_and_the_rest_of_the_footer_stays_on_all_pages():
    number = '<w:p><w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    source = draft(p("正文。") + section, {"word/footer1.xml": number + p("内部资料")})
    result = written(document(source, BODY))
    for name in ("word/footer1.xml", "word/footer1-even.xml"):
        assert [text(node) for node in tree(result, name)] == ["— 1 —", "内部资料"]
    assert any("页码" in change.step for change in result.changes)


def test_a_text_box_of_wps_that_holds_the_page_number_goes_with_it():
    number = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    shape = f'<v:imagedata o:title=""/><v:textbox><w:txbxContent>{number}</w:txbxContent></v:textbox>'
    footer = f"<w:p><w:r><w:pict><v:shape>{shape}</v:shape></w:pict></w:r></w:p>"
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    result = written(document(draft(p("正文。") + section, {"word/footer1.xml": footer}), BODY))
    for pages in ("default", "even"):  # none of the draft's own is left
        assert [text(node) for node in tree(result, f"word/gw-footer-{pages}.xml")] == ["— 1 —"]


SIMPLE = '<w:fldSimple w:instr=" {0} "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {0} \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def said(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize("field", [SIMPLE, COMPLEX])
def test_a_page_number_among_other_words_of_a_header_goes_and_the_words_stay(field):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    page, pages, saved = map(field.format, ("PAGE", "NUMPAGES", "SAVEDATE"))
    inside = f"{said('某某市某某局 第 ')}{page}{said(' 页/共')}{pages}{said('页　第2版，')}{saved}"
    source = draft(p("正文。") + section, {"word/header1.xml": f"<w:p>{inside}</w:p>"})
    result = written(document(source, BODY))
    (line,) = tree(result, "word/header1.xml")
    assert text(line) == "某某市某某局第2版，7"
    codes = "".join(node.text or node.get(w("instr"), "") for node in line.iter(w("instrText"), w("fldSimple")))
    assert "PAGE" not in codes and "SAVEDATE" in codes


def test_words_of_a_footer_stand_below_the_number_which_stays_at_its_height():
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    centred = p("某某市某某路1号", properties='<w:jc w:val="center"/>')
    source = draft(p("正文。") + section, {"word/footer1.xml": p("内部资料") + p("") + centred})
    result = written(document(source, BODY))
    number, first, second = tree(result, "word/footer1.xml")
    assert [text(node) for node in (number, first, second)] == ["— 1 —", "内部资料", "某某市某某路1号"]
    assert (style(first), attribute(first, "pPr/jc", "val")) == ("gw-note", "left")
    assert attribute(second, "pPr/jc", "val") == "center"
    # 25.52 mm without words; two lines of 13 pt below the number
    assert attribute(next(tree(result).iter(w("sectPr"))), "pgMar", "footer") == str(1447 - 2 * 260)


def test_a_footer_with_fewer_words_than_another_leaves_their_room_empty():
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/><w:titlePg/></w:sectPr>'
    footers = {"word/footer1.xml": p("内部资料")}
    result = written(document(draft(p("正文。") + section, footers), BODY))
    first = next(node for node in tree(result).iter(w("footerReference")) if node.get(w("type")) == "first")
    assert first is not None
    (number,) = tree(result, "word/gw-footer-first.xml")
    assert attribute(number, "pPr/spacing", "after") == "260"


def test_the_words_of_a_header_have_a_pitch_and_tabs_of_their_own():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    tabbed = "<w:p><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r></w:p>"
    source = draft(p("正文。") + section, {"word/header1.xml": p("") + tabbed})
    (line,) = tree(written(document(source, BODY)), "word/header1.xml")
    assert style(line) == "gw-note"
    assert [stop.get(w("pos")) for stop in line.iter(w("tab")) if stop.get(w("pos"))] == ["4422", "8844"]


def test_a_header_with_a_picture_or_a_table_is_left_as_it_is():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    cell = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('某某局')}</w:tc></w:tr></w:tbl>"
    source = draft(p("正文。") + section, {"word/header1.xml": cell + p("电话")})
    result = written(document(source, BODY))
    assert [style(node) for node in tree(result, "word/header1.xml").iter(w("p"))] == [None, None]
    assert attribute(next(tree(result).iter(w("sectPr"))), "pgMar", "footer") == "1447"


def test_a_footer_with_nothing_but_a_number_is_replaced_and_leaves_the_package():
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    source = draft(p("正文。") + section, {"word/footer1.xml": p("- 1 -")})
    result = written(document(source, BODY))
    assert "word/footer1.xml" not in names(result)
    assert b"footer1" not in part(result, "[Content_Types].xml") + part(result, "word/_rels/document.xml.rels")


def test_a_header_of_all_pages_is_given_to_even_pages_too():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    source = draft(p("正文。") + section, {"word/header1.xml": p("某某文件")})
    references = list(tree(written(document(source, BODY))).iter(w("headerReference")))
    assert [node.get(w("type")) for node in references] == ["default", "even"]


def test_a_footer_given_to_even_pages_leads_where_the_other_does():
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>某某网</w:t></w:r></w:hyperlink></w:p>'
    target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{target}" Target="https://example.cn/" TargetMode="External"/></Relationships>'
    )
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    parts = {"word/footer1.xml": link, "word/_rels/footer1.xml.rels": rels.encode()}
    result = written(document(draft(p("正文。") + section, parts), BODY))
    for name in ("footer1", "footer1-even"):
        assert len(list(tree(result, f"word/{name}.xml").iter(w("hyperlink")))) == 1
        assert part(result, f"word/_rels/{name}.xml.rels") == rels.encode()


def test_a_relationship_of_the_draft_with_a_name_of_ours_stays_what_it_is():
    source = draft(p("正文。"), rels=[("gwStyles", "hyperlink", "https://example.cn/")])
    related = tree(written(document(source, BODY)), "word/_rels/document.xml.rels")
    found = {node.get("Id"): node.get("Target") for node in related}
    assert found["gwStyles"] == "https://example.cn/"
    assert "styles.xml" in found.values()


def test_an_empty_first_page_header_does_not_take_the_number_off_page_one():
    source = draft(p("正文。") + "<w:sectPr><w:titlePg/></w:sectPr>")
    assert next(tree(written(document(source, BODY))).iter(w("titlePg")), None) is None


@pytest.mark.parametrize("words", ["- 1 -", "第 3 页", "第1页 共12页", "— 2 —"])
def test_typed_page_numbers_are_known(words):
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    result = written(document(draft(p("正文。") + section, {"word/footer1.xml": p(words)}), BODY))
    assert "word/footer1.xml" not in names(result)


@pytest.mark.parametrize("words", ["电话：12345", "0000-2345678", "20260306", "某某市"])
def test_other_words_in_a_footer_are_no_page_number(words):
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    result = written(document(draft(p("正文。") + section, {"word/footer1.xml": p(words)}), BODY))
    assert words in [text(node) for node in tree(result, "word/footer1.xml")]


def test_borders_and_first_numbers_of_pages_go_and_the_report_says_so():
    section = "<w:sectPr><w:pgBorders><w:top w:val='single'/></w:pgBorders><w:pgNumType w:start='5'/></w:sectPr>"
    result = written(document(draft(p("正文。") + section), Role.BODY))
    (final,) = tree(result).iter(w("sectPr"))
    assert final.find(w("pgBorders")) is None and attribute(final, "pgNumType", "start") is None
    assert [change.reason for change in result.changes] == ["去除页面边框", "页码改为连续编排，不再重新起编"]


def test_a_zoom_without_a_percentage_which_word_calls_damaged_gets_one():
    source = draft(p("正文。"), {"word/settings.xml": "<w:zoom w:val='fullPage'/>"})
    settings = tree(written(document(source, Role.BODY)), "word/settings.xml")
    assert attribute(settings, "zoom", "percent") == "100"


def test_styles_that_give_way_leave_those_based_on_them_on_ours():
    styles = (
        "<w:style w:type='paragraph' w:styleId='gw-body'><w:name w:val='别的'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='公文正文'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='b'><w:name w:val='某样式'/><w:basedOn w:val='a'/></w:style>"
    )
    source = draft(p("正文。", "<w:pStyle w:val='b'/>"), {"word/styles.xml": styles})
    sheet = tree(written(document(source, Role.BODY)), "word/styles.xml")
    found = {style.get(w("styleId")): style for style in sheet.iter(w("style"))}
    assert "a" not in found
    assert attribute(found["b"], "basedOn", "val") == "gw-body"
    assert attribute(found["gw-body"], "name", "val") == "公文正文"


def test_what_a_section_says_of_its_look_is_told_when_it_goes():
    said = '<w:lnNumType w:countBy="5"/><w:vAlign w:val="center"/><w:textDirection w:val="tbRl"/>'
    result = written(document(draft(f"{p('正文。')}<w:sectPr>{said}</w:sectPr>"), BODY))
    reasons = [change.reason for change in result.changes if change.step == "页面设置"]
    assert reasons == ["去除行号", "文字从版心上边排起，不再上下居中或对齐下边", "文字由竖排改为横排"]
    usual = '<w:vAlign w:val="top"/><w:textDirection w:val="lrTb"/>'
    assert not written(document(draft(f"{p('正文。')}<w:sectPr>{usual}</w:sectPr>"), BODY)).changes
