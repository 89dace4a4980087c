"""X642: names nobody sees that say more than they must."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X642",
    name="telling-names",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """样式、书签、关系、图形的名称随文发出，名称里不应有话。

    交换时换成“样式1”“书签1”“rId1”这样的名称，引用它们的地方一起换。

    不合规::

        ［留痕］样式的名称

    合规::

        ［留痕］没有主的部件
    """
    yield from told(context, LeakKind.NAMES, "名称会随文发出")
