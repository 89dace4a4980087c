"""E130: addressees without a colon at the end."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_END = expression(r"(?P<mark>[，。、；,.;]*)\s*$")


@rule(
    "E130",
    name="addressee-without-colon",
    clause="GB/T 9704-2012 7.3.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """最后一个主送机关名称后应当标全角冒号。

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门。

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：

    合规::

        ［去掉］主送机关
        ［抄送机关］主送：各县（区）人民政府，市政府各部门。
        ［抄送机关］抄送：市委各部门，市人大常委会办公室。
    """
    below_title = [element for element in context.own(Role.ADDRESSEE) if not element.block.moved]
    for element in below_title[-1:]:
        text = element.text.rstrip()
        if not text.endswith(("：", ":", "∶", "︰")):
            found = _END.search(text)
            where = element.at(found, "mark") if found else element.whole
            yield Problem("主送机关名称后应标全角冒号", where, reworded(where, "：", Safety.SAFE), expected="：")
