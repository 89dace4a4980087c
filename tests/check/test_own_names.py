"""The names that this program itself gives to parts and relations tell nothing, in whatever format."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from tests.check.specimen import docx_of

_NAMES = ("X627", "X642")


@pytest.mark.parametrize(
    "specimen", ["［文种］函\n［发文机关标志］某某市水务局", "［文种］命令", "［文种］纪要", "［附件］有"]
)
def test_its_own_files_have_no_telling_names(tmp_path: Path, specimen: str) -> None:
    path = tmp_path / "样例.docx"
    path.write_bytes(docx_of(specimen))
    assert api.check_file(path, api.CheckOptions(select=_NAMES)).findings == ()
