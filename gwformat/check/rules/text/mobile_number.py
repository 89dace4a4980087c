"""T581: a mobile telephone number outside 附注."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.disclosure import gravity
from gwformat.check.prose import LONG_NUMBER
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_NUMBER = expression("1(?<![0-9A-Za-z.-].)[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})(?![0-9A-Za-z.])")


@rule(
    "T581",
    name="mobile-number",
    clause="条例 第三十一条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公开的公文不载明个人手机号码；附注里的联系电话不在此列。

    不合规::

        报送至责任人李四（13800000000）。

    不合规::

        报送至责任人李四（138-0000-0000）。

    合规::

        ［附注］（联系人：李四，联系电话：13800000000）

    合规::

        服务热线为12345，合同编号为2013800000000。
    """
    for hit in context.prose.find(_NUMBER, LONG_NUMBER):
        if hit.role is not Role.ANNOTATION:
            yield hit.problem("这里有手机号码，公开前请确认可以公布", severity=gravity(context))
