"""A note typed above the sign-off of a docx stands below it in the result, words and formatting with it (7.3.6)."""

from __future__ import annotations

from pathlib import Path

import docx

from gwformat.api import FormatOptions, format_file

NOTE = "（联系人：陶某，联系电话：0000-5556667）"
SIGNED = ["某某区教育局", "2026年9月1日"]
ABOVE = ["关于整治校园周边环境的函", "区城市管理局：", "请协助做好校园周边环境整治工作。", "特此函达。"]
BELOW = ["附件", "整治点位表", "某某小学东门。"]


def test_the_note_moves_below_the_date_and_all_else_stays(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (*ABOVE, NOTE, *SIGNED, *BELOW):
        document.add_paragraph(line)
    document.save(str(tmp_path / "草稿.docx"))
    result = format_file(tmp_path / "草稿.docx", tmp_path / "成品.docx", FormatOptions(force=True))
    lines = [paragraph.text for paragraph in docx.Document(str(result.output)).paragraphs if paragraph.text.strip()]
    assert lines == [*ABOVE, *SIGNED, NOTE, *BELOW]
    again = format_file(result.output, tmp_path / "再排.docx", FormatOptions(force=True))
    assert [change for change in again.document.changes if change.fate.name == "MOVED"] == []
