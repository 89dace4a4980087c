"""Through the command line: exit code 3, Chinese on stderr, no traceback, nothing written, little time and memory."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.cost import measure
from gwformat.cli.program import run
from tests.hostile.builders import BYTES, build

_SECONDS = 2
_MEGABYTES = 200


@pytest.mark.parametrize("name", BYTES)
def test_format_leaves_with_three_and_writes_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = build(name, tmp_path)
    assert run(["format", str(path), "-o", str(tmp_path / "成品.docx")]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("错误：")
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux counts it")
@pytest.mark.parametrize(
    "name",
    [
        "zip bomb by ratio",
        "zip bomb by sum",
        "zip bomb by entries",
        "billion laughs",
        "nested 5000 deep",
        "millions of elements",
    ],
)
def test_an_attack_costs_little_time_and_memory(name: str, tmp_path: Path) -> None:
    path = build(name, tmp_path)
    command = [sys.executable, "-m", "gwformat", "format", str(path), "-o", str(tmp_path / "成品.docx")]
    cost = measure(command)
    assert cost.code == 3
    assert cost.seconds < _SECONDS
    assert cost.megabytes < _MEGABYTES
