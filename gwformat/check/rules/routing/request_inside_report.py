"""R401: a request inside a report."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_REQUEST = expression(
    r"请[予以]{0,2}(?:批示|批复|批准|审批|审定|批转|核准|核批)|恳请[^。；]{0,20}(?:批准|支持|解决|同意|拨付)|"
    r"恳请[^。；]{0,20}(?:安排|划拨|增拨|追加|核增|给予|下达)[^。；]{0,12}(?:经费|资金|编制|补助|指标|名额)|"
    r"(?<![报提呈申邀聘经])请[省市县区州旗][^，。；]{0,10}(?:批准|批复|批示|审批|解决)(?=为盼|为荷|为感|[。！])|"
    r"(?:妥否|当否|可否|是否可行)|请(?:尽快|及时)?(?:给予)?(?:拨款|拨付|解决)"
)


@rule(
    "R401",
    name="request-inside-report",
    clause="条例 第十五条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """报告等非请示性公文中不得夹带请示事项。

    不合规::

        ［文种］报告
        2025年，我局完成水利工程投资3.2亿元。
        以上报告当否，请批示。

    不合规::

        ［文种］报告
        2025年，我局完成水利工程投资3.2亿元。恳请市人民政府安排专项经费50万元。

    不合规::

        ［文种］报告
        2025年，我局完成水利工程投资3.2亿元。
        请市政府批准为盼。

    合规::

        ［文种］报告
        2025年，我局完成水利工程投资3.2亿元。
        以上报告，请审阅。

    合规::

        ［文种］报告
        项目已于2025年3月报请省水利厅批准。
        特此报告。

    合规::

        ［文种］报告
        ［标题］某某市水务局关于新建泵站的请示报告
        以上意见当否，请批示。
    """
    title = context.first(Role.TITLE)
    if context.genre != "报告" or (title is not None and "请示报告" in title.text):
        return  # 请示报告 is a fault of the title; which of the two it is to be, its author must say
    for element in context.text:
        for found in _REQUEST.finditer(element.text):
            yield Problem(f"报告中不得夹带请示事项：“{found[0]}”；有请示事项的另行文请示", element.at(found))
