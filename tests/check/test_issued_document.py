"""The words of a document that is issued with a notice are read as those of the notice itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import CheckOptions, check_file

_NOTICE = """某某市水务局关于印发《某某市河道治理方案》的通知
各县（区）水务局：
现将《某某市河道治理方案》印发给你们，请认真组织实施。
附件：任务分解表
某某市水务局
2026年3月16日
某某市河道治理方案
为加强河道治理，结合我市实际，制定本方案。"""
_MEASURES = (
    "（一）疏浚河道。由各县（区）水务局组织实施。", "（二）加固堤防。由市水务局组织实施。",
    "（三）整治岸线。拆除违法建筑，恢复岸线原状，确保行洪安全。",
)  # fmt: skip
_TABLE = ("附件", "任务分解表", "各县（区）水务局负责河道疏浚。")


def codes(folder: Path, *lines: str) -> list[str]:
    """What is said of the plan with `lines` in it."""
    draft = folder / "草稿.txt"
    draft.write_text("\n".join((_NOTICE, *lines, *_TABLE)), encoding="utf-8")
    select = ("E137", "E195", "T559", "T569", "T586", "T596", "T620")
    return [finding.code for finding in check_file(draft, CheckOptions(select=select)).findings]


def test_a_plan_without_faults(tmp_path: Path) -> None:
    right = (
        "一、重点任务",
        "抓好以下三项工作。",
        *_MEASURES,
        "二、工作要求",
        "截至2026年2月底已完成的，分工见附件，不再调整。",
    )
    assert codes(tmp_path, *right) == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("任务分工见附件3。", "E137"),
        ("截至2026年8月底，全市已疏浚河道12公里。", "E195"),
        ("请各县（区）于2026年2月1日前报送方案。", "T596"),
        ("各县（区）要落实治理资金，逐段明确责任人，把任务分解到岗位、到人员，定期调度，确保治理任务按期完成", "T569"),
        ("一是落实责任；三是严格考核。", "T586"),
        ("各县（区）要逐级落实治理责任，确保按期完成。\n各县（区）要逐级落实治理责任，确保按期完成。", "T559"),
    ],
)
def test_a_plan_with_a_fault(tmp_path: Path, fault: str, code: str) -> None:
    assert codes(tmp_path, "一、工作要求", fault) == [code]


def test_the_tasks_of_a_plan_are_counted(tmp_path: Path) -> None:
    assert codes(tmp_path, "一、重点任务", "抓好以下四项工作。", *_MEASURES, "二、工作要求") == ["T620"]
