"""E191: words of the withdrawn standards."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_OLD = expression(r"GB\s*/?\s*T?\s*9704\s*[-—–]\s*(?:1988|1999)|国家行政机关公文处理办法|中国共产党机关公文处理条例")


@rule(
    "E191",
    name="outdated-terms",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """公文格式和公文处理的旧规定已经废止，引用时应当核对。

    现行的是GB/T 9704—2012和2012年《党政机关公文处理工作条例》。

    不合规::

        公文格式按照GB/T 9704—1999执行。

    合规::

        公文格式按照GB/T 9704—2012执行。
    """
    for element in context.words:
        for found in _OLD.finditer(element.text) if "9704" in element.text or "公文处理" in element.text else ():
            yield Problem(f"“{found[0]}”已经废止", element.at(found))
