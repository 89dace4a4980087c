"""R424: a lower organ addressed as 贵."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_POLITE = expression(
    "(?<![珍名宝昂高富可尊华])贵(?P<organ>单位|机关|部门|局|委|厅|部|办|府|市|省|县|区|旗|镇|乡|院|校|所|处|中心|公司)"
    "(?!场|长|民|域)"
)
_QUOTED = expression(r"“[^”]*”|《[^》]*》|（[^）]*）")
_CERTAIN = frozenset(("批复", "决定", "通报", "命令（令）"))
_LIKELY = frozenset(("通知", "意见"))  # a 通知 may be sent to organs that are no lower ones, too


@rule(
    "R424",
    name="subordinate-called-gui",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """下行文称受文的机关为“你局”“你县”，不称“贵局”“贵县”；“贵”用于不相隶属的机关之间。

    通知、意见也可能发给不相隶属的机关，只作提示。

    不合规::

        ［文种］批复
        贵局《关于新建泵站的请示》（某水发〔2026〕12号）收悉，现批复如下。

    不合规::

        请贵单位于3月31日前报送总结。

    合规::

        ［文种］批复
        你局《关于新建泵站的请示》（某水发〔2026〕12号）收悉，现批复如下。爱惜珍贵单位物资，赴贵州考察。

    合规::

        ［文种］函
        请贵单位予以支持，并函复。
    """
    if context.genre not in _CERTAIN | _LIKELY or not context.prose.holds("贵"):
        return
    severity = None if context.genre in _CERTAIN else Severity.INFO
    for element in context.text:
        if "贵" not in element.text or element.block.attachment:
            continue
        quoted = [found.span() for found in _QUOTED.finditer(element.text)]
        for found in _POLITE.finditer(element.text):
            if not any(start <= found.start() < end for start, end in quoted):
                where, right = element.at(found), f"你{found['organ']}"
                message = f"下行文不称“{found[0]}”，用“{right}”"
                yield Problem(message, where, reworded(where, right, Safety.REVIEW), severity=severity)
