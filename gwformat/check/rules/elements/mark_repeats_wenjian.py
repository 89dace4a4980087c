"""E113: 文件 after every organ of a joint mark."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_WORD = expression(r"文\s*件(?=\s*(?:$|[^\u3400-\u9fff]))")


@rule(
    "E113",
    name="mark-repeats-wenjian",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """联合行文时“文件”二字只标一次，置于各发文机关名称右侧，上下居中。

    不合规::

        ［发文机关标志］某某市教育局文件
        ［发文机关标志］某某市人民政府文件

    合规::

        ［发文机关标志］某某市教育局
        ［发文机关标志］某某市人民政府文件
    """
    found = [(element, match) for element in context.of(Role.ISSUER_MARK) for match in _WORD.finditer(element.text)]
    for element, match in found[:-1]:
        yield Problem("联合行文的标志中“文件”只出现一次", element.at(match))
