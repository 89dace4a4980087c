"""X626: bookmarks nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X626",
    name="stray-bookmarks",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """没有用到的书签不必留在文件里。

    书签记着最后编辑的位置，名称有时就是一句话。

    不合规::

        ［留痕］书签

    合规::

        ［留痕］链接的提示
    """
    yield from told(context, LeakKind.BOOKMARK, "留着没有用到的书签")
