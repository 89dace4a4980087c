"""The rules come in, tables of rules and clauses and the page of one rule go out: terminal, JSON and docs/rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gwformat.check import Need, Rule, all_rules
from gwformat.check.clauses import clauses
from gwformat.errors import UsageError
from gwformat.findings import Safety
from gwformat.text.names import meant

AREAS = {
    "E": "要素",
    "L": "版式",
    "F": "字体",
    "R": "行文",
    "T": "文字、标点、数字",
    "X": "交换与保密",
    "P": "印制",
}
_NEEDS = {
    Need.FORMATTING: "只用于 docx",
    Need.DIRECTORY: "要有机构名录（--org）",
    Need.PRINT: "付印前检查（gwformat print）",
}
_FIXES = {None: "不能", Safety.SAFE: "能（只改形式）", Safety.REVIEW: "能，但涉及文字，须人工确认（--fix-review）"}


def explained(code: str) -> str:
    """One rule in full; raises `UsageError` if there is none of that code or name."""
    wanted = code.upper() if re.fullmatch(r"[A-Za-z]\d{3}", code) else code
    rule = all_rules().get(wanted) or next((rule for rule in all_rules().values() if rule.name == wanted), None)
    if rule is None:
        meaning = meant(code, (rule.name for rule in all_rules().values())) or _listed_for(code)
        raise UsageError(f"没有规则“{code}”", f"{meaning}用 gwformat rules 查看全部规则。")
    return "\n".join(_explained(rule))


def _listed_for(word: str) -> str:
    found = sum(_is_about(rule, word) for rule in all_rules().values())
    return f"用 gwformat rules {word} 列出说到它的 {found} 条；" if found else ""


def _explained(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    yield ""
    yield rule.summary
    if rule.explanation:
        yield ""
        yield rule.explanation
    yield ""
    yield from (f"{label}：{text}" for label, text in _facts(rule))
    for label, specimens in (("不合规", rule.wrong), ("合规", rule.right)):
        for specimen in specimens:
            yield ""
            yield f"{label}："
            yield from (f"    {line}" for line in specimen.splitlines())


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    clause = clauses().get(rule.clause)
    yield "依据", rule.clause + (f"（{clause.subject}）" if clause else "")
    yield "级别", rule.severity.label
    yield "自动修改", _FIXES[rule.fixable]
    if rule.needs:
        yield "条件", "；".join(_NEEDS[need] for need in Need if need in rule.needs)
    if rule.from_memory:
        yield "说明", "条款原文未逐字核对，最多提示为警告"


def rules_about(word: str) -> tuple[Rule, ...]:
    """The rules whose code begins so, or that say the word; `UsageError` if none does. All rules for ""."""
    found = tuple(rule for rule in all_rules().values() if _is_about(rule, word))
    if not found:
        raise UsageError(f"没有编号以“{word}”开头、也没有说到“{word}”的规则", "换一个词，或者不写，列出全部规则。")
    return found


def _is_about(rule: Rule, word: str) -> bool:
    return (
        rule.code.startswith(word.upper()) or word in f"{rule.name}\n{rule.summary}\n{rule.explanation}\n{rule.clause}"
    )


def rule_lines(rules: Sequence[Rule]) -> Iterator[str]:
    """Rules by area, one a line."""
    for letter, area in AREAS.items():
        chosen = [rule for rule in rules if rule.code.startswith(letter)]
        if chosen:
            yield f"{area}（{letter}，{len(chosen)} 条）"
            yield from (f"  {rule.code}  {rule.severity.label}  {rule.summary}（{rule.clause}）" for rule in chosen)


def clause_lines() -> Iterator[str]:
    """All clauses, each with its rules or the reason why there is none."""
    covered = _covered()
    for number, clause in clauses().items():
        codes = "、".join(covered.get(number, ()))
        yield f"{number}  {clause.subject}：{codes or f'不由程序检查——{clause.not_by_machine}'}"


def _covered() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, rule in all_rules().items():
        found.setdefault(rule.clause, []).append(code)
    return found


def rules_as_json(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """What is to be known of each rule."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "clause": rule.clause,
            "severity": rule.severity.value,
            "fixable": rule.fixable.value if rule.fixable else None,
            "needs": sorted(need.value for need in rule.needs),
            "summary": rule.summary,
            "explanation": rule.explanation,
            "wrong": list(rule.wrong),
            "right": list(rule.right),
        }
        for rule in rules
    ]


def clauses_as_json() -> list[dict[str, Any]]:
    """All clauses."""
    covered = _covered()
    return [
        {
            "clause": number,
            "subject": clause.subject,
            "rules": covered.get(number, []),
            "not_by_machine": clause.not_by_machine or None,
        }
        for number, clause in clauses().items()
    ]


def pages() -> Iterator[tuple[str, str]]:
    """File name and content of every page of docs/rules, the table of contents first."""
    yield "README.md", _contents()
    for rule in all_rules().values():
        yield f"{rule.code}.md", _page(rule)


def _contents() -> str:
    lines = ["# 检查规则", "", f"共 {len(all_rules())} 条。由规则自己的说明生成：`python docs/make_rules.py`。"]
    for letter, area in AREAS.items():
        chosen = [rule for code, rule in all_rules().items() if code.startswith(letter)]
        if chosen:
            lines += ["", f"## {letter} {area}", "", "| 规则 | 级别 | 要求 | 依据 |", "| --- | --- | --- | --- |"]
            lines += [f"| [{r.code}]({r.code}.md) | {r.severity.label} | {r.summary} | {r.clause} |" for r in chosen]
    lines += ["", "## 条款", "", "| 条款 | 内容 | 规则 |", "| --- | --- | --- |"]
    covered = _covered()
    for number, clause in clauses().items():
        links = "、".join(f"[{code}]({code}.md)" for code in covered.get(number, ()))
        lines.append(f"| {number} | {clause.subject} | {links or f'不由程序检查：{clause.not_by_machine}'} |")
    return "\n".join(lines) + "\n"


def _page(rule: Rule) -> str:
    lines = [f"# {rule.code} {rule.name}", "", rule.summary]
    if rule.explanation:
        lines += ["", rule.explanation]
    lines += ["", *(f"- {label}：{text}" for label, text in _facts(rule))]
    for label, specimens in (("不合规", rule.wrong), ("合规", rule.right)):
        for specimen in specimens:
            lines += ["", f"{label}：", "", "```", *specimen.splitlines(), "```"]
    return "\n".join(lines) + "\n"
