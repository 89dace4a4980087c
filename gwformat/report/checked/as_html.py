"""Checked files come in, one self-contained page goes out: the findings, and the text with marks at their places."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from gwformat.check import all_rules
from gwformat.findings import Finding, Severity
from gwformat.report import page
from gwformat.report.checked import pictures, said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult


FINDINGS = ("规则", "位置", "级别", "问题")
"""Over the columns of a table of findings."""


def report(outcomes: Sequence[CheckResult | Failed]) -> str:
    """All files on one page, each with its table and its text."""
    body = ["<h1>公文检查报告</h1>"]
    for number, outcome in enumerate(outcomes, 1):
        body.extend(failed(outcome) if isinstance(outcome, Failed) else _file(outcome, number))
    return page.html("公文检查报告", "\n".join(body), style=pictures.STYLE)


def failed(outcome: Failed) -> Iterator[str]:
    """A file that could not be looked at."""
    yield f"<h2>{escape(str(outcome.source))}</h2>"
    yield f'<p class="badge error">没有检查：{escape(str(outcome.error))}</p>'


def about(finding: Finding) -> str:
    """What the rule of a finding asks for, to be shown at its code; HTML."""
    rule = all_rules().get(finding.code)
    return escape(rule.summary if rule else finding.name)


def _file(result: CheckResult, number: int) -> Iterator[str]:
    counted = result.checked.count()
    found = "，".join(f"{severity.label} {counted[severity]}" for severity in Severity if counted[severity])
    yield f"<h2>{escape(str(result.source))}</h2>"
    yield f"<p>{found or '没有发现问题'}</p>"
    if result.findings:
        anchors = {id(finding): f"f{number}-{index}" for index, finding in enumerate(result.findings)}
        rows = (_row(group, [anchors[id(finding)] for finding in group]) for group in _rows(result.findings))
        yield from page.table(FINDINGS, rows)
    drawn = "".join(pictures.pictures(result, number))
    if drawn:
        yield f'<div class="pages">{drawn}</div>'
    words = "".join(_text(result, number, pictures.shown(result) if drawn else set()))
    if words:
        summary = "没有画进页面的原文" if drawn else "原文"
        yield f'<details open><summary>{summary}</summary><div class="text">{words}</div></details>'


def _rows(findings: Sequence[Finding]) -> Iterator[Sequence[Finding]]:
    """Findings that share a row: those that say the same, but for what is waived for a reason of its own."""
    yield from said.alike(finding for finding in findings if not finding.waived)
    yield from ([finding] for finding in findings if finding.waived)


def _row(group: Sequence[Finding], anchors: Sequence[str]) -> str:
    finding, anchor = group[0], anchors[0]
    words, figures, cure = said.words(finding), said.figures(finding), said.cure(finding)
    quoted = f" <q>{escape(words)}</q>" if words and words not in finding.message else ""
    cured = f'<div class="cure">{escape(cure)}</div>' if cure else ""
    measured = f'<div class="cure">{escape(figures)}</div>' if figures else ""
    links = "、".join(_linked(one, other, f' id="r{other}"') for one, other in zip(group[1:], anchors[1:], strict=True))
    others = f'<div class="cure">另有 {len(group) - 1} 处：{links}</div>' if links else ""
    waived = f'<div class="cure">豁免：{escape(finding.waived)}</div>' if finding.waived else ""
    return (
        f'<tr id="r{anchor}" class="{finding.severity.value}">'
        f'<td title="{about(finding)}">{escape(finding.code)}</td>'
        f'<td class="place">{_linked(finding, anchor)}</td>'
        f"<td>{finding.severity.label}</td>"
        f"<td>{escape(finding.message)}{quoted}{measured}{cured}{others}{waived}"
        f'<div class="clause">{escape(finding.clause)}</div></td></tr>'
    )


def _linked(finding: Finding, anchor: str, more: str = "") -> str:
    """Where the fault is, as a link to the words if there are any."""
    place = escape(said.place(finding.location))
    if all(one.paragraph is None for one in finding.places):
        return place
    return f'<a{more} href="#{anchor}">{place}</a>'


def _text(result: CheckResult, file: int, drawn: Container[int]) -> Iterator[str]:
    """The paragraphs that are not drawn, with their numbers; the words of a finding are marked and carry its anchor."""
    marks = pictures.marks_of(result.findings, file)
    for paragraph in result.document.draft.paragraphs():
        found = marks.get((paragraph.source.part, paragraph.source.first), [])
        text = paragraph.text.replace("\ufffc", "▢")
        if (text.strip() or found) and paragraph.source.first not in drawn:
            marked = "".join(_marked(text, found))
            yield f'<p><span class="n">{paragraph.source.first}</span>{escape(paragraph.label)}{marked}</p>'


def _marked(text: str, found: Iterable[tuple[int, int, str, Finding]]) -> Iterator[str]:
    """The text cut at the ends of all marks; where several cover a stretch, the gravest gives the colour."""
    found = list(found)
    edges = sorted({0, len(text), *(edge for start, end, _, _ in found for edge in (start, end) if edge <= len(text))})
    opened: set[str] = set()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        here = [item for item in found if item[0] <= start < item[1] or item[0] == item[1] == start]
        anchors = [anchor for _, _, anchor, _ in here if anchor not in opened]
        opened.update(anchors)
        yield from (f'<a id="{anchor}"></a>' for anchor in anchors)
        words = escape(text[start:end])
        covering = [finding for first, last, _, finding in here if first < last]
        if covering and words:
            gravest = min(covering, key=lambda finding: finding.severity.rank)
            title = escape("\n".join(f"{finding.code} {finding.message}" for finding in covering))
            yield f'<mark class="{gravest.severity.value}" title="{title}">{words}</mark>'
        else:
            yield words
