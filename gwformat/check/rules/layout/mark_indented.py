"""L241: an indent that shifts a centred mark."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import shifted
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.units import Mm

_SHEET = Mm(28 - 26)  # the margins of the sheet differ by so much (5.2.1)


@rule(
    "L241",
    name="mark-indented",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志居中排布，不设缩进。

    不合规::

        ［发文机关标志 首行缩进］2字

    合规::

        ［发文机关标志 首行缩进］0字
    """
    # The double line of a letter stands in the middle of the sheet (10.1), and the mark above it may do so too.
    yield from shifted(context, context.of(Role.ISSUER_MARK), _SHEET)
