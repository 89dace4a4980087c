"""What a journal says of its runs."""

from __future__ import annotations

import re

import pytest

from gwformat.batch.journal import Run


@pytest.mark.parametrize("started", ["2026-11-22T12:09:59+00:00", "2026-11-22T20:09:59.123456+08:00"])
def test_the_time_of_a_run_is_told_by_the_clock_of_this_machine(started: str) -> None:
    assert re.fullmatch(r"2026-11-2[123] \d\d:(09|39|54)", Run("", "format", started).began)


def test_what_is_no_time_is_told_as_it_stands() -> None:
    assert Run("", "format", "昨天").began == "昨天"
