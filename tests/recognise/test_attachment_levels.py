"""Attachments of every kind: issued documents with attachments of their own, several levels, and one by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Document, Role
from gwformat.ooxml.package import Package
from tests.recognise.drafts import elements

HEAD = """某某市人民政府文件
某政发〔2026〕8号
"""
FOOT = """抄送：市委办公室，市人大常委会办公室。
某某市人民政府办公室　　2026年3月9日印发
"""
ISSUED = f"""{HEAD}某某市人民政府关于印发《某某市公文处理办法》的通知
各县（区）人民政府，市政府各工作部门：
《某某市公文处理办法》已经市政府第12次常务会议审议通过，现印发给你们，请认真贯彻执行。
某某市人民政府
2026年3月8日
（此件公开发布）
某某市公文处理办法
第一章　总则
第一条　为规范公文处理工作，制定本办法。
第二章　附则
第二条　本办法自2026年4月1日起施行。
附件：1.公文格式样本
2.公文处理流程图
附件1
公文格式样本
版头由份号等组成。
附件2
公文处理流程图
第一步收文。
{FOOT}"""
APPROVED = f"""{HEAD}某某市人民政府批转市教育局关于推进义务教育优质均衡发展意见的通知
各县（区）人民政府：
市政府同意市教育局《关于推进义务教育优质均衡发展的意见》，现批转给你们，请认真贯彻执行。
某某市人民政府
2026年3月8日
关于推进义务教育优质均衡发展的意见
某某市教育局
（2026年3月1日）
为推进义务教育优质均衡发展，现提出以下意见。
一、总体要求
坚持公平优质。
二、主要任务
（一）优化布局。统筹城乡学校布局。
（二）加强师资。配齐配强教师。
附件：重点任务分工表
附件
重点任务分工表
任务一由市教育局负责。
{FOOT}"""
LEVELS = f"""{HEAD}某某市人民政府关于做好2026年重点工作的通知
各县（区）人民政府：
现就做好2026年重点工作有关事项通知如下。
附件：1.重点工作任务分工
2.重点项目计划
某某市人民政府
2026年3月8日
附件1
重点工作任务分工
分工见附表。
附件：季度安排表
附件1-1
季度安排表
一季度完成计划编制。
附件2
重点项目计划
建设道路三条。
{FOOT}"""
UNBOUND = """某政发〔2026〕8号附件1
某某市城市更新行动方案
为推进城市更新，制定本方案。
一、总体要求
坚持规划引领。
二、工作安排
到2028年完成改造。
"""
DRAFTS = {"印发": ISSUED, "批转": APPROVED, "多级": LEVELS, "不与正文装订": UNBOUND}


def file_of(directory: Path, text: str) -> Path:
    path = directory / "草稿.txt"
    path.write_text(text, encoding="utf-8")
    return path


def words(document: Document, role: Role) -> list[tuple[int, str]]:
    return [(block.attachment, block.text) for block in document.of(role)]


def test_an_issued_document_has_a_title_and_a_note_of_its_own(tmp_path: Path) -> None:
    document = api.inspect_file(file_of(tmp_path, ISSUED))
    titles = [(1, "某某市公文处理办法"), (2, "公文格式样本"), (3, "公文处理流程图")]
    assert words(document, Role.ATTACHMENT_TITLE) == titles
    assert words(document, Role.ATTACHMENT_NOTE) == [(1, "附件：1.公文格式样本"), (1, "2.公文处理流程图")]
    assert words(document, Role.ATTACHMENT_LABEL) == [(2, "附件1"), (3, "附件2")]
    assert words(document, Role.HEADING1) == [(1, "第一章　总则"), (1, "第二章　附则")]
    assert not document.missing


def test_an_approved_document_keeps_its_author_and_date_under_its_title(tmp_path: Path) -> None:
    document = api.inspect_file(file_of(tmp_path, APPROVED))
    assert words(document, Role.SUBTITLE) == [(1, "某某市教育局"), (1, "（2026年3月1日）")]
    assert words(document, Role.SIGNATURE) == [(0, "某某市人民政府")]
    assert words(document, Role.ATTACHMENT_NOTE) == [(1, "附件：重点任务分工表")]
    assert words(document, Role.HEADING2) == [(1, "（一）优化布局。"), (1, "（二）加强师资。")]


def test_an_attachment_may_have_attachments(tmp_path: Path) -> None:
    document = api.inspect_file(file_of(tmp_path, LEVELS))
    assert words(document, Role.ATTACHMENT_LABEL) == [(1, "附件1"), (2, "附件1-1"), (3, "附件2")]
    assert [title for _, title in words(document, Role.ATTACHMENT_TITLE)] == [
        *("重点工作任务分工", "季度安排表", "重点项目计划"),
    ]
    assert [number for number, _ in words(document, Role.ATTACHMENT_NOTE)] == [0, 0, 1]


def test_an_attachment_not_bound_with_the_text_begins_with_the_number_of_the_document(tmp_path: Path) -> None:
    document = api.inspect_file(file_of(tmp_path, UNBOUND))
    assert words(document, Role.ATTACHMENT_LABEL) == [(1, "某政发〔2026〕8号附件1")]
    assert words(document, Role.ATTACHMENT_TITLE) == [(1, "某某市城市更新行动方案")]
    assert words(document, Role.HEADING1) == [(1, "一、总体要求"), (1, "二、工作安排")]
    assert {block.attachment for block in document.blocks} == {1}
    assert not document.missing


@pytest.mark.parametrize("name", DRAFTS)
def test_formatting_twice_changes_nothing_and_the_checker_finds_no_error(name: str, tmp_path: Path) -> None:
    first = api.format_file(file_of(tmp_path, DRAFTS[name]), tmp_path / "成品.docx")
    again = api.format_file(first.output, tmp_path / "再排.docx")
    main = "word/document.xml"
    assert Package.open(first.output).parts[main] == Package.open(again.output).parts[main]
    read = [(block.role, block.attachment, block.text) for block in again.document.blocks if block.text]
    assert read == [(block.role, block.attachment, block.text) for block in first.document.blocks if block.text]
    findings = api.check_file(first.output).findings
    assert [(finding.code, finding.message) for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("name", "starts"), [("印发", 4), ("批转", 3), ("多级", 4), ("不与正文装订", 1)])
def test_every_piece_begins_on_a_page_of_its_own(name: str, starts: int, tmp_path: Path) -> None:
    pages = api.lay_out_file(file_of(tmp_path, DRAFTS[name])).pages.pages
    with_text = [page for page in pages if any(line.spans for line in page.lines)]
    opening = (Role.ISSUER_MARK, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)
    assert sum(next(line for line in page.lines if line.spans).role in opening for page in with_text) == starts


def test_the_label_of_an_attachment_by_itself_stands_on_the_first_line_of_the_first_page(tmp_path: Path) -> None:
    pages = api.lay_out_file(file_of(tmp_path, UNBOUND)).pages.pages
    assert len(pages) == 1
    first = pages[0].lines[0]
    assert first.text == "某政发〔2026〕8号附件1"
    assert first.x / 36000 == pytest.approx(28, abs=0.05)


def test_a_note_below_the_date_ends_at_the_label_of_the_attachment() -> None:
    text = ("各单位：", "现将有关事项通知如下。", "某某市水务局", "2026年3月2日", "附件：任务分工表")
    found = elements("关于开会的通知", *text, "附件", "任务分工表", "一、市水务局负责巡查。")
    assert [words for role, words in found if role is Role.ATTACHMENT_NOTE] == ["附件：任务分工表"]
    assert [words for role, words in found if role is Role.ATTACHMENT_TITLE] == ["任务分工表"]


def test_a_label_with_the_name_that_was_announced_begins_an_attachment_above_a_list_too() -> None:
    lists = ("附件1：会议议程", "1.签到", "2.领导讲话", "附件2：任务清单", "1.市水务局", "2.市财政局")
    text = ("各单位：", "现将有关事项通知如下。", "附件：1.会议议程", "2.任务清单", "某某市水务局", "2026年3月2日")
    found = elements("关于开会的通知", *text, *lists)
    assert [words for role, words in found if role is Role.ATTACHMENT_TITLE] == ["会议议程", "任务清单"]
