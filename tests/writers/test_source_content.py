"""What a docx draft holds besides plain words stays the source's own XML, in its place."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from lxml import etree

from gwformat import readers
from gwformat.model import Block, Document, Kind, Role, Run
from gwformat.ooxml.names import w
from tests.writers.setting_up import attribute, document, draft, p, paragraph, style, text, texts, tree, written

BODY = Role.BODY


def test_stray_formatting_goes_and_emphasis_that_carries_meaning_stays():
    source = draft(
        "<w:p><w:r><w:rPr><w:b/><w:color w:val='0000FF'/><w:sz w:val='48'/></w:rPr><w:t>面积10m</w:t></w:r>"
        "<w:r><w:rPr><w:b/><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"
    )
    result = written(document(source, BODY))
    plain, raised = paragraph(tree(result), "面积10m2").findall(w("r"))
    assert plain.find(w("rPr")) is None
    assert [child.tag for child in raised[0]] == [w("vertAlign")]
    assert "加粗 2 处" in result.changes[0].reason


def test_runs_that_look_alike_become_one():
    source = draft("<w:p><w:r><w:t>某某</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>市</w:t></w:r></w:p>")
    assert len(paragraph(tree(written(document(source, BODY))), "某某市").findall(w("r"))) == 1


def test_hyperlinks_insertions_fields_and_comment_anchors_stay_around_their_words():
    source = draft(
        '<w:p><w:commentRangeStart w:id="1"/><w:hyperlink w:anchor="a"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'
        '<w:ins w:id="5" w:author="张三"><w:r><w:t>增加</w:t></w:r></w:ins><w:commentRangeEnd w:id="1"/>'
        '<w:del w:id="6" w:author="张三"><w:r><w:delText>删去</w:delText></w:r></w:del>'
        '<w:fldSimple w:instr=" DATE "><w:r><w:t>今天</w:t></w:r></w:fldSimple></w:p>'
    )
    node = paragraph(tree(written(document(source, BODY))), "链接增加今天")
    tags = [child.tag for child in node if child.tag not in (w("bookmarkStart"), w("bookmarkEnd"))]
    names = ("pPr", "commentRangeStart", "hyperlink", "ins", "commentRangeEnd", "del", "fldSimple")
    assert tags == [w(name) for name in names]


def test_a_run_in_heading_shares_its_paragraph_and_has_a_character_style():
    source = draft(p("（一）加强领导。各单位要重视。"))
    (run,) = source.blocks[0].runs
    blocks = (
        Block(Role.HEADING2, (dataclasses.replace(run, text="（一）加强领导。"),), run_in=True),
        Block(BODY, (dataclasses.replace(run, text="各单位要重视。"),)),
    )
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    node = paragraph(root, "（一）加强领导。各单位要重视。")
    heading, rest = node.findall(w("r"))
    assert style(node) == "gw-body"
    assert (text(heading), attribute(heading, "rPr/rStyle", "val")) == ("（一）加强领导。", "gw-heading2-run")
    assert (text(rest), rest.find(w("rPr"))) == ("各单位要重视。", None)


def test_a_title_over_two_paragraphs_becomes_one_with_a_line_break():
    source = draft(p("某某市人民政府") + p("关于某某工作的通知") + p("正文。"))
    first, second, third = source.blocks
    blocks = (
        Block(Role.TITLE, (*first.runs, Run("\n"), *second.runs)),
        Block(BODY, third.runs),
    )
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    title = paragraph(root, "某某市人民政府关于某某工作的通知")
    assert len(list(title.iter(w("br")))) == 1
    assert texts(root) == ["某某市人民政府关于某某工作的通知", "正文。"]


def test_organ_and_date_typed_in_one_line_become_two_paragraphs_and_no_bookmark_is_doubled():
    source = draft(
        '<w:p><w:bookmarkStart w:id="9" w:name="here"/><w:r><w:t>某某市人民政府</w:t></w:r><w:bookmarkEnd w:id="9"/>'
        "<w:r><w:t>2026年3月6日</w:t></w:r></w:p>"
    )
    organ, date = source.blocks[0].runs
    blocks = (Block(Role.SIGNATURE, (organ,)), Block(Role.DATE, (date,)))
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    assert [style(paragraph(root, words)) for words in ("某某市人民政府", "2026年3月6日")] == [
        "gw-signature",
        "gw-date",
    ]
    assert sum(start.get(w("name")) == "here" for start in root.iter(w("bookmarkStart"))) == 1


def test_a_control_or_field_over_two_elements_stands_around_the_first_only():
    words = "<w:r><w:t>某某市人民政府2026年3月6日</w:t></w:r>"
    control = f"<w:sdt><w:sdtPr><w:id w:val='9'/></w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    for wrapper in (control, f"<w:fldSimple w:instr=' DOCPROPERTY a '>{words}</w:fldSimple>"):
        source = draft(f"<w:p>{wrapper}</w:p>")
        (run,) = source.blocks[0].runs
        organ, date = (dataclasses.replace(run, text=text) for text in ("某某市人民政府", "2026年3月6日"))
        blocks = (Block(Role.SIGNATURE, (organ,)), Block(Role.DATE, (date,)))
        root = tree(written(Document(source, Kind.GENERAL, blocks)))
        (kept,) = root.iter(w("sdt"), w("fldSimple"))
        assert (text(kept), texts(root)) == ("某某市人民政府", ["某某市人民政府", "2026年3月6日"])


def test_a_field_whose_words_are_in_neither_of_two_elements_goes():
    field = "<w:fldSimple w:instr=' DATE '><w:r><w:t>甲</w:t></w:r></w:fldSimple>"
    source = draft(f"<w:p>{field}<w:r><w:t>某某市人民政府</w:t></w:r><w:r><w:t>2026年3月6日</w:t></w:r></w:p>")
    _, organ, date = source.blocks[0].runs
    root = tree(written(Document(source, Kind.GENERAL, (Block(Role.SIGNATURE, (organ,)), Block(Role.DATE, (date,))))))
    assert texts(root) == ["某某市人民政府", "2026年3月6日"]
    assert next(root.iter(w("fldSimple")), None) is None


def test_the_mark_of_a_paragraph_stays_inserted():
    mark = "<w:rPr><w:ins w:id='1' w:author='张三'/><w:sz w:val='48'/></w:rPr>"
    node = paragraph(tree(written(document(draft(p("正文。", mark)), BODY))), "正文。")
    assert [said.tag for said in node.find(f"{w('pPr')}/{w('rPr')}")] == [w("ins")]


def test_anchors_of_a_paragraph_that_goes_move_to_the_next_one():
    source = draft('<w:p><w:bookmarkStart w:id="3" w:name="here"/><w:bookmarkEnd w:id="3"/></w:p>' + p("正文。"))
    doc = Document(source, Kind.GENERAL, (Block(BODY, source.blocks[1].runs),))
    node = paragraph(tree(written(doc)), "正文。")
    assert "here" in [start.get(w("name")) for start in node.iter(w("bookmarkStart"))]


def test_anchors_behind_the_last_paragraph_move_to_its_end():
    behind = '<w:p><w:bookmarkStart w:id="3" w:name="here"/><w:bookmarkEnd w:id="3"/></w:p>'
    source = draft(p("正文。") + behind)
    node = paragraph(tree(written(Document(source, Kind.GENERAL, (Block(BODY, source.blocks[0].runs),)))), "正文。")
    assert "here" in [start.get(w("name")) for start in node.iter(w("bookmarkStart"))]
    source = draft(p("某某市人民政府文件") + behind)
    head_only = Document(source, Kind.GENERAL, (Block(Role.ISSUER_MARK, source.blocks[0].runs),))
    assert "here" in [start.get(w("name")) for start in tree(written(head_only)).iter(w("bookmarkStart"))]


def test_anchors_behind_a_table_move_to_the_paragraph_above_it():
    cell = "<w:tc><w:tcPr/><w:p/></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    behind = '<w:p><w:bookmarkStart w:id="3" w:name="here"/><w:bookmarkEnd w:id="3"/></w:p>'
    source = draft(p("正文。") + table + behind)
    both = document(dataclasses.replace(source, blocks=source.blocks[:2]), BODY, BODY)
    node = paragraph(tree(written(both)), "正文。")
    assert "here" in [start.get(w("name")) for start in node.iter(w("bookmarkStart"))]


def test_a_document_without_words_is_one_empty_paragraph():
    assert texts(tree(written(Document(draft(p("")), Kind.GENERAL, ())))) == [""]


CONTROL = "<w:sdt><w:sdtPr><w:tag w:val='甲'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format


def test_a_control_stays_around_its_paragraphs_and_goes_with_the_last_of_them():
    outer = f"<w:customXml w:element='甲'>{p('第三段。')}</w:customXml>"
    source = draft(CONTROL(p("第一段。") + p("第二段。")) + CONTROL(p("")) + outer)
    blocks = tuple(Block(BODY, block.runs) for block in source.blocks if block.runs)
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    (control,) = root.iter(w("sdt"))
    assert [text(node) for node in control.iter(w("p"))] == ["第一段。", "第二段。"]
    assert [text(node) for node in root.find(f"{w('body')}/{w('customXml')}")] == ["第三段。"]
    assert {style(node) for node in root.iter(w("p"))} == {"gw-body"}


def test_traces_of_editing_go_and_formulas_and_hidden_words_stay_in_their_places():
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    source = draft(
        "<w:p w:rsidR='00AA0011'><w:r w:rsidRPr='00BB0022'><w:t>甲</w:t></w:r>"
        f"{formula}{hidden}<w:r><w:t>乙</w:t></w:r></w:p>"
    )
    (node,) = [one for one in tree(written(document(source, BODY))).iter(w("p")) if len(one) > 1]
    shown = [child for child in node if child.tag not in (w("pPr"), w("bookmarkStart"), w("bookmarkEnd"))]
    assert [etree.QName(child).localname for child in shown] == ["r", "oMath", "r", "r"]
    assert [text(child) for child in shown] == ["甲", "", "藏", "乙"]
    assert not [name for one in node.iter() for name in one.attrib if "rsid" in str(name)]


def test_anchors_within_an_insertion_whose_words_go_stay():
    marked = "<w:bookmarkStart w:id='3' w:name='here'/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id='3'/>"
    source = draft(f"<w:p><w:ins w:id='4' w:author='张三'>{marked}</w:ins><w:r><w:t>乙</w:t></w:r></w:p>")
    doc = Document(source, Kind.GENERAL, (Block(BODY, source.blocks[0].runs[1:]),))
    node = paragraph(tree(written(doc)), "乙")
    assert next(node.iter(w("ins")), None) is None
    assert "here" in [start.get(w("name")) for start in node.iter(w("bookmarkStart"))]


STYLES = (
    "<w:style w:type='character' w:styleId='Up'><w:name w:val='上标'/><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
    "</w:style><w:style w:type='character' w:styleId='Link'><w:name w:val='链接'/><w:basedOn w:val='Up'/>"
    "<w:rPr><w:u w:val='single'/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("<w:rStyle w:val='Up'/>", ["superscript"]),
        ("<w:rStyle w:val='Link'/>", ["superscript"]),  # based on the other; the underline is that of a link
        ("<w:rStyle w:val='Up'/><w:vertAlign w:val='baseline'/>", ["baseline"]),
        ("<w:strike w:val='0'/>", []),
    ],
)
def test_what_a_character_style_raises_stays_raised_though_the_style_goes(said: str, kept: list[str]):
    source = draft(
        f"<w:p><w:r><w:t>10m</w:t></w:r><w:r><w:rPr>{said}</w:rPr><w:t>2</w:t></w:r></w:p>", {"word/styles.xml": STYLES}
    )
    node = paragraph(tree(written(document(source, BODY))), "10m2")
    assert [mark.get(w("val")) for properties in node.findall(f"{w('r')}/{w('rPr')}") for mark in properties] == kept


def test_words_marked_up_in_markdown_say_so_in_the_docx(tmp_path: Path):
    (tmp_path / "草稿.md").write_text("面积10m<sup>2</sup>，<u>重点</u>，~~旧~~。\n", encoding="utf-8")
    node = paragraph(tree(written(document(readers.read(tmp_path / "草稿.md"), BODY))), "面积10m2，重点，旧。")
    said = {text(run): [mark.tag for mark in run[0]] for run in node.iter(w("r")) if run[0].tag == w("rPr")}
    assert said == {"2": [w("vertAlign")], "重点": [w("u")], "旧": [w("strike")]}


def test_a_section_break_outlives_its_paragraph():
    source = draft(p("第一节。") + p("", "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>") + p("第二节。"))
    blocks = (Block(BODY, source.blocks[0].runs), Block(BODY, source.blocks[2].runs))
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    assert paragraph(root, "第一节。").find(f"{w('pPr')}/{w('sectPr')}") is not None
    assert len(list(root.iter(w("sectPr")))) == 2


def test_a_paragraph_whose_words_are_deleted_by_a_revision_stays():
    source = draft(
        p("正文。") + '<w:p><w:del w:id="6" w:author="张三"><w:r><w:delText>旧段</w:delText></w:r></w:del></w:p>'
    )
    doc = Document(source, Kind.GENERAL, (Block(BODY, source.blocks[0].runs),))
    root = tree(written(doc))
    deleted = next(root.iter(w("delText")))
    assert texts(root) == ["正文。", ""]
    assert next(deleted.iterancestors(w("p"))) is not paragraph(root, "正文。")


def test_words_in_an_old_text_box_are_taken_out_of_it():
    box = (
        "<w:p><w:r><w:pict><v:shape style='width:100pt;height:50pt'><v:textbox><w:txbxContent>"
        + p("某某市人民政府文件")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    source = draft(box + p("正文。"))
    inner = next(run.carrier for run in source.blocks[0].runs if run.carrier).paragraphs[0]
    blocks = (Block(Role.ISSUER_MARK, inner.runs), Block(BODY, source.blocks[1].runs))
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    assert next(root.iter(w("pict")), None) is None
    assert style(paragraph(root, "某某市人民政府文件")) == "gw-issuer-mark"


def test_numbering_is_removed_once_the_label_is_text():
    source = draft(p("加强领导", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"))
    label = Run("一、")
    doc = Document(source, Kind.GENERAL, (Block(Role.HEADING1, (label, *source.blocks[0].runs)),))
    node = paragraph(tree(written(doc)), "一、加强领导")
    assert node.find(f"{w('pPr')}/{w('numPr')}") is None


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)


def test_a_table_in_the_same_list_gets_its_labels_as_text_too():
    numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    cell = f"<w:tc><w:tcPr/>{p('表中一项', numbered)}</w:tc>"
    source = draft(
        p("第一项", numbered)
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
        + p(""),
        {"word/numbering.xml": NUMBERING},
    )
    result = written(document(source, BODY, BODY, BODY))
    assert texts(tree(result))[:2] == ["第一项", "2.表中一项"]
    assert [change.after for change in result.changes if change.step == "自动编号转文字"] == ["2."]


def test_a_list_that_a_style_brings_by_the_one_it_is_based_on_gets_its_labels_as_text_too():
    style_of = "<w:style w:type='paragraph' w:styleId='{}'><w:name w:val='清单'/>{}</w:style>".format
    listed = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = style_of("List", listed) + style_of("Own", "<w:basedOn w:val='List'/>")
    named = "<w:pStyle w:val='Own'/>"
    cells = "".join(f"<w:tr><w:tc>{cell}</w:tc></w:tr>" for cell in (p("落实责任", named), p("", named)))
    table = f"<w:tbl><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{cells}</w:tbl>"
    source = draft(p("加强领导", named) + table, {"word/numbering.xml": NUMBERING, "word/styles.xml": styles})
    heading = Block(Role.HEADING1, (Run("1."), *source.blocks[0].runs))
    result = written(Document(source, Kind.GENERAL, (heading, Block(BODY, carrier=source.blocks[1]))))
    assert texts(tree(result)) == ["1.加强领导", "2.落实责任", "3.", ""]
    assert [change.after for change in result.changes if change.step == "自动编号转文字"] == ["2.", "3."]


def test_quotes_and_dashes_are_drawn_by_the_chinese_font():
    source = draft(p("坚持“两个”——不动摇") + p("it’s"))
    first, second = tree(written(document(source, BODY, BODY))).iter(w("r"))
    assert attribute(first, "rPr/rFonts", "hint") == "eastAsia"
    assert second.find(w("rPr")) is None


def test_a_hyperlink_that_lost_its_words_leaves_no_seam():
    source = draft(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:hyperlink w:anchor='a'><w:r><w:t>乙</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>丙</w:t></w:r></w:p>"
    )
    first, _, last = source.blocks[0].runs
    root = tree(written(Document(source, Kind.GENERAL, (Block(BODY, (first, last)),))))
    assert len(paragraph(root, "甲丙").findall(w("r"))) == 1


def test_words_the_user_supplies_stand_where_their_element_belongs():
    source = draft(p("关于某某工作的通知") + p("正文。"))
    title, body = source.blocks
    blocks = (
        Block(Role.TITLE, title.runs),
        Block(Role.ADDRESSEE, (Run("各县（区）人民政府："),)),
        Block(BODY, body.runs),
    )
    root = tree(written(Document(source, Kind.GENERAL, blocks)))
    assert texts(root) == ["关于某某工作的通知", "各县（区）人民政府：", "正文。"]


def test_words_inserted_and_deleted_again_stay_deleted_from_an_insertion():
    source = draft(
        '<w:p><w:r><w:t>正文</w:t></w:r><w:ins w:id="1" w:author="甲"><w:del w:id="2" w:author="乙"><w:r>'
        "<w:delText>加过又删</w:delText></w:r></w:del></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
    )
    deleted = next(tree(written(document(source, BODY))).iter(w("delText")))
    assert [node.tag for node in deleted.iterancestors(w("ins"), w("del"))] == [w("del"), w("ins")]


def test_looks_that_few_words_have_are_told_when_they_go():
    properties = "<w:fitText w:val='1600'/><w:position w:val='6'/><w:shadow/><w:emboss w:val='0'/>"
    reason = written(document(draft(p("单位", "<w:bidi/>", properties)), BODY)).changes[0].reason
    assert all(f"{what} 1 处" in reason for what in ("调整宽度", "字符升降", "阴影、空心等效果", "从右向左的行文方向"))
