"""Margins and pitch are mended in the family of margins the file has: what is mended has no new fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from tests.check.specimen import docx_of

TEXT = "汛期各级各部门要落实防汛责任，加强值班值守。" * 3
PRACTICE = "［页面 上边距］37毫米\n［页面 下边距］35毫米\n［正文 行距］28.95磅\n"


@pytest.mark.parametrize(
    "fault",
    [
        "［正文 行距］1.5倍",
        "［正文 行距］30磅",
        "［页面 左边距］25.4毫米",
        "［页面 上边距］25.4毫米",
        "［页面 上边距］25.4毫米\n［页面 下边距］25.4毫米",
    ],
)
@pytest.mark.parametrize("family", ["", PRACTICE])
def test_a_cured_file_has_no_other_fault(tmp_path: Path, family: str, fault: str) -> None:
    only = api.CheckOptions(select=("L202", "L206", "L207"))
    source, cured = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(docx_of(f"{TEXT}\n{family}{fault}"))
    assert api.check_file(source, only).findings
    api.fix_file(source, cured, only)
    result = api.check_file(cured, only)
    assert result.findings == ()
    assert result.context.formatting is not None
    if family:
        assert round(result.context.formatting.sections[0].top.mm) == 37
