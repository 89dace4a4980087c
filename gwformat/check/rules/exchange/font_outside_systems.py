"""X639: a font that no font system knows, so that it cannot be mapped."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity
from gwformat.fonts.known import is_known


@rule(
    "X639",
    name="font-outside-systems",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文件里的字体应是党委、政府两套字体系或者通用程序自带的，这样才能换成对方有的字体。

    不合规::

        ［正文 字体］某某手写体

    合规::

        ［正文 字体］楷体_GB2312
    """
    for name in sorted(name for name in context.said_fonts if not is_known(name)):
        yield Problem(f"“{name}”不在已知的字体系里，对方多半没有")
