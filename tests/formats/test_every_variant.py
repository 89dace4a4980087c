"""Every format and variant that is measured is read back as it was written, changes no more, and is without fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.geometry_drafts import Case
from benchmarks.geometry_run import draft_of, every_case
from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Document, Role

CASES = every_case()
# Half of them in each grid: what is asked here does not depend on it, and the time of the tests does.
GRIDS = [("national", "practice")[number % 2] for number in range(len(CASES))]


def elements(document: Document) -> list[tuple[Role, str]]:
    """Roles and words; where a title breaks is a matter of layout."""
    return [(block.role, block.text.replace("\n", "")) for block in document.blocks if block.text.strip()]


@pytest.mark.parametrize(("grid", "case"), [*zip(GRIDS, CASES, strict=True)], ids=[case.name for case in CASES])
def test_what_is_written_is_read_back_changes_no_more_and_has_no_error(tmp_path: Path, grid: str, case: Case) -> None:
    path, options = draft_of(grid, case, tmp_path)
    made = api.format_file(path, tmp_path / "成品.docx", options)
    assert elements(api.inspect_file(made.output)) == elements(made.document)
    again = api.format_file(made.output, tmp_path / "再排.docx", api.FormatOptions(grid=grid))
    assert again.output.read_bytes() == made.output.read_bytes()
    errors = [str(found) for found in api.check_file(made.output).findings if found.severity is Severity.ERROR]
    assert errors == []
