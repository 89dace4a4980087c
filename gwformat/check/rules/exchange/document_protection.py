"""X624: protection against editing."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X624",
    name="document-protection",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应限制编辑。

    限制编辑的口令、可以编辑的人员名单都在文件里，收文机关也不能办理。

    不合规::

        ［留痕］限制编辑

    合规::

        ［留痕］书签
    """
    yield from told(context, LeakKind.PROTECTION, "限制了编辑")
