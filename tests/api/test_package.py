"""The package of jobs: every name it promises is there, and formatting loads no checker."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gwformat import api


@pytest.mark.parametrize("name", api.__all__)
def test_every_promised_name_is_there(name: str) -> None:
    assert getattr(api, name) is not None


def test_a_name_nobody_promised_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'no_such_job'"):
        _ = api.no_such_job  # type: ignore[attr-defined]  # asked for on purpose


def test_formatting_loads_no_checker() -> None:
    program = "import sys; from gwformat.api import format_file; sys.exit('gwformat.check' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
