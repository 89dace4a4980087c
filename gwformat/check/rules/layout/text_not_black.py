"""L230: words that are not black."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook

_DARKEST = 0x0F  # prints as black


@rule(
    "L230",
    name="text-not-black",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """如无特殊说明，公文中文字的颜色均为黑色。

    不合规::

        ［正文 颜色］0000FF

    合规::

        ［正文 颜色］000000
    """
    red = (Role.ISSUER_MARK, Role.ORDER_NUMBER)
    elements = (element for element in context.words if element.role not in red)
    yield from wrong_characters(context, elements, _fault, _cure)


def _fault(look: RunLook) -> str:
    if look.color is None or max(bytes.fromhex(look.color)) <= _DARKEST:
        return ""
    return f"文字颜色为{look.color}，应为黑色"


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.COLOR, "000000")
