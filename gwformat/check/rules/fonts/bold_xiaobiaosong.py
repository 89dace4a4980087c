"""F320: 小标宋 made bolder."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.fonts.styles import style_of
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook
from gwformat.profiles.schema import Slot


@rule(
    "F320",
    name="bold-xiaobiaosong",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """小标宋是专用的标题字体，不再加粗；没有粗体的字体加粗是软件把笔画描粗的。

    不合规::

        ［标题 加粗］开

    合规::

        ［标题 加粗］关
    """
    yield from wrong_characters(context, context.of(Role.TITLE, Role.ISSUER_MARK), _fault, _cure)


def _fault(look: RunLook) -> str:
    bold = look.bold and style_of(look.east_asia.name) is Slot.XIAOBIAOSONG
    return "小标宋不加粗" if bold else ""


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.BOLD, "off")
