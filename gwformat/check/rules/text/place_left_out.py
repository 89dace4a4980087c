"""T625: 报送至 and nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_LEFT_OUT = expression("(?:报送|发送|提交|寄送|上报|送交|寄|送)至(?=[，。；])")


@rule(
    "T625",
    name="place-left-out",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“报送至”后面写明送到哪里。

    不合规::

        请于3月底前将材料报送至。

    合规::

        请于3月底前将材料报送至市水务局。
    """
    for hit in context.prose.find(_LEFT_OUT, ("至，", "至。", "至；")):
        yield hit.problem(f"“{hit.words}”后面没有写明送到哪里")
