"""T582: the number of a bank card."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.disclosure import gravity
from gwformat.check.prose import LONG_NUMBER
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.person import is_bank_card

_NUMBER = expression("[3-6](?<![0-9A-Za-z].)[0-9]{3}(?: ?[0-9]{4}){2,3} ?[0-9]{1,7}(?![0-9A-Za-z])")


@rule(
    "T582",
    name="bank-card-number",
    clause="条例 第三十一条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公开的公文不载明个人银行卡号码。

    不合规::

        补助款汇入卡号6222020000000000000。

    合规::

        设备编号为6222020000000000009。
    """
    for hit in context.prose.find(_NUMBER, LONG_NUMBER):
        if is_bank_card(hit.words.replace(" ", "")):
            yield hit.problem("这里有银行卡号码，公开前应当隐去", severity=gravity(context))
