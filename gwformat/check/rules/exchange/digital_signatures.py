"""X625: digital signatures."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X625",
    name="digital-signatures",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文件改动以后，原来的数字签名失效，不应留在文件里。

    不合规::

        ［留痕］数字签名

    合规::

        ［留痕］自定义XML
    """
    yield from told(context, LeakKind.SIGNATURE, "带有数字签名")
