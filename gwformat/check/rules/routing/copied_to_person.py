"""R406: an official document copied to a person."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import copied, is_person
from gwformat.findings import Severity
from gwformat.model import Kind


@rule("R406", name="copied-to-person", clause="条例 第九条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """抄送机关是除主送机关外需要执行或者知晓公文内容的其他机关，不是个人。

    不合规::

        ［抄送机关］抄送：市委办公室，王局长。

    不合规::

        ［抄送机关］抄送：市住房城乡建设局张局长，市委办公室。

    合规::

        ［抄送机关］抄送：市委办公室，市政协办公室。

    合规::

        ［文种］纪要
        ［抄送机关］分送：市委常委，市政府领导同志，市直各部门。
    """
    if context.bulletin or context.kind is Kind.MINUTES:
        return  # 报：市委、市政府领导。分送：市政府领导同志。
    for name in copied(context):
        if is_person(name.name):
            yield Problem(f"抄送机关“{name.name}”是个人，应写机关名称", name.where)
