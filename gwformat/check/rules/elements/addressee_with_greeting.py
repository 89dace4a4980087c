"""E133: polite words before addressees."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_POLITE = expression(
    r"尊敬的|敬爱的|亲爱的|^\s*致(?!公|远)|^\s*(?:主送|呈报|呈送|报送)(?:单位|机关)?\s*[：:]|^\s*(?:呈报|呈送|报送)"
)


@rule(
    "E133",
    name="addressee-with-greeting",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关应当使用机关全称、规范化简称或者同类型机关统称，不加敬语和“致”“主送：”一类的字样。

    不合规::

        ［文种］函
        ［主送机关］尊敬的某某市自然资源局：

    不合规::

        ［文种］请示
        ［主送机关］致某某市人民政府：

    不合规::

        ［文种］请示
        ［主送机关］主送：某某市人民政府

    合规::

        ［文种］函
        ［主送机关］某某市自然资源局：
    """
    for element in context.own(Role.ADDRESSEE) if context.genre is not None else ():
        found = _POLITE.search(element.text)
        if found and not (element.block.moved or element.block.in_imprint):
            yield Problem(f"主送机关前不加“{found[0].strip()}”", element.at(found))
