"""A sample of the faults that benchmarks/mutants.py plants: found where they stand, and nothing else with them."""

from __future__ import annotations

import random

import pytest

from benchmarks.mutant_table import Kind
from benchmarks.mutants import all_kinds, before, mutants, outcome
from gwformat.findings import Severity

SEED = 9704
SAMPLE = random.Random(SEED).sample(all_kinds(), 40)


@pytest.mark.parametrize("kind", SAMPLE, ids=lambda kind: kind.name)
def test_a_planted_fault_is_found_at_its_place_and_nothing_else(kind: Kind) -> None:
    for mutant in mutants(kind, 1, SEED):
        found = outcome(mutant, mutant.data, before(mutant.genre, mutant.disguise))
        assert found.placed, [finding.code for finding in found.new]
        assert not [finding.message for finding in found.others(Severity.ERROR)]


def test_there_are_at_least_a_hundred_and_twenty_kinds() -> None:
    kinds = all_kinds()
    assert len({kind.name for kind in kinds}) == len(kinds) >= 120
    assert {kind.area for kind in kinds} == set("ELFRT")
