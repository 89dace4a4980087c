"""F328: bold characters in the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.ooxml.effective import RunLook


@rule(
    "F328",
    name="bold-text",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标准没有要求正文和标题加粗；二级、三级标题加粗是一些单位的习惯。

    不合规::

        ［一级标题 加粗］开

    合规::

        ［一级标题 加粗］关
    """
    own = context.profile.elements  # a unit's own may have bold headings
    yield from wrong_characters(context, [e for e in context.text if not own[e.role].bold], _fault, _cure)


def _fault(look: RunLook) -> str:
    return "标准没有要求加粗" if look.bold else ""


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.BOLD, "off")
