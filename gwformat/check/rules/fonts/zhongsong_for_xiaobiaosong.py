"""F321: 华文中宋 in the place of 小标宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook

_NAMES = ("华文中宋", "STZhongsong", "中宋")


@rule(
    "F321",
    name="zhongsong-for-xiaobiaosong",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """华文中宋不是小标宋；代替小标宋时字形、粗细都不同。

    不合规::

        ［标题 字体］华文中宋

    合规::

        ［标题 字体］方正小标宋_GBK
    """
    yield from wrong_characters(context, context.of(Role.TITLE, Role.ISSUER_MARK), _fault)


def _fault(look: RunLook) -> str:
    return "华文中宋不是小标宋" if look.east_asia.name in _NAMES else ""
