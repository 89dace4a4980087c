"""R416: a superior addressed as 你 or 贵."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Direction

_YOU = expression(r"(?:你|贵)(?:单位|机关|局|委|厅|部|办|府|市|省|县|区|院|们)(?!长)")
_QUOTED = expression(r"“[^”]*”|《[^》]*》")


@rule("R416", name="superior-called-you", clause="惯例", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """向上级机关行文不用“你局”“贵局”称呼上级，写机关名称。

    不合规::

        ［文种］请示
        拟新建排涝泵站1座，请你厅予以支持。
        妥否，请批示。

    合规::

        ［文种］请示
        拟新建排涝泵站1座，请市人民政府予以支持。
        妥否，请批示。
    """
    if context.direction is not Direction.UP:
        return
    for element in context.text:
        quoted = [found.span() for found in _QUOTED.finditer(element.text)]
        for found in _YOU.finditer(element.text):
            if not any(start <= found.start() < end for start, end in quoted):
                yield Problem(f"对上级机关不称“{found[0]}”，写机关名称", element.at(found))
