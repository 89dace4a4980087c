"""R405: an official document addressed to a person."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees, is_person
from gwformat.findings import Severity


@rule("R405", name="addressed-to-person", clause="条例 第十五条", severity=Severity.ERROR)
def check(context: Context) -> Iterator[Problem]:
    """除上级机关负责人直接交办的事项外，不得以本机关名义向上级机关负责人报送公文。

    不合规::

        ［文种］请示
        ［主送机关］张市长：

    不合规::

        ［文种］报告
        ［主送机关］李四副市长：

    不合规::

        ［文种］请示
        ［主送机关］市政府领导：

    合规::

        ［文种］请示
        ［主送机关］某某市人民政府：

    合规::

        ［主送机关］各县（区）人民政府办公室主任会议成员单位：
    """
    for name in addressees(context):
        if is_person(name.name):
            yield Problem(f"主送机关“{name.name}”是个人，应写机关名称", name.where)
