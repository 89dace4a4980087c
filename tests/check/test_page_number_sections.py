"""Page numbers by sections: the height in the footer of the section (L296), and pages without one (L271)."""

from __future__ import annotations

from pathlib import Path

import docx

from gwformat.api import CheckOptions, FormatOptions, check_file, format_file

TEXT = "各级各部门要提高政治站位，强化责任担当，细化工作措施，明确时间节点，确保各项任务落到实处。"
LETTER = ("某某市文旅局", "某文旅函〔2026〕71号", "关于征求意见的函", "市公安局：", TEXT, "附件：管理办法")
SIGNED = ("某某市文旅局", "2026年7月27日")


def test_the_pages_after_the_section_of_a_letters_first_page_have_numbers_where_they_belong(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (*LETTER, *SIGNED):
        document.add_paragraph(line)
    document.add_section()
    for line in ("附件", "管理办法", TEXT):
        document.add_paragraph(line)
    document.save(str(tmp_path / "草稿.docx"))
    result = format_file(tmp_path / "草稿.docx", tmp_path / "成品.docx", FormatOptions(force=True)).output
    found = check_file(result, CheckOptions(select=("L296",)))
    assert found.findings == ()


def test_a_page_that_a_table_fills_is_no_blank_page_before_the_imprint(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("某某市统计局文件", "某市统〔2026〕14号", "某某市统计局关于做好报表工作的通知", "各县统计局：", TEXT):
        document.add_paragraph(line)
    for line in ("附件：1.报表一览表", "2.填报说明", "某某市统计局", "2026年6月12日"):
        document.add_paragraph(line)
    document.add_section()
    document.add_paragraph("附件1")
    document.add_paragraph("报表一览表")
    table = document.add_table(35, 2)
    for number, row in enumerate(table.rows, 1):
        row.cells[0].text, row.cells[1].text = str(number), "工业统计报表"
    document.add_section()
    for line in ("附件2", "填报说明", "报表由县级统计机构填报。", "某某市统计局办公室　　2026年6月12日印发"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "草稿.docx"))
    result = format_file(tmp_path / "草稿.docx", tmp_path / "成品.docx", FormatOptions(force=True)).output
    assert check_file(result, CheckOptions(select=("L271",))).findings == ()
