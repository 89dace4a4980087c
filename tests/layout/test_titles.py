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


def test_a_line_the_author_has_broken_off_too_late_is_broken_between_words(tmp_path: Path) -> None:
    organ, rest = "某某市人民政府办公室", "关于2026年第一季度政府网站与政务新媒体检查情况的通报"
    draft = tmp_path / "草稿.md"
    draft.write_text(f"{organ}\n{rest}\n\n各县：\n\n现将有关情况通报如下。\n", encoding="utf-8")
    (title,) = format_file(draft, tmp_path / "成品.docx").document.of(Role.TITLE)
    first, *others = title.text.split("\n")
    assert first == organ
    assert "".join(others) == rest
    assert len(others) == 2
    assert not any(line.endswith("检") or line.startswith("查") for line in others)


def test_lines_of_the_author_that_fit_stay_as_they_are(tmp_path: Path) -> None:
    lines = ["某某市人民政府办公室关于做好二〇二六年度", "有关工作的通知"]
    draft = tmp_path / "草稿.txt"
    draft.write_text("\n".join((*lines, "", "各县：", "有关事项通知如下。", "")), encoding="utf-8")
    (title,) = format_file(draft, tmp_path / "成品.docx").document.of(Role.TITLE)
    assert title.text.split("\n") == lines
