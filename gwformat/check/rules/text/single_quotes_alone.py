"""T593: single quotation marks that stand in no double ones."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_SINGLE = expression("‘(?P<words>[\u4e00-\u9fff][^‘’“”\\n]{0,40})’")
_DOUBLE = expression("“[^”\\n]*$")


@rule(
    "T593",
    name="single-quotes-alone",
    clause="GB/T 15834-2011 4.8",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """引号先用双引号“ ”；引号里面还要用引号时，里面才用单引号‘ ’。

    不合规::

        各单位要落实‘三个责任人’制度。

    合规::

        会议强调，“要落实‘三个责任人’制度”，用好’26式设备。
    """
    for hit in context.prose.find(_SINGLE, "‘"):
        if _DOUBLE.search(hit.before) is None:
            yield hit.problem(f"“{hit['words']}”用了单引号，应用双引号“ ”")
