"""Which characters a font of the document is said to lack: what it sets, not what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api


@pytest.mark.parametrize(
    ("words", "lacking"),
    [("费用为€100，联系人José", []), ("联系人陶堃某", ["“仿宋_GB2312”没有“堃”（U+5803）"])],
)
def test_signs_the_western_face_sets_are_not_looked_for_in_the_chinese_one(
    words: str, lacking: list[str], tmp_path: Path
) -> None:
    draft, made = tmp_path / "稿.txt", tmp_path / "成品.docx"
    draft.write_text(f"某某市人民政府关于某事项的通知\n各县：\n　　{words}，特此通知。\n", encoding="utf-8")
    api.format_file(draft, made, api.FormatOptions(system="party"))
    report = api.check_file(made, api.CheckOptions(select=("F325",), system="party"))
    assert [finding.message for finding in report.findings] == lacking
