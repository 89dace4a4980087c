"""The checker: a recognised document comes in, findings with place, clause and cure go out; nothing is changed."""

from gwformat.check.context import Context
from gwformat.check.directory import load_directory
from gwformat.check.registry import Need, Problem, Rule, rule, rules
from gwformat.check.runner import Checked, Skipped, run
from gwformat.check.selection import Selection, selection
from gwformat.check.waivers import Waiver, waivers_of

__all__ = [
    "Checked",
    "Context",
    "Need",
    "Problem",
    "Rule",
    "Selection",
    "Skipped",
    "Waiver",
    "load_directory",
    "rule",
    "rules",
    "run",
    "selection",
    "waivers_of",
]
