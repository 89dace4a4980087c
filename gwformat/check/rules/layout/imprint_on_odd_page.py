"""L269: an imprint on an odd page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, unverified
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES


@rule(
    "L269",
    name="imprint-on-odd-page",
    clause="GB/T 33476.2-2016 7.3.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """版记置于偶数页。

    公文双面印刷，版记在最后一面，末面是偶数页；正文在奇数页结束的，版记排在其背面。

    不合规::

        ［文种］通告
        ［版记 位置］随文

    合规::

        ［文种］意见
    """
    elements = context.own(*IMPRINT_ROLES)
    if not elements or not context.profile.imprint.even_page:
        return
    line = first_line(context, elements[0])
    if isinstance(line, Unknown):
        yield unverified("版记所在的页", line, elements[0])
    elif line.page is None:
        yield unverified("版记所在的页", Unknown("前面的内容占几页不能确定"), elements[0])
    elif line.page % 2:
        message = f"版记应在偶数页，现在第{line.page}页"
        yield Problem(message, elements[0].whole, None, "偶数页", f"第{line.page}页")
    else:
        yield Measured("版记所在的页", "偶数页", f"第{line.page}页")
