"""Files written by this program come back as they were written, also when edited afterwards."""

from __future__ import annotations

import dataclasses

from gwformat.model import Document, Draft, Kind, Look, Role
from gwformat.ooxml.marks import Mark, fingerprint
from gwformat.recognise import recognise
from gwformat.report.as_json import inspection
from tests.recognise.drafts import draft, paragraph, recognised, table, words

SOURCE = (
    "某某市财政局文件",
    "某财〔2026〕5号　　签发人：张某某",
    "关于追加经费的请示",
    "市政府：",
    "（一）基本情况。今年以来，防汛任务较重，经费缺口较大。",
    "附件：1.预算表　2.说明",
    "某某市财政局",
    "2026年5月6日",
    "附件1",
    "预算表",
    "表中数据由市财政局填报。",
    "抄送：市水利局。",
    "某某市财政局办公室　2026年5月7日印发",
)


def written(document: Document) -> Draft:
    """The document as the writer leaves it: a paragraph a line, number and signer, printer and date in tables."""
    shown = [block for block in document.blocks if block.text.strip() or block.carrier]
    marks = tuple(Mark(b.role.key, fingerprint(b.text), b.run_in, b.attachment) for b in shown)
    lines = []
    cells = []
    text = ""
    for block in shown:
        text += block.text
        if block.run_in:
            continue
        if block.role in (Role.DOC_NUMBER, Role.SIGNER, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE):
            cells.append(text)
        else:
            lines += [table(tuple(cells))] if cells else []
            cells = []
            style = "gw-" + block.role.key.replace("_", "-")
            lines.append(paragraph(text, len(lines) + 1, Look(style_id=style)))
        text = ""
    lines += [table(tuple(cells))] if cells else []
    return dataclasses.replace(draft(*lines), marks=marks)


def told(document: Document) -> list[tuple[Role, str, bool, int]]:
    return [(b.role, words(b), b.run_in, b.attachment) for b in document.blocks if b.carrier or b.text.strip()]


def test_a_written_file_is_read_back_exactly():
    first = recognised(*SOURCE)
    assert told(recognise(written(first))) == told(first)
    assert {block.reason for block in recognise(written(first)).blocks} == {"本程序写出的文件，按其中的标记"}


def test_what_patterns_would_see_otherwise_is_as_it_was_written():
    odd = draft(paragraph("随便一行", 1), paragraph("二、像标题的正文", 2))
    marks = (Mark("title", fingerprint("随便一行")), Mark("body", fingerprint("二、像标题的正文")))
    assert [block.role for block in recognise(dataclasses.replace(odd, marks=marks)).blocks] == [Role.TITLE, Role.BODY]


def test_a_heading_with_a_word_corrected_is_still_a_heading():
    lines = (
        "某某市财政局文件",
        "关于预算的报告",
        "市政府：",
        "一、工作情况",
        "（一）执行能力持续增强。",
        "1.加强管理。全年检查42次。",
    )
    source = written(recognised(*lines))
    blocks = tuple(
        paragraph("（一）执行能力持继增强。", number, block.look)
        if getattr(block, "text", "") == "（一）执行能力持续增强。"
        else block
        for number, block in enumerate(source.blocks, 1)
    )
    roles = {words(block): block.role for block in recognise(dataclasses.replace(source, blocks=blocks)).blocks}
    assert roles["（一）执行能力持继增强。"] is Role.HEADING2


def test_an_edited_paragraph_keeps_the_role_of_its_style_and_the_rest_stays():
    source = written(recognised(*SOURCE))
    blocks = tuple(
        paragraph("关于追加防汛经费", number, block.look)
        if getattr(block, "text", "") == "关于追加经费的请示"
        else block
        for number, block in enumerate(source.blocks, 1)
    )
    document = recognise(dataclasses.replace(source, blocks=blocks))
    assert document.first(Role.TITLE).text == "关于追加防汛经费"
    assert document.first(Role.SIGNER).text == "签发人：张某某"


def test_a_paragraph_typed_afterwards_is_recognised_anew():
    source = written(recognised(*SOURCE))
    at = next(i for i, block in enumerate(source.blocks) if getattr(block, "text", "").startswith("附件：1"))
    added = paragraph("（二）有关建议", 99)
    document = recognise(dataclasses.replace(source, blocks=(*source.blocks[:at], added, *source.blocks[at:])))
    assert (Role.HEADING2, "（二）有关建议", False, 0) in told(document)
    assert len(told(document)) == len(told(recognise(source))) + 1


def test_inspection_names_role_label_place_and_reason():
    said = inspection(recognised("关于放假的通知", "各单位："))
    assert said["elements"][0] == {
        "role": "title",
        "label": "标题",
        "text": "关于放假的通知",
        "source": {"part": "word/document.xml", "paragraphs": [1, 1]},
        "reason": "以文种“通知”结尾，位于正文之前",
    }
    assert (said["kind"], said["genre"], said["direction"]) == ("general", "通知", "下行")


def test_a_written_file_keeps_the_format_it_was_written_in():
    source = dataclasses.replace(written(recognised(*SOURCE)), kind=Kind.LETTER)
    assert recognise(source).kind is Kind.LETTER
