"""R410: a lower organ's request passed on as it is."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_PASSED = expression(
    r"(?:现将|现转报|现予转报|特转报|现转呈)[^。]*(?:请示|报告)(?!如下)[^。]*(?:转报|转呈|呈报|上报)?[^。]*。"
)
_OPINION = expression(
    r"(?:经(?:研究|审核|审查|核实)|我(?:局|委|厅|县|市|区|乡|镇|部|办)(?:认为|同意|意见|建议)|拟同意|建议)"
)


@rule("R410", name="request-passed-on", clause="条例 第十五条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """下级机关的请示事项，如需以本机关名义向上级机关请示，应当提出倾向性意见后上报，不得原文转报。

    不合规::

        ［文种］请示
        现将某某县水务局《关于新建泵站的请示》转报贵府。
        妥否，请批示。

    合规::

        ［文种］请示
        现将有关情况请示如下。
        妥否，请批示。

    合规::

        ［文种］请示
        现将某某县水务局《关于新建泵站的请示》转报市政府。经研究，我局同意该方案。
        妥否，请批示。
    """
    if context.genre != "请示" or any(_OPINION.search(element.text) for element in context.text):
        return
    for element in context.text:
        for found in _PASSED.finditer(element.text):
            yield Problem("转报下级机关的请示，应当提出本机关的倾向性意见", element.at(found))
