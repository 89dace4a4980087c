"""R421: an addressee that nobody can know."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees
from gwformat.expressions import expression
from gwformat.findings import Severity

_VAGUE = expression(
    r"^(?:各?(?:有关|相关)(?:单位|部门|机关|方面)等?|等|其他(?:有关)?(?:单位|部门))$|.+等(?:有关|相关)?(?:单位|部门|机关)?$"
)


@rule("R421", name="vague-addressee", clause="条例 第九条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """主送机关应当使用机关全称、规范化简称或者同类型机关统称。

    不合规::

        ［主送机关］各县（区）人民政府等：

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：
    """
    for name in addressees(context):
        if _VAGUE.match(name.name):
            severity = Severity.INFO if name.name.startswith(("各有关", "有关", "各相关", "相关")) else None
            yield Problem(
                f"“{name.name}”不明确，应写机关全称、规范化简称或同类型机关统称", name.where, severity=severity
            )
