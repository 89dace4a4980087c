"""Nothing stands against printing a good file, whichever program made it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import preflight_files as made
from gwformat import api
from gwformat.findings import Severity

FEW = 3
SOURCES: dict[str, tuple[str | None, Callable[[Path], Iterator[Path]]]] = {
    "gwformat": (None, lambda folder: made.own(folder, FEW)),
    "LibreOffice": ("soffice", lambda folder: made.from_office(folder, FEW)),
    "typst": (None, made.from_typst),
    "Chromium": ("chromium", made.from_chromium),
    "qpdf": ("qpdf", lambda folder: made.taken_over("qpdf", list(made.own(folder, FEW)), folder)),
    "cairo": ("pdftocairo", lambda folder: made.taken_over("cairo", list(made.own(folder, FEW)), folder)),
}


@pytest.mark.parametrize("source", SOURCES)
def test_good_files_may_be_printed(source: str, tmp_path: Path) -> None:
    program, make = SOURCES[source]
    if program is not None and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    paths = list(make(tmp_path))
    assert len(paths) >= FEW
    for path in paths:
        result = api.preflight_file(path, api.PreflightOptions(today=made.TODAY))
        grave = [f for f in result.findings if f.severity in (Severity.ERROR, Severity.WARNING)]
        assert not [(path.name, f.code, f.message, f.measured) for f in grave]
        assert result.may_be_printed
        assert len(result.file.pages) == 1 or {"P715", "P771"} <= {rule.code for rule, _ in result.checked.measured}
