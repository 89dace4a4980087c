"""L236: a number that does not stand two lines below the mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, gap, last_line, own_first, rows_apart
from gwformat.check.elements import Element
from gwformat.check.geometry import PlacedLine
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L236",
    name="number-distance",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """发文字号编排在发文机关标志下空二行位置。

    二行是20.78 mm（GB/T 33476.2-2016 7.1.2）；空两个整行、连同行间的空白是25.6 mm。二者之间都算空二行。
    有签发人的，以签发人的第一行为准。

    不合规::

        ［发文机关标志 段后］0磅
        ［发文字号 段前］0磅

    不合规::

        ［文种］请示
        ［发文机关标志 段后］40毫米

    合规::

        ［文种］请示
    """
    marks, number = context.own(Role.ISSUER_MARK), own_first(context, *context.profile.head.below_mark)
    if not marks or number is None:
        return
    line = first_line(context, number)
    signer = own_first(context, Role.SIGNER)
    if signer is not None and not isinstance(line, Unknown):
        beside = first_line(context, signer)
        line = line if isinstance(beside, Unknown) or beside.top > line.top else beside
    found = gap(_lowest(context, marks), line)
    advice = f"{number.role.value}应在发文机关标志下空二行"
    yield from rows_apart(found, 2, f"发文机关标志与{number.role.value}的距离", number, advice)


def _lowest(context: Context, marks: Sequence[Element]) -> PlacedLine | Unknown:
    """The last line of the mark; in a joint one “文件” stands beside the names, which go on below it."""
    lines = [last_line(context, mark) for mark in marks]
    unknown = next((line for line in lines if isinstance(line, Unknown)), None)
    known = [line for line in lines if not isinstance(line, Unknown)]
    return unknown or max(known, key=lambda line: line.bottom)
