from __future__ import annotations

import runpy
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        # Compressed bytes may differ between versions of zlib; the picture is compressed twice.
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith(".png")}


@pytest.mark.parametrize("name", ["通知.docx", "请示.docx", "报告.docx"])
def test_the_docx_drafts_are_those_the_script_builds(name: str, tmp_path: Path) -> None:
    runpy.run_path(str(EXAMPLES / "build.py"))["main"](tmp_path)
    assert parts(tmp_path / name) == parts(EXAMPLES / name)
