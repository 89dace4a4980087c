"""Drafts with a twist, through the whole path: the ledger balances, and a second run changes nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gwformat.api import DEFAULTS, FormatOptions, check_file, format_file
from gwformat.errors import InputUnreadable
from gwformat.model import Role
from tests.build import make_docx, parts_of, zip_parts

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>{level}</w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
)
_TITLED = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/>'
    '<w:footerReference w:type="first" r:id="rel-footer2"/><w:titlePg/></w:sectPr>'
)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def field(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


@pytest.fixture
def formatted(tmp_path: Path):
    """Format a draft twice; the path of the first result."""

    def run(name: str, data: bytes, options: FormatOptions = DEFAULTS) -> Path:
        source, once, twice = tmp_path / name, tmp_path / "成品.docx", tmp_path / "再排.docx"
        source.write_bytes(data)
        assert format_file(source, once, options).ledger.balanced
        format_file(once, twice, options)
        assert part(once, "word/document.xml") == part(twice, "word/document.xml")
        return once

    return run


def test_a_form_feed_in_a_text_draft_is_a_page_break(formatted) -> None:
    result = formatted("草稿.txt", "关于放假的通知\n各科室：\n\f放假三天。\n".encode())
    assert part(result, "word/document.xml").count('<w:br w:type="page"/>') == 1


def test_a_picture_among_the_words_of_a_markdown_draft_stands_there(formatted, tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(_PNG)
    result = formatted("草稿.md", "# 关于放假的通知\n\n各科室：\n\n放假![图](图.png)三天。\n".encode())
    xml = part(result, "word/document.xml")
    assert xml.index("放假<") < xml.index("<w:drawing>") < xml.index("三天。")


def test_a_field_without_a_result_stays(formatted) -> None:
    code = 'DATE \\@ "yyyy"'.replace('"', "&quot;")
    result = formatted("草稿.docx", make_docx(p("各科室：") + f'<w:p><w:fldSimple w:instr="{code}"/></w:p>'))
    assert "DATE" in part(result, "word/document.xml")


def test_a_list_that_runs_on_in_a_table_is_spelled_there_too(formatted) -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{_NUMBERED.format('乙事')}</w:tc></w:tr></w:tbl>"
    level = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    parts = {"word/numbering.xml": _NUMBERING.format(level=level)}
    result = formatted("草稿.docx", make_docx(_NUMBERED.format("甲事") + table + p("完。"), parts))
    assert "2.</w:t>" in part(result, "word/document.xml")


def test_list_levels_out_of_the_schemas_order_are_put_in_order(formatted) -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{_NUMBERED.format('甲事')}</w:tc></w:tr></w:tbl>"
    level = '<w:suff w:val="nothing"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    parts = {"word/numbering.xml": _NUMBERING.format(level=level)}
    result = formatted("草稿.docx", make_docx(p("正文。") + table + p("完。"), parts))
    xml = part(result, "word/numbering.xml")
    assert xml.index("numFmt") < xml.index("suff")


def test_a_first_page_footer_with_words_keeps_its_page(formatted) -> None:
    footers = {"word/footer1.xml": p(field("PAGE", "1")), "word/footer2.xml": p("内部资料，注意保存")}
    result = formatted("草稿.docx", make_docx(p("正文。") + _TITLED, footers))
    assert "<w:titlePg/>" in part(result, "word/document.xml")
    assert "内部资料，注意保存" in part(result, "word/footer2.xml")


def test_a_first_page_with_nothing_but_a_page_number_is_no_page_of_its_own(formatted) -> None:
    footers = {"word/footer1.xml": p(field("PAGE", "1")), "word/footer2.xml": p("<!-- -->")}
    result = formatted("草稿.docx", make_docx(p("正文。") + _TITLED, footers))
    assert "titlePg" not in part(result, "word/document.xml")


def test_a_date_beside_the_page_number_is_no_page_number(formatted) -> None:
    footer = f"<w:p>{field('DATE', '2026')}{field('PAGE', '1')}</w:p>"
    reference = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    result = formatted("草稿.docx", make_docx(p("正文。") + reference, {"word/footer1.xml": footer}))
    assert " DATE " in part(result, "word/footer1.xml")


def test_relationships_of_a_new_part_have_a_content_type(formatted) -> None:
    """Some programs declare every relationship part by name and say nothing of the extension."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    result = formatted(
        "草稿.docx", zip_parts({**parts_of(make_docx(p("正文。"))), "[Content_Types].xml": types.encode()})
    )
    assert 'Extension="rels"' in part(result, "[Content_Types].xml")


def test_a_field_in_a_comment_is_not_taken_for_one_of_the_head(formatted) -> None:
    comment = f'<w:comment w:id="0" w:author="某某"><w:p>{field("AUTHOR", "某某")}</w:p></w:comment>'
    marked = '<w:p><w:r><w:t>正文。</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    supplied = FormatOptions(values={Role.COPY_NUMBER: ("000001",)})
    result = formatted("草稿.docx", make_docx(marked, {"word/comments.xml": comment}), supplied)
    assert "AUTHOR" in part(result, "word/comments.xml")


@pytest.mark.parametrize("grid", ["national", "practice"])
def test_an_imprint_of_one_cell_is_read_back_as_an_imprint(formatted, grid: str) -> None:
    text = "关于放假的通知\n各科室：\n放假三天。\n某某局\n2026年5月6日\n抄送：某某办公室。\n"
    result = formatted("草稿.txt", text.encode(), FormatOptions(grid=grid))
    assert part(result, "word/document.xml").count("<w:tbl>") == 1


def test_a_draft_that_only_includes_another_file_stays_as_it_is(formatted) -> None:
    chunk = '<w:p><w:r><w:t></w:t></w:r></w:p><w:altChunk r:id="chunk"/>'
    data = make_docx(chunk, {"word/chunk.html": "<p>正文。</p>".encode()}, [("chunk", "aFChunk", "chunk.html")])
    assert "<w:altChunk" in part(formatted("草稿.docx", data), "word/document.xml")


def test_supplied_words_before_an_empty_paragraph_that_ends_a_section_end_it_themselves(formatted) -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    supplied = FormatOptions(values={Role.ADDRESSEE: ("各科室",)})
    result = formatted("草稿.docx", make_docx(section + p("放假三天。")), supplied)
    assert part(result, "word/document.xml").count("<w:sectPr") == 2


@pytest.mark.parametrize("name", ["settings", "styles"])
def test_a_part_with_a_foreign_root_is_an_error_with_advice(formatted, name: str) -> None:
    data = make_docx(p("正文。"), {f"word/{name}.xml": b'<?xml version="1.0"?><x xmlns="urn:x"/>'})
    with pytest.raises(InputUnreadable) as caught:
        formatted("草稿.docx", data)
    assert f"word/{name}.xml" in caught.value.message


def test_the_word_beside_the_first_of_several_names_is_set_once(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    lines = (
        "某某市甲局  文件",
        "某某市乙局",
        "某甲发〔2026〕5号",
        "关于做好防汛工作的通知",
        "各县（市、区）人民政府：",
    )
    draft.write_text("\n".join((*lines, "请认真做好防汛工作。")), encoding="utf-8")
    result = format_file(draft, tmp_path / "成品.docx")
    with zipfile.ZipFile(result.output) as package:
        written = package.read("word/document.xml").decode()
    assert written.count(">文件<") == 1
    assert written.index("某某市乙局") < written.index(">文件<")


@pytest.mark.parametrize("between", ["", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'])
def test_a_document_issued_by_a_notice_begins_a_page_however_the_draft_parts_them(formatted, between: str) -> None:
    notice = ("关于印发《某某局考勤办法》的通知", "各科室：", "现将《某某局考勤办法》印发给你们，请遵照执行。")
    issued = ("某某局考勤办法", "第一条　为严肃工作纪律，制定本办法。", "第二条　本办法自印发之日起施行。")
    body = "".join(map(p, (*notice, "某某局", "2026年3月2日"))) + between + "".join(map(p, issued))
    document = part(formatted("通知.docx", make_docx(body)), "word/document.xml")
    assert document.count("<w:pageBreakBefore/>") == 1 and "w:br " not in document
    assert document.index("<w:pageBreakBefore/>") > document.index("2026年3月2日")


def test_the_page_numbers_of_a_contents_list_stand_at_the_right_edge(formatted) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    entry = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>一、发展基础</w:t><w:tab/><w:t>3</w:t></w:r></w:p>'
    body = p("某某市数字经济发展规划") + p("目　录") + entry + p("一、发展基础") + p("“十四五”以来，数字经济稳步发展。")
    document = part(formatted("规划.docx", make_docx(body, {"word/styles.xml": styles})), "word/document.xml")
    assert document.count('<w:tab w:val="right" w:leader="dot" w:pos="8844"/>') == 1


def test_captions_and_units_are_no_fault_of_what_is_written(formatted) -> None:
    cells = "".join(f"<w:tc><w:tcPr/>{p(word)}</w:tc>" for word in ("指标", "总量"))
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"
    text = p("关于经济运行情况的通报") + p("各镇：") + p("现将有关情况通报如下。")
    written = formatted(
        "通报.docx", make_docx(text + p("表1　主要经济指标") + p("单位：亿元") + table + p("特此通报。"))
    )
    document = part(written, "word/document.xml")
    assert document.count('<w:jc w:val="right"/>') == 1 and '<w:jc w:val="center"/>' in document
    assert not any(finding.code in ("L213", "L215") for finding in check_file(written).findings)


def test_lines_pasted_from_a_page_become_paragraphs_that_stay_so(formatted) -> None:
    cut = (
        "为切实做好招生工作，维护教育公平，根据有关",
        "文件精神，结合我市实际，制定本通知，请各地",
        "各学校认真学习，逐项对照，并于六月底前报送",
        "落实情况。",
    )
    written = formatted("通知.docx", make_docx("".join(map(p, ("关于招生工作的通知", "各县教育局：", *cut)))))
    assert f"<w:t>{''.join(cut)}</w:t>" in part(written, "word/document.xml")


def test_a_nameless_control_around_blanks_goes_with_them(formatted) -> None:
    blanks = '<w:r><w:t xml:space="preserve">　　</w:t></w:r>'
    control = f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{blanks}</w:sdtContent></w:sdt>'
    signed = f"<w:p>{control}<w:r><w:t>某某局</w:t></w:r></w:p>"
    body = p("关于放假的通知") + p("各科室：") + p("现将放假安排通知如下。") + signed + p("2026年9月18日")
    assert "<w:sdt>" not in part(formatted("通知.docx", make_docx(body)), "word/document.xml")
