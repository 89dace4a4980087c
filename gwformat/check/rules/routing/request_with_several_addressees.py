"""R402: a request sent to several organs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees
from gwformat.findings import Severity


@rule("R402", name="request-with-several-addressees", clause="条例 第十五条", severity=Severity.ERROR)
def check(context: Context) -> Iterator[Problem]:
    """请示只主送一个上级机关，需要同时送其他机关的用抄送。

    不合规::

        ［文种］请示
        ［主送机关］某某市人民政府、某某市财政局：

    不合规::

        ［文种］请示
        ［主送机关］某某市人民政府并某某市财政局：

    合规::

        ［文种］请示
        ［主送机关］某某市人民政府：
    """
    if context.genre == "请示":
        for extra in addressees(context)[1:]:
            yield Problem(f"请示只主送一个上级机关，“{extra.name}”应改为抄送", extra.where)
