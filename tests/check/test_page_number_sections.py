"""L296: the height of a page number is measured in the section whose footer it stands in."""

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
