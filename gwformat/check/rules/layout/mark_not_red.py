"""L232: an issuer mark that is not red."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import is_red
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook


@rule(
    "L232",
    name="mark-not-red",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志颜色为红色。

    不合规::

        ［发文机关标志 颜色］000000

    合规::

        ［发文机关标志 颜色］FF0000
    """
    yield from wrong_characters(context, context.of(Role.ISSUER_MARK), _fault, _cure)


def _fault(look: RunLook) -> str:
    return "" if is_red(look.color) else f"发文机关标志应为红色，现为{look.color or '黑色'}"


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.COLOR, "FF0000")
