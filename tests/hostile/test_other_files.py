"""A share of what `benchmarks/fuzz_commands.py` gives to the commands: files other than docx, damaged or strange."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.fuzz_files import FAMILIES
from gwformat.check.runner import CRASHED
from gwformat.cli.program import run

_QUICK = ("pictures", "settings", "markdown", "text")


@pytest.mark.parametrize("family", _QUICK)
@pytest.mark.parametrize("seed", range(4))
def test_a_strange_file_is_read_or_refused_in_chinese(
    family: str, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = FAMILIES[family](tmp_path, random.Random(seed))
    given = {path.name for path in tmp_path.iterdir()}
    code = run(command)
    said = capsys.readouterr()
    assert code in range(9)
    assert "内部出错" not in said.err and CRASHED not in said.out
    assert "错误：" in said.err or code in (0, 1)
    assert {path.stem for path in tmp_path.iterdir() if path.name not in given} <= ({"成品"} if code < 2 else set())
