"""E135: an addressee that is named twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

# 各省、自治区、直辖市 are parts of names, not names.
_NAME = expression(
    r"[^，、；：。,;:\s\ufffc]+(?:政府|局|委|厅|部|署|院|办|办公室|委员会|公司|学校|部门|机构|单位)(?=[，、；：。,;:\s])"
)


@rule(
    "E135",
    name="addressee-twice",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关、抄送机关每个只写一次。

    不合规::

        ［主送机关］市财政局、市水务局、市财政局：

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门，市政府各部门：

    不合规::

        ［抄送机关］抄送：市财政局，市审计局，市财政局。

    合规::

        ［主送机关］市财政局、市水务局：
        ［抄送机关］抄送：市审计局，市委办公室。
    """
    for role in (Role.ADDRESSEE, Role.COPY_TO):
        seen: set[str] = set()
        for element in context.own(role):
            for found in _NAME.finditer(f"{element.text}："):
                if found[0] in seen:
                    yield Problem(f"{role.value}“{found[0]}”重复", element.at(found))
                seen.add(found[0])
