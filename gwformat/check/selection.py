"""Prefixes of codes come in, whether a rule is wanted goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gwformat.check.registry import Rule, all_rules
from gwformat.errors import UsageError
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules by code, name, or the beginning of a code: `E`, `T5`, `E105`. The longer prefix decides."""

    select: tuple[str, ...] = ()  # empty: all
    ignore: tuple[str, ...] = ()

    def wants(self, rule: Rule) -> bool:
        """Whether the rule is asked."""
        if not self.select and not self.ignore:
            return True
        chosen = _reach(rule, self.select) if self.select else 0
        return chosen is not None and chosen >= (_reach(rule, self.ignore) or -1)


EVERYTHING = Selection()


def selection(
    select: Iterable[str] = (), ignore: Iterable[str] = (), rules: Mapping[str, Rule] | None = None
) -> Selection:
    """A selection; raises `UsageError` for a prefix that none of the rules has (None: of all rules)."""
    chosen = Selection(tuple(_split(select)), tuple(_split(ignore)))
    for prefix in (*chosen.select, *chosen.ignore):
        if not any(_reach(rule, (prefix,)) for rule in (all_rules() if rules is None else rules).values()):
            raise UsageError(
                f"这里没有以“{prefix}”开头的规则", "用 gwformat rules 查看全部规则；P 开头的用于 gwformat print。"
            )
    if chosen.ignore and not any(map(chosen.wants, (all_rules() if rules is None else rules).values())):
        raise UsageError("--select 和 --ignore 合起来，一条规则也没有剩下", "没有查过的不能说没有问题，请少去掉一些。")
    return chosen


def _split(arguments: Iterable[str]) -> list[str]:
    return [part for argument in arguments for part in argument.replace("，", ",").replace(" ", ",").split(",") if part]


def _reach(rule: Rule, prefixes: Iterable[str]) -> int | None:
    """The length of the longest prefix that names the rule; None if there is none."""
    named = [len(p) for p in prefixes if rule.code.startswith(p.upper()) or (p == rule.name and len(p) > 0)]
    return max(named, default=None)
