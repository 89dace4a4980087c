"""E101: words that are no level of secrecy."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_LEVEL = expression(
    r"\s*[〔【\[]?\s*(?:密级\s*[：:])?\s*(?:\d{1,2}(?:年|个月|日)\s*[★☆*＊]\s*)?(?:绝\s*密|机\s*密|秘\s*密)"
)
_INTERNAL = expression(
    r"\s*[〔【\[（(]?(?:内部(?:文件|资料|材料|使用|传阅)?|商密|商业秘密|工作秘密|保密)[★☆]?[^，。；：]{0,6}"
)


@rule(
    "E101",
    name="secrecy-level-unknown",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """涉密公文应当标注“绝密”“机密”或者“秘密”，不能用其他的词作密级。

    “内部”“内部资料”等不是国家秘密的密级，不标在密级的位置。

    不合规::

        ［份号］000001
        ［密级和保密期限］内部资料

    合规::

        ［份号］000001
        ［密级和保密期限］1年★秘密

    合规::

        ［份号］000001
        ［密级和保密期限］秘密★1年
    """
    for element in context.of(Role.SECRECY):
        if not _LEVEL.match(element.text) and not left_open(element.text):
            message = f"“{element.text.strip()}”不是密级，密级只有“绝密”“机密”“秘密”三种"
            yield Problem(message, element.whole, expected="绝密、机密或秘密")
    title = context.first(Role.TITLE)
    if title is None or not context.official or context.bulletin:
        return
    for element in context.of(Role.OTHER):
        if element.number < title.number and _INTERNAL.fullmatch(element.text):
            message = f"“{element.text.strip()}”标在密级的位置，但不是密级；密级只有“绝密”“机密”“秘密”三种"
            yield Problem(message, element.whole, severity=Severity.WARNING)
