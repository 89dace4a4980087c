"""R417: a motion that is not sent to the people's congress."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees
from gwformat.findings import Severity


@rule("R417", name="motion-not-to-congress", clause="条例 第八条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """议案由各级人民政府按照法律程序向同级人民代表大会或者人民代表大会常务委员会提请审议。

    不合规::

        ［标题］某某市人民政府关于提请审议城市绿化条例的议案
        ［主送机关］某某省人民政府：

    合规::

        ［标题］某某市人民政府关于提请审议城市绿化条例的议案
        ［主送机关］市人民代表大会常务委员会：

    合规::

        ［标题］某某市人民政府关于提请审议城市绿化条例的议案
        ［主送机关］市人大常委会：
    """
    if context.genre == "议案":
        for name in addressees(context):
            if "人大" not in name.name and "人民代表大会" not in name.name:
                yield Problem(f"议案应主送同级人大或其常委会，现为“{name.name}”", name.where)
