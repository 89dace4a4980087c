"""L264: a sign-off too near to the text or too far from it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import (
    LEADING,
    ROW,
    TOLERANCE,
    Unknown,
    before,
    first_line,
    gap,
    last_line,
    own_first,
    unverified,
)
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES, Role, Seal
from gwformat.units import Emu

_ABOVE = (*TEXT_ROLES, Role.ATTACHMENT_NOTE)
_ABOVE_WORDS = 3  # rows: as far as a seal of 50 mm reaches above the words it presses


@rule(
    "L264",
    name="sign-off-distance",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """印章顶端距正文（或附件说明）一行之内；不加盖印章的，署名在正文下空一行。

    印章不在文件里，这里只看署名的位置：离正文不足一行，盖不下章；比50 mm的印章所需的四行还远，
    印章顶端就不在一行之内。

    不合规::

        ［发文机关署名 段前］0磅

    不合规::

        ［发文机关署名 段前］60毫米

    合规::

        ［发文机关署名］某某市人民政府
    """
    sign_off = own_first(context, Role.SIGNATURE) or own_first(context, Role.DATE)
    above = before(context, sign_off) if sign_off is not None else None
    if (
        sign_off is None
        or above is None
        or above.role not in _ABOVE
        or context.profile.authentication is Seal.SIGNATURE
    ):
        return
    found = gap(last_line(context, above), first_line(context, sign_off))
    most = Emu(round((context.profile.seal.distance + _ABOVE_WORDS) * ROW) + LEADING)
    expected = f"{ROW.mm:.1f}～{most.mm:.1f} mm"
    if isinstance(found, Unknown):
        yield unverified("署名与正文的距离", found, sign_off)
    elif found is None:
        return
    elif found < ROW - TOLERANCE:
        message = "署名离正文不足一行"
        yield Problem(message, sign_off.whole, expected=expected, measured=f"{found.mm:.1f} mm")
    elif found > most + TOLERANCE:
        message = "署名离正文太远，印章顶端应距正文（或附件说明）一行之内"
        yield Problem(message, sign_off.whole, expected=expected, measured=f"{found.mm:.1f} mm")
    else:
        yield Measured("正文与署名的距离", expected, f"{found.mm:.1f} mm")
