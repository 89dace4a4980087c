"""Bullets before paragraphs are told; dashes, signs with a meaning of their own and quantities are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api

HEAD = ["关于做好防汛工作的通知", "各有关单位：", "现就有关事项通知如下。"]


def told(line: str, directory: Path) -> list[str]:
    path = directory / "草稿.txt"
    path.write_text("\n".join([*HEAD, line, "特此通知。"]), encoding="utf-8")
    return [finding.message for finding in api.check_file(path, api.CheckOptions(select=("T602",))).findings]


@pytest.mark.parametrize("sign", ["• ", "●", "- ", "-", "◆", "Ø ", "➢ ", "\uf0d8", "* ", "（）", "（　）", "√"])
def test_a_bullet_before_a_paragraph_is_told(sign: str, tmp_path: Path) -> None:
    (message,) = told(f"　　{sign}落实防汛责任，储备防汛物资。", tmp_path)
    assert sign.strip() in message or "项目符号" in message


@pytest.mark.parametrize(
    "line",
    [
        "——落实防汛责任，储备防汛物资。",
        "-5℃以下停止室外作业，并报告防汛办。",
        "Ø50管道由某某公司更换，费用自理。",
        "①落实防汛责任，储备防汛物资。",
        "○○县负责本县的防汛工作，并报告情况。",
        "（一）落实防汛责任，储备防汛物资。",
        "各地落实防汛责任：•为重点，●为一般。",
    ],
)
def test_what_only_looks_like_one_is_not(line: str, tmp_path: Path) -> None:
    assert told(line, tmp_path) == []
