"""E132: names of addressees that are not separated by 、 or ，."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_ODD = expression(r"[；;/／]|(?<=[\u3400-\u9fff）])[ \u3000]+(?=[\u3400-\u9fff])")

# Governments and the departments of one government are of two kinds.
_MIXED = expression(
    r"^各[^，、：]{0,12}人民政府(?P<mark>、)[^，、：]{0,6}(?:各部门|各工作部门|各委、办、局|各直属机构)"
)


@rule(
    "E132",
    name="addressee-separators",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关同类之间用顿号，不同类之间用逗号。

    不合规::

        ［主送机关］各县（区）人民政府；市政府各部门：

    不合规::

        ［主送机关］各县（区）人民政府、市政府各部门：

    合规::

        ［主送机关］各县、区人民政府，市政府各部门：
    """
    for element in context.own(Role.ADDRESSEE):
        if found := _MIXED.search(element.text):
            yield Problem("不同类的主送机关之间用逗号", element.at(found, "mark"))
        if found := _ODD.search(element.text):
            shown = found[0].strip() or "空格"
            yield Problem(f"主送机关之间用顿号或逗号，不用“{shown}”", element.at(found))
