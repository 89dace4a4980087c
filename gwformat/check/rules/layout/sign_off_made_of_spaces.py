"""L261: a sign-off placed with spaces or tabs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PUSHED = expression("[ \u3000\t]{3,}(?=\\S)")


@rule(
    "L261",
    name="sign-off-made-of-spaces",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """署名和日期的位置用右缩进设置，不用空格或制表符推；字体一换，位置就变。

    不合规::

        ［成文日期］　　　　　　　　　　　　　　　　2026年3月16日
        ［成文日期 对齐］左

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.of(Role.SIGNATURE, Role.DATE):
        found = _PUSHED.match(element.text)
        if found:
            yield Problem(f"{element.role}的位置是用空格推出来的，应当用右对齐和右缩进", element.at(found))
