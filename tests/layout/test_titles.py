"""Breaking the titles of a document: what stands at a line end, and what a second run makes of it."""

from __future__ import annotations

from pathlib import Path

from gwformat.api import format_file
from gwformat.model import Role


def test_a_space_at_a_line_end_gives_way_to_the_break_and_a_second_run_keeps_it(tmp_path: Path) -> None:
    title = "某某市财政局 某某市教育局关于做好家庭经济困难学生资助工作的通知"
    draft, once, twice = tmp_path / "草稿.txt", tmp_path / "一.docx", tmp_path / "二.docx"
    draft.write_text(f"{title}\n各县：\n有关事项通知如下。\n", encoding="utf-8")
    (first,) = format_file(draft, once).document.of(Role.TITLE)
    (second,) = format_file(once, twice).document.of(Role.TITLE)
    assert first.text == second.text
    assert "\n" in first.text
    assert " \n" not in first.text
    assert first.text.replace("\n", "").replace(" ", "") == title.replace(" ", "")
