"""A checked file comes in, its compliance sheet goes out: clause by clause whether it holds, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from gwformat import __version__
from gwformat.api.common import KIND_NAMES
from gwformat.check import document_rules
from gwformat.check.clauses import Clause, clauses
from gwformat.findings import Finding, Severity
from gwformat.report import page
from gwformat.report.checked import said
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.api import CheckResult

PASSED, FAILED, UNVERIFIED, ABSENT, BY_HAND = "符合", "不符合", "未核实", "不涉及", "人工核对"
_CLASSES = {PASSED: "pass", FAILED: "error", UNVERIFIED: "unverified", ABSENT: "info", BY_HAND: "info"}
_BEFORE_PRINTING = "付印以前用 gwformat print 检查"
_OFD = "成品是 OFD 的，用 gwformat print 检查"
_NO_RULE_ASKED = "这一条的规则没有运行"


@dataclass(frozen=True, slots=True)
class Row:
    """One clause: the verdict, and the lines that bear it out."""

    clause: Clause
    verdict: str
    evidence: tuple[str, ...]


def rows(result: CheckResult) -> Iterator[Row]:
    """All clauses. A clause holds only if all its rules were asked and none found or left open anything."""
    by_clause: dict[str, list[str]] = {}
    for code, rule in document_rules().items():
        by_clause.setdefault(rule.clause, []).append(code)
    skipped = {item.rule.code: item.reason for item in result.checked.skipped}
    crashed = {finding.clause for finding in result.findings if finding.code not in document_rules()}
    asked = result.checked.asked
    for number, clause in clauses().items():
        codes = by_clause.get(number, [])
        if clause.ofd:
            yield Row(clause, ABSENT, (_OFD,))
            continue
        if not codes:
            yield Row(clause, BY_HAND, (clause.not_by_machine or _BEFORE_PRINTING,))
            continue
        if clause.kind not in (None, result.document.kind):
            yield Row(clause, ABSENT, (f"这一份是{KIND_NAMES[result.document.kind]}",))
            continue
        found = [f for f in result.findings if f.code in codes and not f.waived]
        unasked = [skipped.get(code, _NO_RULE_ASKED) for code in codes if code in skipped or code not in asked]
        yield _row(clause, found, unasked, number in crashed, result)


def _row(clause: Clause, found: Sequence[Finding], unasked: list[str], crashed: bool, result: CheckResult) -> Row:
    failures = [finding for finding in found if finding.severity in (Severity.ERROR, Severity.WARNING)]
    if failures:
        return Row(clause, FAILED, tuple(map(_evidence, said.alike(failures))))
    open_ = [finding for finding in found if finding.severity is Severity.UNVERIFIED]
    if open_ or crashed or unasked:
        return Row(clause, UNVERIFIED, (*map(_evidence, said.alike(open_)), *dict.fromkeys(unasked)))
    if clause.elements and not any(element.role.value in clause.elements for element in result.context.words):
        return Row(clause, ABSENT, (f"文中没有{clause.elements[0]}",))
    measured = (item for rule, item in result.checked.measured if rule.clause == clause.number)
    return Row(clause, PASSED, tuple(f"{item.what}：应为 {item.expected}，实测 {item.value}" for item in measured))


def _evidence(group: Sequence[Finding]) -> str:
    figures = said.figures(group[0])
    return f"{'、'.join(said.places(group))}：{group[0].message}{f'（{figures}）' if figures else ''}"


def sheet(result: CheckResult) -> str:
    """The sheet as a self-contained HTML page, to be looked at and printed."""
    table = list(rows(result))
    counted = {verdict: sum(row.verdict == verdict for row in table) for verdict in _CLASSES}
    digest = sha256(result.source.read_bytes()).hexdigest()
    facts = (
        ("文件", str(result.source)),
        ("SHA-256", digest),
        ("检查程序", f"gwformat {__version__}，{len(result.checked.asked)} 条规则"),
        ("结果", "，".join(f"{verdict} {count} 条" for verdict, count in counted.items() if count)),
    )
    waived = [finding for finding in result.findings if finding.waived]
    body = [
        "<h1>公文格式检查单</h1>",
        "<dl>",
        *(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts),
        "</dl>",
        *page.table(("条款", "内容", "结果", "依据"), map(_html_row, table)),
    ]
    if waived:
        body += ["<h2>豁免</h2>", "<ul>"]
        body += [f"<li>{escape(f.code)} {escape(_evidence([f]))}——理由：{escape(f.waived)}</li>" for f in waived]
        body.append("</ul>")
    return page.html("公文格式检查单", "\n".join(body))


def _html_row(row: Row) -> str:
    evidence = "<br>".join(escape(line) for line in row.evidence)
    return (
        f'<tr class="{_CLASSES[row.verdict]}"><td>{escape(row.clause.number)}</td><td>{escape(row.clause.subject)}</td>'
        f"<td>{row.verdict}</td><td>{evidence}</td></tr>"
    )
