"""F306: an issuer mark in another face than 小标宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F306",
    name="mark-not-xiaobiaosong",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志推荐用小标宋体字。

    不合规::

        ［发文机关标志 字体］宋体

    合规::

        ［发文机关标志 字体］方正小标宋简体
    """
    yield from wrong_faces(context, context.of(Role.ISSUER_MARK), Slot.XIAOBIAOSONG, "发文机关标志推荐")
