"""L262: a 署名 that is not centred on its date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import in_characters, line_extent
from gwformat.findings import Severity
from gwformat.model import Role, Seal

_TOLERANCE = 1  # 字
_SHIFT = 2  # 7.3.5.2: the date begins two characters to the right of the 署名


@rule(
    "L262",
    name="signature-not-over-date",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """单一机关行文加盖印章的，在成文日期之上、以成文日期为准居中编排发文机关署名。

    不加盖印章的，署名右空二字，日期首字比署名首字右移二字，也算合规。

    不合规::

        ［发文机关署名 对齐］右
        ［发文机关署名 左缩进］0字
        ［发文机关署名 右缩进］0字

    合规::

        ［发文机关署名］某某市水务局
    """
    names, dates = context.of(Role.SIGNATURE), context.of(Role.DATE)
    together = {date.first_paragraph for date in dates}
    for signed in names:
        if signed.first_paragraph in together and signed.block.attachment == 0:
            yield Problem("署名与成文日期同在一行，署名应在成文日期之上", signed.whole)
            return
    if len(names) != 1 or len(dates) != 1 or context.profile.authentication is Seal.SIGNATURE:
        return
    name, date = (line_extent(context, element) for element in (names[0], dates[0]))
    if name is None or date is None:
        return
    em = context.profile.elements[Role.DATE].size
    off = (sum(name) - sum(date)) / 2 / em
    shift = (date[0] - name[0]) / em
    if abs(off) > _TOLERANCE and abs(shift - _SHIFT) > _TOLERANCE:
        side = "右" if off > 0 else "左"
        message = f"署名没有以成文日期为准居中，偏{side}{in_characters(abs(off))}"
        yield Problem(message, names[0].whole, expected="居中", measured=f"偏{side}{in_characters(abs(off))}")
