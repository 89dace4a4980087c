"""L207 and the pitch that makes room for the sign-off (7.3.5.5): our own is let be, a pitch for nothing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.model import Seal
from tests.check.specimen import docx_of

LINE = "汛期各级各部门要落实防汛责任，加强值班值守。"
HEAD = "某某市水务局文件\n某水发〔2026〕12号\n某某市水务局关于做好2026年防汛工作的通知\n各县（区）水务局：\n"
FOOT = "某某市水务局\n2026年3月16日\n某某市水务局办公室　　2026年3月18日印发\n"
ONLY = api.CheckOptions(select=("L207",))


def formatted(lines: int, folder: Path, seal: Seal, grid: str | None) -> tuple[Path, bool]:
    """One paragraph of so many lines, formatted; whether their pitch was adjusted."""
    draft, target = folder / "草稿.txt", folder / "成品.docx"
    draft.write_text(f"{HEAD}{(LINE * lines * 2)[: lines * 28 - 4]}。\n{FOOT}", encoding="utf-8")
    done = api.format_file(draft, target, api.FormatOptions(force=True, seal=seal, grid=grid))
    return target, any("行距由" in notice for notice in done.notices)


@pytest.mark.parametrize("grid", [None, "practice"])
@pytest.mark.parametrize("seal", [Seal.ROUND, Seal.NONE])
def test_a_pitch_adjusted_for_the_sign_off_is_neither_told_nor_cured(tmp_path: Path, seal: Seal, grid: str | None):
    adjusted = set()
    for lines in (8, 26, 27, 28, 29, 30):
        target, moved = formatted(lines, tmp_path, seal, grid)
        result = api.check_file(target, ONLY)
        assert result.findings == ()
        found = {said.value for _, said in result.checked.measured if said.what == "为落款调整的行距"}
        assert moved or not found
        adjusted |= found
    assert len(adjusted) > 1


@pytest.mark.parametrize("pitch", ["28磅", "31磅"])
def test_a_pitch_that_no_sign_off_asks_for_is_told(tmp_path: Path, pitch: str):
    path = tmp_path / "a.docx"
    path.write_bytes(docx_of("\n".join([LINE * 5] * 2 + [f"［正文 行距］{pitch}"])))
    assert {finding.message[:7] for finding in api.check_file(path, ONLY).findings} == {f"行距{pitch}，每"}
