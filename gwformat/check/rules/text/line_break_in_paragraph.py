"""T575: a manual line break within a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_OPEN = expression("[\u4e00-\u9fff，、；]$")
_INSIDE = expression("(?<=[\u4e00-\u9fff，、；])\n(?=[\u4e00-\u9fff“《])")  # where long lines were joined again
_NUMBERED = expression(
    "(?:[0-9]{1,2}[.．]|（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff]"
)
_GOES_ON = expression("[\u4e00-\u9fff“《]")


@rule(
    "T575",
    name="line-break-in-paragraph",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正文一段之内不用手工换行符断开句子。

    不合规::

        各级各部门要按照职责分工，逐级落实\\n防汛责任。

    不合规::

        各级各部门要按照职责分工，坚持统一规划、分级管理，逐级落实防汛\\n责任。

    合规::

        ［标题］某某市人民政府关于做好\\n2026年防汛工作的通知
    """
    for element in context.of(Role.BODY):
        for found in _INSIDE.finditer(element.text) if "\n" in element.text else ():
            yield Problem("句中有手工换行符", element.at(found))
    for before, element in pairwise(context.of(Role.BODY)):
        one, other = before.block.source, element.block.source
        # What stands on both sides of the break are elements of their own, from one paragraph of the file.
        if one is None or other is None or one.part != other.part or one.last != other.first or before.block.run_in:
            continue
        if (
            _NUMBERED.match(element.text)
            and before.text.rstrip().endswith(("。", "；"))
            and _NUMBERED.match(before.text)
        ):
            yield Problem("分项用手工换行符隔开，应各自成段", element.span(0, 1))
        if _OPEN.search(before.text) and _GOES_ON.match(element.text):
            yield Problem("句中有手工换行符", element.span(0, 1))
