"""The checker: a recognised document comes in, findings with place, clause and cure go out; nothing is changed."""

from gwformat.check.context import Context
from gwformat.check.directory import load_directory
from gwformat.check.registry import Measured, Need, Problem, Rule, all_rules, rule
from gwformat.check.runner import Checked, Skipped, run
from gwformat.check.selection import Selection, selection
from gwformat.check.waivers import Waiver, waivers_of

__all__ = [
    "Checked",
    "Context",
    "Measured",
    "Need",
    "Problem",
    "Rule",
    "Selection",
    "Skipped",
    "Waiver",
    "all_rules",
    "load_directory",
    "rule",
    "run",
    "selection",
    "waivers_of",
]
