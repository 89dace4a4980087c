"""T539: a row or column 合计 or 小计 that is not the sum of what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.sums import column_sums, row_sums
from gwformat.findings import Severity
from gwformat.model import CarrierKind


@rule(
    "T539",
    name="table-total-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """表中“合计”“小计”等于各行、各栏之和。

    有“其中”或合并单元格的表不作计算；小数按四舍五入的余地比较。最右（左）一栏的合计、表头下面的合计和小计，多数行相符而个别不符的
    才报。

    不合规::

        ［表格］区,泵站座数;东区,7;西区,5;合计,13

    不合规::

        ［表格］区,小学,中学,合计;东区,7,3,10;西区,5,2,8;南区,4,4,8;北区,6,1,7

    不合规::

        ［表格］区,泵站,水库;合计,18,8;东区,7,3;西区,5,2;南区,7,3

    不合规::

        ［表格］区,泵站;东区甲街,7;东区乙街,3;小计,10;西区甲街,4;西区乙街,1;小计,6;合计,15

    合规::

        ［表格］区,泵站座数;东区,7;西区,5;合计,12

    合规::

        ［表格］区,泵站座数;东区,7;其中：新建,3;西区,5;合计,12

    合规::

        ［表格］区,投资（万元）,占比;东区,33.3,33.3%;西区,33.3,33.3%;南区,33.3,33.3%;合计,100.0,100%
    """
    for element in context.elements:
        carrier = element.block.carrier
        if carrier is not None and carrier.kind is CarrierKind.TABLE and "计" in carrier.text:
            yield from _wrong(element, carrier.rows)


def _wrong(element: Element, rows: Sequence[Sequence[str]]) -> Iterator[Problem]:
    for name, found in (*column_sums(rows), *row_sums(rows)):
        message = f"表中{name}为{found.total}，各项之和为{found.due}"
        yield Problem(message, element.whole, expected=str(found.due), measured=str(found.total))
