"""A summary comes in; a table that Excel and WPS open goes out, a line a file."""

from __future__ import annotations

import csv
import io

from gwformat.batch.summary import Summary, counted
from gwformat.text.names import shown

_HEAD = ("文件", "结果", "成品", "退出码", "说明", "建议", "情况", "秒")


def table(summary: Summary) -> bytes:
    """UTF-8 with the mark at the start without which Excel takes it for GBK."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_HEAD)
    for one in summary.outcomes:
        said = (one.message, one.advice, counted(one.counts))
        row = (shown(one.name), one.state.label, shown(one.target), one.code, *said, f"{one.seconds:.2f}")
        rows.writerow([_no_formula(str(value)) for value in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _no_formula(value: str) -> str:
    """What begins like a formula is text all the same: file names are strangers'."""
    return "'" + value if value[:1] in ("=", "+", "-", "@") else value
