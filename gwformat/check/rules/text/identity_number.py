"""T580: the number of an identity card."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.disclosure import gravity
from gwformat.check.prose import LONG_NUMBER
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.person import is_identity_number

_NUMBER = expression("[1-9](?<![0-9A-Za-z].)[0-9]{16}[0-9Xx](?![0-9A-Za-z])")


@rule(
    "T580",
    name="identity-number",
    clause="条例 第三十一条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公开的公文不载明居民身份证号码。

    附注写明公开发布的作警告，其余的作提示。

    不合规::

        联系人身份证号为110101199003070011，请核验。

    合规::

        物资编码为110101199003070012，请核验。
    """
    for hit in context.prose.find(_NUMBER, LONG_NUMBER):
        if is_identity_number(hit.words):
            yield hit.problem("这里有居民身份证号码，公开前应当隐去", severity=gravity(context))
