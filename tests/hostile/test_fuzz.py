"""Thousands of damaged docx files: each ends in a result or in a documented error, and nothing is half written."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from gwformat import api
from gwformat.check.runner import CRASHED
from gwformat.errors import GwError
from tests.hostile.mutations import mutated

ORIGINALS = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "examples").glob("*.docx"))]
ROUNDS, EACH = 20, 100
DOCUMENTED = (3, 8)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_damaged_docx_is_formatted_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    source, target = tmp_path / "草稿.docx", tmp_path / "成品.docx"
    for number in range(EACH):
        name, data = mutated(chance.choice(ORIGINALS), chance)
        source.write_bytes(data)
        try:
            api.format_file(source, target)
        except GwError as error:
            assert error.exit_code in DOCUMENTED, f"{name}, input {number}: {error}"
            assert error.advice, f"{name}, input {number}: {error}"
            assert not target.exists()
        else:
            assert zipfile.is_zipfile(target)
            target.unlink()
        assert {path.name for path in tmp_path.iterdir()} == {source.name}


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_docx_is_checked_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(1000 + seed)
    source = tmp_path / "草稿.docx"
    for number in range(EACH):
        name, data = mutated(chance.choice(ORIGINALS), chance)
        source.write_bytes(data)
        try:
            findings = api.check_file(source).findings
        except GwError as error:
            assert error.exit_code in DOCUMENTED, f"{name}, input {number}: {error}"
        else:
            crashed = [finding for finding in findings if finding.code == CRASHED]
            assert not crashed, f"{name}, input {number}: {crashed}"
