"""L306: an order whose text or 签名章 does not stand two lines below what is above it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import (
    ROW,
    TOLERANCE,
    Unknown,
    before,
    first_line,
    gap,
    last_line,
    own_first,
    rows_apart,
    unverified,
)
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES, Kind, Role

_ROWS = 2


@rule(
    "L306",
    name="order-distances",
    clause="GB/T 9704-2012 10.2",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """命令（令）的令号下空二行编排正文，正文下空二行加盖签名章（7.3.5.3）。

    签名章比字高，签发人职务对着它的中央，所以只查职务离正文是不是不足二行；有一行的（不加盖签名章时这样排，7.3.5.2），
    给以警告。

    不合规::

        ［文种］命令
        ［正文 段前］0磅

    不合规::

        ［文种］命令
        ［发文机关署名 段前］0磅

    合规::

        ［文种］命令
    """
    number = own_first(context, Role.ORDER_NUMBER) if context.kind is Kind.ORDER else None
    if number is None:
        return
    text = next((element for element in context.words if element.number > number.number), None)
    if text is not None and text.role in TEXT_ROLES:
        found = gap(last_line(context, number), first_line(context, text))
        yield from rows_apart(found, _ROWS, "令号与正文的距离", text, "正文应在令号下空二行")
    signed = own_first(context, Role.SIGNATURE)
    above = before(context, signed) if signed is not None else None
    if signed is not None and above is not None and above.role in TEXT_ROLES:
        yield from _seal_room(context, above, signed)


def _seal_room(context: Context, above: Element, signed: Element) -> Iterator[Problem | Measured]:
    found = gap(last_line(context, above), first_line(context, signed))
    if isinstance(found, Unknown):
        yield unverified("签名章与正文的距离", found, signed)
    elif found is not None and found < _ROWS * ROW - TOLERANCE:
        expected, measured = f"{ROW.mm * _ROWS:.1f} mm", f"{found.mm:.1f} mm"
        unsealed = found >= ROW - TOLERANCE  # as a sign-off without a seal stands (7.3.5.2)
        message = "签发人职务离正文不足二行" + ("，盖不下签名章" if unsealed else "")
        severity = Severity.WARNING if unsealed else Severity.ERROR
        clause = "GB/T 9704-2012 7.3.5.3"
        yield Problem(message, signed.whole, None, expected, measured, severity=severity, clause=clause)
    elif found is not None:
        yield Measured("签名章与正文的距离", f"{ROW.mm * _ROWS:.1f} mm", f"{found.mm:.1f} mm")
