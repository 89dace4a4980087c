"""L232: an issuer mark that is not red."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import is_dull, is_red
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

    不合规::

        ［发文机关标志 颜色］C00000

    合规::

        ［发文机关标志 颜色］FF0000
    """
    marks = context.of(Role.ISSUER_MARK)
    yield from wrong_characters(context, marks, _fault, _cure)
    for problem in wrong_characters(context, marks, _dull, _cure):
        yield replace(problem, severity=Severity.INFO)


def _fault(look: RunLook) -> str:
    return "" if is_red(look.color) else f"发文机关标志应为红色，现为{look.color or '黑色'}"


def _dull(look: RunLook) -> str:
    return f"发文机关标志的红色是{look.color}，印制的红色用FF0000" if is_dull(look.color) else ""


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.COLOR, "FF0000")
