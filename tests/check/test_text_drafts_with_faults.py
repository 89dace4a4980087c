"""Faults in the head and the sign-off do not keep the elements around them from being known."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api

_DRAFT = """{urgency}
某某市教育局文件
{number}

某某市教育局关于做好2026年招生工作的通知

{addressee}
现就做好2026年招生工作有关事项通知如下，请认真贯彻执行。各学校要按照规定的时间和范围组织招生。

{signature}
{date}
"""
_RIGHT = {
    "urgency": "加急",
    "number": "某教发〔2026〕5号",
    "addressee": "各县（区）教育局，局属各学校：",
    "signature": "某某市教育局",
    "date": "2026年3月16日",
}
_MISSING = "E180"


def found(folder: Path, **changed: str) -> dict[str, str]:
    """What is said of the draft with some of its lines changed: messages by code."""
    path = folder / "草稿.txt"
    path.write_text(_DRAFT.format(**{**_RIGHT, **changed}), encoding="utf-8")
    return {finding.code: finding.message for finding in api.check_file(path, api.CheckOptions(select=("E",))).findings}


@pytest.mark.parametrize(
    ("element", "line", "code", "said"),
    [
        ("urgency", "紧急", "E104", "“紧急”不是紧急程度"),
        ("urgency", "3年★秘密", "E102", "应为“秘密★3年”"),
        ("number", "某教发2026〔5〕号", "E198", "应为“某教发〔2026〕5号”"),
        ("number", "发文字号：某教发〔2026〕5号", "E198", "不写“发文字号：”"),
        ("number", "（某教发〔2026〕5号）", "E198", "不写“（”"),
        ("number", "〔2026〕5号", "E198", "没有发文机关代字"),
        ("number", "某教发〔2026〕5-1号", "E198", "发文顺序号是一个数"),
        ("addressee", "主送：各县（区）教育局", "E133", "不加“主送：”"),
        ("addressee", "各县（区）教育局；局属各学校：", "E132", "不用“；”"),
        ("signature", "发文单位：某某市教育局", "E160", "不写“发文单位：”"),
        ("date", "2026年3月16日（星期一）", "E163", "不加“（星期一）”"),
        ("date", "2026年3月16日。", "E163", "不加“。”"),
    ],
)
def test_the_fault_is_named_and_nothing_is_missed(
    element: str, line: str, code: str, said: str, tmp_path: Path
) -> None:
    right = found(tmp_path)
    wrong = found(tmp_path, **{element: line})
    assert said in wrong[code]
    assert code not in right
    assert wrong.get(_MISSING) == right.get(_MISSING) or "份号" in wrong[_MISSING]


def test_a_word_typed_twice_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_text(_DRAFT.format(**_RIGHT).replace("认真贯彻执行", "落实经费保障保障措施"), encoding="utf-8")
    assert [finding.code for finding in api.check_file(path, api.CheckOptions(select=("T558", "T603"))).findings] == [
        "T558"
    ]
