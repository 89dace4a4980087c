"""Every format and variant that is measured is read back as it was written, changes no more, and is without fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.geometry_drafts import Case
from benchmarks.geometry_run import draft_of, every_case
from gwformat import api
from gwformat.findings import Severity
from gwformat.fonts.system import system_names
from gwformat.model import Seal
from tests.formats.elements import elements

CASES = every_case()
SHORT = ("信函-正文1段", "命令-市长", "纪要-3人", "电报-一行", "下行-正文4句", "上行-2个签发人", "联合-2-上行-none")
# Every format and direction with every seal, whether usual or not.
SEALED = [
    replace(case, name=f"{case.name}-{seal.value}", seal=seal.value, pictures=())
    for case in CASES
    if case.name in SHORT
    for seal in Seal
]
# Not every variant in both grids and all font systems: what is asked hardly depends on them, and the time does.
HOW = [
    (("national", "practice")[number % 2], system_names()[number // 2 % len(system_names())], case)
    for number, case in enumerate((*CASES, *SEALED))
]


@pytest.mark.parametrize(("grid", "system", "case"), HOW, ids=[case.name for _, _, case in HOW])
def test_what_is_written_is_read_back_changes_no_more_and_has_no_error(
    tmp_path: Path, grid: str, system: str, case: Case
) -> None:
    path, options = draft_of(grid, case, tmp_path)
    made = api.format_file(path, tmp_path / "成品.docx", replace(options, system=system))
    assert elements(api.inspect_file(made.output)) == elements(made.document)
    again = api.format_file(made.output, tmp_path / "再排.docx", api.FormatOptions(grid=grid, system=system))
    assert again.output.read_bytes() == made.output.read_bytes()
    found = api.check_file(made.output).findings
    assert [str(one) for one in found if one.severity is Severity.ERROR] == []
