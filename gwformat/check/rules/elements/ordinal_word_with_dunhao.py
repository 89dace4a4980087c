"""E148: ordinal words followed by 、."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_HINT = expression(r"[先次后一二三四五六七八九十]、")
_ORDINAL = expression(
    r"(?:(?<=[。；：\n])|^)\s*(?:第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五六])(、)(?!第|[一二三四五六七八九十])"
)


@rule(
    "E148",
    name="ordinal-word-with-dunhao",
    clause="GB/T 15834-2011 附录B",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """“第一”“首先”等序次语后用逗号，不用顿号。

    不合规::

        首先、要落实防汛责任，把任务分解到岗位。

    合规::

        首先，要落实防汛责任，把任务分解到岗位。

    合规::

        第一、第二产业用水优先保障，具体办法由市水务局制定。
    """
    for element in context.words:
        if element.block.carrier is not None or "、" not in element.text or not _HINT.search(element.text):
            continue
        for found in _ORDINAL.finditer(element.text):
            where = element.at(found, 1)
            words = found[0].strip()
            yield Problem(f"“{words}”应为“{words[:-1]}，”", where, reworded(where, "，", Safety.SAFE))
