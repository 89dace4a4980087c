"""E189: 会议纪要 as the name of the genre."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_OLD = expression(r"(?:^|(?<=[府委局厅室办院]))会议纪要(?=\s*$)")  # not the minutes of a 常务会议, 专题会议


@rule(
    "E189",
    name="mark-says-meeting-minutes",
    clause="条例 第八条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """文种名称是“纪要”，“会议纪要”是2012年以前的名称；常务会议、专题会议的纪要除外。

    不合规::

        ［文种］纪要
        ［发文机关标志］某某市人民政府会议纪要

    合规::

        ［文种］纪要
        ［发文机关标志］某某市人民政府常务会议纪要

    合规::

        ［文种］纪要
        ［发文机关标志］某某市人民政府专题纪要
    """
    for element in context.own(Role.ISSUER_MARK):
        if found := _OLD.search(element.text):
            yield Problem("文种名称是“纪要”", element.at(found))
