"""F301: a title in another face than 小标宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F301",
    name="title-not-xiaobiaosong",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标题一般用小标宋体字。

    不合规::

        ［标题 字体］黑体

    合规::

        ［标题 字体］方正小标宋简体
    """
    yield from wrong_faces(context, context.of(Role.TITLE), Slot.XIAOBIAOSONG, "标题一般")
