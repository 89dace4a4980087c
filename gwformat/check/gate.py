"""Findings and a policy come in; what forbids the exchange of a file, what is to go and what is only told go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from gwformat.check.registry import all_rules
from gwformat.errors import ConfigurationInvalid
from gwformat.findings import Finding
from gwformat.ooxml.leaks import Leak, LeakKind, Removal
from gwformat.profiles import table
from gwformat.values import dataclass

_PACKAGE = "gwformat.check"
_PACKAGED = "gate"
CLASSIFIED = "X600"


class Action(StrEnum):
    """What is done about a finding."""

    REFUSE = "refuse"
    REMOVE = "remove"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Policy:
    """What is done about the findings of each rule; rules it does not name are not asked."""

    rules: Mapping[str, Action]

    @property
    def codes(self) -> tuple[str, ...]:
        """The rules that decide."""
        return (CLASSIFIED, *self.rules)

    @property
    def wanted(self) -> frozenset[LeakKind]:
        """The kinds of leaks that are to go."""
        return frozenset(kind for kind in LeakKind if self.of(kind) is Action.REMOVE)

    def of(self, kind: LeakKind) -> Action | None:
        """What is done about leaks of a kind."""
        return self.rules.get(code_of(kind))


def load_policy(path: Path | None = None) -> Policy:
    """The packaged policy, or that of a file; a rule nobody knows is an error of the file."""
    policy = table.load(Policy, _PACKAGE, path or _PACKAGED)
    file = path.name if path else f"{_PACKAGED}.toml"
    known = all_rules()
    for code, action in policy.rules.items():
        if code not in known or code == CLASSIFIED:
            why = "密级不能由策略放行" if code == CLASSIFIED else "没有这条规则"
            raise ConfigurationInvalid(f"{file}：rules.{code}：{why}", "用 gwformat rules 查看全部规则。")
        if action is Action.REMOVE and known[code].name not in set(LeakKind):
            raise ConfigurationInvalid(f"{file}：rules.{code}：这条规则的问题不能自动去掉", "写 refuse 或 warn。")
    return policy


@cache
def code_of(kind: LeakKind) -> str:
    """The code of the rule that tells of a kind of leak."""
    return next(rule.code for rule in all_rules().values() if rule.name == kind.value)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of a file."""

    refused: tuple[Finding, ...]
    warned: tuple[Finding, ...]


def judge(findings: Iterable[Finding], leaks: Iterable[Leak], policy: Policy, settled: Iterable[LeakKind]) -> Verdict:
    """Decide about findings; kinds in `settled` the user has said what to do about.

    What is to be removed but cannot go unseen is refused.
    """
    done = {code_of(kind) for kind in settled}
    stuck = {code_of(leak.kind) for leak in leaks if leak.removal in (None, Removal.SETTLED)}
    refused, warned = [], []
    for finding in findings:
        action = policy.rules.get(finding.code)
        if finding.code in done or action is None:
            continue
        if action is Action.REFUSE or (action is Action.REMOVE and finding.code in stuck):
            refused.append(finding)
        elif action is Action.WARN:
            warned.append(finding)
    return Verdict(tuple(refused), tuple(warned))
