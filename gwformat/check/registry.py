"""A function with `@rule` comes in, a `Rule` that reports, explanations and tests can read goes out."""

from __future__ import annotations

import functools
import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from gwformat.expressions import expression
from gwformat.findings import Fix, Location, Safety, Severity, Span
from gwformat.values import dataclass

CODE = expression(r"[ELFRTXP][1-7]\d\d")
NAME = expression(r"[a-z0-9]+(-[a-z0-9]+)*")


class Need(StrEnum):
    """What a rule cannot do without; where it is missing the rule does not apply, and the report says so."""

    FORMATTING = "formatting"  # the file is a docx
    DIRECTORY = "directory"  # an organisation directory was given
    PRINT = "print"  # the file is looked at as it goes to the press: `gwformat print`


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields. `where` is a stretch of the document, a place in the file, or None for the whole file.

    `severity` is said only where it differs from the rule's: a doubtful case is weaker, an unmeasured one UNVERIFIED.
    """

    message: str
    where: Span | Location | None = None
    fix: Fix | None = None
    expected: str | None = None
    measured: str | None = None
    severity: Severity | None = None
    clause: str = ""  # where it is more exact than the rule's


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that a rule took and found right; the compliance sheet shows it."""

    what: str
    expected: str
    value: str


Subject = TypeVar("Subject")  # what a rule looks at: a `Context`, or a `Printable` in rules of the press
Found = Iterator[Problem | Measured]
Check = Callable[[Any], Found]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; what is said to users comes from the docstring of its check."""

    code: str
    name: str
    clause: str
    severity: Severity
    check: Check
    fixable: Safety | None = None
    needs: frozenset[Need] = frozenset()
    from_memory: bool = False  # the wording of the clause was not re-read: never more than a warning

    @property
    def summary(self) -> str:
        """The first sentence: what the standard asks for."""
        return _said(self.check).split("\n", 1)[0].strip()

    @property
    def explanation(self) -> str:
        """What the docstring says besides, without the specimens."""
        lines = _said(self.check).split("\n\n")[1:]
        return "\n\n".join(part for part in _without_specimens(lines)).strip()

    @property
    def wrong(self) -> tuple[str, ...]:
        """Specimens on which the rule fires."""
        return tuple(_specimens(_said(self.check), "不合规"))

    @property
    def right(self) -> tuple[str, ...]:
        """Specimens on which it is silent."""
        return tuple(_specimens(_said(self.check), "合规"))


_rules: dict[str, Rule] = {}
_names: set[str] = set()


def rule(
    code: str,
    *,
    name: str,
    clause: str,
    severity: Severity,
    fixable: Safety | None = None,
    needs: tuple[Need, ...] = (),
    from_memory: bool = False,
) -> Callable[[Callable[[Subject], Found]], Callable[[Subject], Found]]:
    """Register a check under its code; raises `ValueError` for a code or name that is taken or badly formed."""

    def register(check: Callable[[Subject], Found]) -> Callable[[Subject], Found]:
        if not CODE.fullmatch(code) or not NAME.fullmatch(name):
            raise ValueError(f"{code} {name}: bad code or name")
        if code in _rules or name in _names:
            raise ValueError(f"{code} {name}: registered twice")
        if from_memory and severity is Severity.ERROR:
            raise ValueError(f"{code}: a clause from memory is never more than a warning")
        _names.add(name)
        _rules[code] = Rule(code, name, clause, severity, check, fixable, frozenset(needs), from_memory)
        return check

    return register


_RULES = "gwformat.check.rules"
_AREAS = "ELFRTXP"  # the first letters of codes in their order: T599 is followed by T600
_PRINT = f"{_RULES}.print"


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """All rules by code, in the order of the codes; every module below `gwformat.check.rules` is imported once."""
    return {**document_rules(), **print_rules()}


@functools.cache
def document_rules() -> Mapping[str, Rule]:
    """The rules that look at a document: all but those of the press, which are not imported."""
    package = importlib.import_module(_RULES)
    for area in pkgutil.iter_modules(package.__path__, f"{_RULES}."):
        if area.name != _PRINT:
            _import_below(area.name)
    return _sorted(rule for rule in _rules.values() if Need.PRINT not in rule.needs)


@functools.cache
def print_rules() -> Mapping[str, Rule]:
    """The rules that look at a file as it goes to the press."""
    _import_below(_PRINT)
    return _sorted(rule for rule in _rules.values() if Need.PRINT in rule.needs)


def _import_below(name: str) -> None:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        importlib.import_module(found.name)


def _sorted(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: (_AREAS.index(rule.code[0]), rule.code))}


def _said(check: Check) -> str:
    return inspect.cleandoc(check.__doc__ or "")


_LABEL = expression(r"^(不合规|合规)::$", re.MULTILINE)


_INDENT = "    "


def _specimens(text: str, wanted: str) -> Iterator[str]:
    """The indented blocks below each label without their indent."""
    pieces = _LABEL.split(text)
    for label, body in zip(pieces[1::2], pieces[2::2], strict=True):
        if label == wanted:
            lines = itertools.takewhile(lambda line: not line or line.startswith(_INDENT), body.strip("\n").split("\n"))
            yield "\n".join(line.removeprefix(_INDENT) for line in lines).strip("\n")


def _without_specimens(parts: list[str]) -> Iterator[str]:
    for part in parts:
        if not _LABEL.match(part) and not part.startswith(" "):
            yield part
