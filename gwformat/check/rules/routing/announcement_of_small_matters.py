"""R419: a 公告 for a unit's own affairs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_SMALL = expression(r"(?:放假|搬迁|招聘|招标|停水|停电|遗失|启用印章|开放时间|值班|迁址)")


@rule("R419", name="announcement-of-small-matters", clause="条例 第八条", severity=Severity.INFO)
def check(context: Context) -> Iterator[Problem]:
    """公告用于向国内外宣布重要事项或者法定事项；一般事务用通告、通知或启事。

    不合规::

        ［标题］某某市水务局关于国庆节放假的公告

    合规::

        ［标题］某某市人民政府关于城市总体规划批准实施的公告
    """
    if context.genre == "公告":
        for title in context.of(Role.TITLE):
            found = _SMALL.search(title.text)
            if found:
                yield Problem(f"“{found[0]}”是一般事务，公告只用于重要事项或法定事项", title.at(found))
