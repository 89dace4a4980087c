"""Checked files come in, a table for Excel and WPS goes out: one row a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

_HEADINGS = ("文件", "级别", "规则", "条款", "页", "行", "段", "原文", "问题", "应为", "实为", "修改", "豁免理由")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def report(outcomes: Sequence[CheckResult | Failed]) -> str:
    """With a byte order mark, without which Excel takes UTF-8 for GBK; no cell can be read as a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            blank = ("",) * (len(_HEADINGS) - 4)
            writer.writerow((str(outcome.source), "未检查", "", "", *blank[:4], _cell(str(outcome.error)), *blank[4:]))
            continue
        for finding in outcome.findings:
            where = finding.location
            row = (
                *(str(outcome.source), finding.severity.label, finding.code, finding.clause),
                *(where.page or "", where.line or "", where.paragraph or ""),
                *(finding.words, finding.message, finding.expected or "", finding.measured or ""),
                *(said.cure(finding), finding.waived),
            )
            writer.writerow([_cell(str(value)) for value in row])
    return "\ufeff" + text.getvalue()


def _cell(text: str) -> str:
    """A cell that a spreadsheet takes for words, whatever the document said."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
