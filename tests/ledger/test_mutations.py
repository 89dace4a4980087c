"""One thing goes wrong in an output that was right; the ledger must say so."""

from __future__ import annotations

import pytest

from gwformat.ledger import balance
from tests.ledger import specimen
from tests.ledger.specimen import MAIN

_NEW = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"

MUTATIONS = {
    "one character changed": (MAIN, "各科室", "各科事", "各科室"),
    "one character lost": (MAIN, "检查的通知", "检查通知", "的"),
    "one character doubled": (MAIN, "后一节", "后一一节", "后一"),
    "a space slipped in": (MAIN, "各科室：", "各 科室：", "空格"),
    "two paragraphs swapped": (MAIN, "关于开展检查的通知|各科室：", "各科室：|关于开展检查的通知", "应为"),
    "a paragraph split": (MAIN, "检查的通知", "检查</w:t></w:r></w:p><w:p><w:r><w:t>的通知", "分段"),
    "two paragraphs joined": (MAIN, "前一节</w:t></w:r></w:p><w:p><w:r><w:t>", "前一节", "分段"),
    "a paragraph added": (MAIN, "<w:sectPr/></w:body>", _NEW.format("多出") + "<w:sectPr/></w:body>", "多"),
    "a paragraph hidden in a deletion": (
        MAIN,
        "<w:r><w:t>后一节</w:t></w:r>",
        '<w:del w:id="9"><w:r><w:delText>后一节</w:delText></w:r></w:del>',
        "后一节",
    ),
    "a tab lost": (MAIN, "<w:tab/>", "", "制表符"),
    "a line break lost": (MAIN, "<w:br/>", "", "换行"),
    "a page break lost": (MAIN, '<w:br w:type="page"/>', "", "分页符"),
    "a cell dropped": (MAIN, "<w:tc><w:p><w:r><w:t>九</w:t></w:r></w:p></w:tc>", "", "九"),
    "an empty cell added": (MAIN, "</w:tc></w:tr><w:tr>", "</w:tc><w:tc><w:p/></w:tc></w:tr><w:tr>", "表格"),
    "two cells swapped": (MAIN, "科室</w:t>|人数</w:t>", "人数</w:t>|科室</w:t>", "科室"),
    "rows of a table joined": (MAIN, "</w:tr><w:tr>", "", "表格"),
    "a table made into paragraphs": (MAIN, "<w:tbl>|</w:tbl>", "<w:customXml>|</w:customXml>", "表格"),
    "an image reference dropped": (MAIN, '<a:blip r:embed="rIdImage"/>', "", "图片"),
    "an image used twice": (MAIN, '<a:blip r:embed="rIdImage"/>', '<a:blip r:embed="rIdImage"/>' * 2, "图片"),
    "an image exchanged": ("word/media/image1.png", "PNG picture", "PNG another", "图片"),
    "a drawing dropped": (MAIN, "<w:drawing><wps:wsp/></w:drawing>", "", "图形"),
    "a text box emptied": (
        MAIN,
        _NEW.format("框中文字") + "</w:txbxContent></wps:txbx>",
        "<w:p/></w:txbxContent></wps:txbx>",
        "框中文字",
    ),
    "a chart with other numbers": ("word/charts/chart1.xml", "<v>1</v>", "<v>2</v>", "图表"),
    "a diagram with other words": ("word/diagrams/data1.xml", "流程", "流水", "SmartArt"),
    "an embedded object changed": ("word/embeddings/ole1.bin", "embedded", "imbedded", "嵌入对象"),
    "an embedded object dropped": (MAIN, '<w:object><o:OLEObject r:id="rIdOle"/></w:object>', "", "嵌入对象"),
    "a formula changed": (MAIN, "x+1", "x-1", "公式"),
    "a formula dropped": (MAIN, "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "", "公式"),
    "a footnote with other words": ("word/footnotes.xml", "脚注文字", "脚注文本", "脚注"),
    "a footnote referred to twice": (
        MAIN,
        '<w:footnoteReference w:id="1"/>',
        '<w:footnoteReference w:id="1"/>' * 2,
        "脚注",
    ),
    "a footnote reference dropped": (MAIN, '<w:footnoteReference w:id="1"/>', "", "脚注"),
    "a footnote reference put before its word": (
        MAIN,
        '<w:r><w:t>执行</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>执行</w:t></w:r>',
        "［对象］",
    ),
    "an endnote reference dropped": (MAIN, '<w:endnoteReference w:id="1"/>', "", "尾注"),
    "a comment with other words": ("word/comments.xml", "请核实", "请落实", "批注"),
    "a comment reference dropped": (MAIN, '<w:commentReference w:id="0"/>', "", "批注"),
    "a comment on other words": (
        MAIN,
        "<w:r><w:t>批注范围</w:t></w:r>",
        "<w:r><w:t>批注</w:t></w:r><w:commentRangeEnd w:id='0'/><w:r><w:t>范围</w:t></w:r>",
        "批注",
    ),
    "a hyperlink with another target": ("word/_rels/document.xml.rels", "invalid/办法", "invalid/方法", "超链接"),
    "a hyperlink unwrapped": (MAIN, '<w:hyperlink r:id="rIdLink">|</w:hyperlink>', "|", "超链接"),
    "a hyperlink on other words": (
        MAIN,
        "<w:r><w:t>办法</w:t></w:r></w:hyperlink>",
        "</w:hyperlink><w:r><w:t>办法</w:t></w:r>",
        "超链接",
    ),
    "a field with another instruction": (MAIN, " REF 起点 ", " REF 终点 ", "域"),
    "a field frozen": (MAIN, '<w:fldChar w:fldCharType="begin"/>', "", "域"),
    "another symbol": (MAIN, 'w:char="F0FE"', 'w:char="F0FD"', "符号"),
    "a ruby text lost": (MAIN, "<w:t>yín</w:t>", "", "注音"),
    "hidden words lost": (MAIN, "隐藏的话", "隐藏话", "隐藏文字"),
    "hidden words shown": (MAIN, "<w:vanish/>", "", "隐藏"),
    "an insertion accepted": (MAIN, '<w:ins w:id="1" w:author="甲">|</w:ins>', "|", "修订插入"),
    "a deletion forgotten": (MAIN, "<w:delText>旧的内容</w:delText>", "", "修订删除"),
    "a deletion of inserted words made one of other words": (
        MAIN,
        '<w:ins w:id="8" w:author="甲"><w:del w:id="9" w:author="乙">|</w:del></w:ins>',
        '<w:del w:id="9" w:author="乙">|</w:del>',
        "修订删除",
    ),
    "a content control unwrapped": (MAIN, "<w:sdt>|</w:sdt>", "<w:customXml>|</w:customXml>", "内容控件"),
    "a bookmark lost": (MAIN, '<w:bookmarkStart w:id="0" w:name="起点"/>', "", "书签"),
    "an embedded document dropped": (MAIN, '<w:altChunk r:id="rIdChunk"/>', "", "外部文档块"),
    "a section lost": (MAIN, "<w:pPr><w:sectPr>|</w:sectPr></w:pPr>", "<w:customXml>|</w:customXml>", "分节符"),
    "a header with other words": ("word/header1.xml", "某某局", "某局", "页眉页脚"),
    "a header without its field": ("word/header1.xml", " STYLEREF 标题 ", "", "页眉页脚的域"),
    "a footer with new words": ("word/footer1.xml", "</w:ftr>", _NEW.format("内部") + "</w:ftr>", "页眉页脚"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_what_went_wrong_is_found_and_named(name: str) -> None:
    part, old, new, told = MUTATIONS[name]
    content = specimen.parts()
    text = content[part].decode("utf-8", "surrogateescape")
    position = 0
    for before, after in zip(old.split("|"), new.split("|"), strict=True):
        position = text.index(before, position)
        text = text[:position] + after + text[position + len(before) :]
        position += len(after)
    content[part] = text.encode("utf-8", "surrogateescape")
    ledger = balance(specimen.document(), specimen.zipped(content))
    assert not ledger.balanced
    assert told in "".join(ledger.problems)


def test_macros_in_the_output_are_a_problem() -> None:
    content = {**specimen.parts(), "word/vbaProject.bin": b"macro"}
    assert "成品含有宏" in balance(specimen.document(), specimen.zipped(content)).problems


def test_a_missing_part_is_a_lost_image() -> None:
    content = specimen.parts()
    del content["word/media/image1.png"]
    assert any("图片丢失" in problem for problem in balance(specimen.document(), specimen.zipped(content)).problems)


def test_a_lost_main_part_is_not_balanced() -> None:
    content = {**specimen.parts(), MAIN: b"<broken"}
    assert not balance(specimen.document(), specimen.zipped(content)).balanced
