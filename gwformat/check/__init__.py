"""The checker: a recognised document comes in, findings with place, clause and cure go out; nothing is changed."""

from gwformat.check.context import Context
from gwformat.check.directory import Directory, load_directory
from gwformat.check.gate import Action, Policy, Verdict, judge, load_policy
from gwformat.check.registry import Measured, Need, Problem, Rule, all_rules, document_rules, print_rules, rule
from gwformat.check.runner import Checked, Skipped, run
from gwformat.check.selection import Selection, selection
from gwformat.check.waivers import Waiver, waivers_of

__all__ = [
    "Action",
    "Checked",
    "Context",
    "Directory",
    "Measured",
    "Need",
    "Policy",
    "Problem",
    "Rule",
    "Selection",
    "Skipped",
    "Verdict",
    "Waiver",
    "all_rules",
    "document_rules",
    "judge",
    "load_directory",
    "load_policy",
    "print_rules",
    "rule",
    "run",
    "selection",
    "waivers_of",
]
