"""L259: addressees that do not stand one line below the title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import before, first_line, gap, last_line, own_first, rows_apart
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L259",
    name="addressee-distance",
    clause="GB/T 9704-2012 7.3.2",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """主送机关编排于标题下空一行位置。

    一行是10.39 mm（GB/T 33476.2-2016 7.2.2）；空一个整行、连同行间的空白是15.2 mm。

    不合规::

        ［标题 段后］0磅
        ［主送机关 段前］0磅

    不合规::

        ［主送机关 段前］20毫米

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门，市防汛抗旱指挥部各成员单位，各有关河道管理单位和水利工程管理单位：
    """
    addressee = own_first(context, Role.ADDRESSEE)
    above = before(context, addressee) if addressee is not None else None
    if addressee is None or above is None or above.role not in (Role.TITLE, Role.SUBTITLE):
        return
    found = gap(last_line(context, above), first_line(context, addressee))
    yield from rows_apart(found, 1, "标题与主送机关的距离", addressee, "主送机关应在标题下空一行")
