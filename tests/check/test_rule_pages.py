"""docs/rules is what the rules say of themselves: `python docs/make_rules.py` writes it again."""

from __future__ import annotations

from pathlib import Path

from gwformat.check import all_rules
from gwformat.check.clauses import clauses
from gwformat.report.rule_pages import pages

RULES = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_those_the_rules_write() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in RULES.glob("*.md")}
    assert written == dict(pages())


def test_every_clause_has_a_rule_or_the_reason_why_it_has_none() -> None:
    covered = {rule.clause for rule in all_rules().values()}
    bare = [number for number, clause in clauses().items() if number not in covered and not clause.not_by_machine]
    assert not bare


def test_no_clause_is_excused_that_has_a_rule() -> None:
    covered = {rule.clause for rule in all_rules().values()}
    assert not [number for number, clause in clauses().items() if number in covered and clause.not_by_machine]
