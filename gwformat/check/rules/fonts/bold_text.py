"""F328: bold characters in the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook

_BESIDE = (
    Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE, Role.ANNOTATION, Role.ATTACHMENT_LABEL,
    Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE,
)  # fmt: skip


@rule(
    "F328",
    name="bold-text",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标准没有要求正文、标题和主送机关、署名、抄送机关等加粗；二级、三级标题加粗是一些单位的习惯。

    不合规::

        ［一级标题 加粗］开

    不合规::

        ［抄送机关 加粗］开

    合规::

        ［一级标题 加粗］关
    """
    elements = (*context.text, *context.of(*_BESIDE))
    own = context.profile.elements  # a unit's own may have bold headings
    yield from wrong_characters(context, [e for e in elements if not own[e.role].bold], _fault, _cure)


def _fault(look: RunLook) -> str:
    return "标准没有要求加粗" if look.bold else ""


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.BOLD, "off")
