"""A result that was edited in Word is formatted once more, whatever its elements have become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from gwformat.api import FormatOptions, format_file

TEXT = "各级各部门要提高政治站位，强化责任担当，细化工作措施，明确时间节点，确保各项任务落到实处。"
DRAFT = (
    *("关于做好防汛工作的通知", "各单位：", "一、总体要求", TEXT, "1.加强领导。" + TEXT, "2.强化保障。" + TEXT),
    *("附件：责任人名单", "某某市水务局", "2026年5月6日"),
)


def no_heading(paragraph: Paragraph) -> None:
    """What was numbered is text."""
    paragraph.runs[0].text = paragraph.runs[0].text.replace("2.", "")


def pasted_twice(paragraph: Paragraph) -> None:
    """Some programs copy a paragraph with its bookmarks."""
    paragraph._p.addnext(paragraph._p.__copy__())


def taken_out(paragraph: Paragraph) -> None:
    """A paragraph goes, the marks of its bookmarks stay."""
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)


@pytest.mark.parametrize("edited", [no_heading, pasted_twice, taken_out])
def test_bookmarks_that_named_other_elements_are_no_loss(tmp_path: Path, edited: Callable[[Paragraph], None]) -> None:
    (tmp_path / "草稿.txt").write_text("\n".join(DRAFT), encoding="utf-8")
    first = format_file(tmp_path / "草稿.txt", tmp_path / "成品.docx", FormatOptions(force=True)).output
    document = docx.Document(str(first))
    edited(next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("2.")))
    document.save(str(tmp_path / "改过.docx"))
    result = format_file(tmp_path / "改过.docx", tmp_path / "再排.docx", FormatOptions(force=True))
    assert result.ledger.balanced
