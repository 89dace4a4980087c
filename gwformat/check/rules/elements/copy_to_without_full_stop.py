"""E173: what ends the last name of those copied."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_END = expression(r"(?P<mark>[；;，,、：:.．]*)\s*$")


@rule(
    "E173",
    name="copy-to-without-full-stop",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """最后一个抄送机关名称后应当标句号。

    主送机关移至版记的，编排方法与抄送机关相同。

    不合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室

    不合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室；

    不合规::

        ［去掉］主送机关
        ［抄送机关］主送：各县（区）人民政府，市政府各部门
        ［抄送机关］抄送：市委各部门，市人大常委会办公室。

    合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室。
    """
    moved = [element for element in context.own(Role.ADDRESSEE) if element.block.moved]
    for element in (*moved[-1:], *context.own(Role.COPY_TO)[-1:]):
        text = element.text.rstrip()
        if text.endswith(("。", "抄送：")) or left_open(text) or (found := _END.search(text)) is None:
            continue
        where = element.at(found, "mark")
        yield Problem(
            f"最后一个{element.role.value}名称后应标句号", where, reworded(where, "。", Safety.SAFE), expected="。"
        )
