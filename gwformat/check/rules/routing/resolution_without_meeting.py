"""R420: a resolution that does not name the meeting that passed it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PASSED = expression(r"(?:会议|大会|常委会|全会|全体会议)[\s\S]{0,30}?(?:通过|决定|决议|批准|审议)")


@rule("R420", name="resolution-without-meeting", clause="条例 第八条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """决议用于会议讨论通过的重大决策事项，应写明通过的会议和日期。

    不合规::

        ［标题］关于城市总体规划的决议
        同意城市总体规划。

    合规::

        ［标题］关于城市总体规划的决议
        ［题注］（2026年3月16日某某市第八届人民代表大会第一次会议通过）
        同意城市总体规划。
    """
    if context.genre != "决议":
        return
    said = [*context.of(Role.SUBTITLE), *context.text]
    title = context.first(Role.TITLE)
    if title is not None and not any(_PASSED.search(element.text) for element in said):
        yield Problem("决议没有写明通过的会议", title.whole)
