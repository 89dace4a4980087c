"""L242: an issuer mark that is higher than 22 mm or wider than the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.pieces import Styled, styled
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.units import Emu

_MARGIN = 1.01  # for rounding


@rule(
    "L242",
    name="mark-too-large",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志的字号标准没有规定，一般不高于22 mm，一行排下，不宽于版心。

    不合规::

        ［发文机关标志 字号］80磅

    合规::

        ［发文机关标志 字号］56磅
    """
    head = context.profile.head
    for element in context.of(Role.ISSUER_MARK):
        pieces = list(styled(context, element))
        highest = max((piece.look.size for piece in pieces), default=Emu(0))
        width = sum(_width(piece) for piece in pieces)
        if highest > head.mark_max_height or width > head.mark_max_width * _MARGIN:
            measured = f"高{highest.mm:.0f} mm，宽{Emu(int(width)).mm:.0f} mm"
            expected = f"高不过{head.mark_max_height.mm:.0f} mm，宽不过{head.mark_max_width.mm:.0f} mm"
            yield Problem("发文机关标志过大", element.whole, expected=expected, measured=measured)


def _width(piece: Styled) -> float:
    return len(piece.han) * (piece.look.size * piece.look.scale / 100 + piece.look.tracking)
