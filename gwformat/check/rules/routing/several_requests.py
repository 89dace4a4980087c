"""R409: several matters in one request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

# 关于增加编制和购置车辆的请示: two verbs with their objects, joined.
_VERBS = (
    "增加|购置|购买|新建|改建|扩建|调整|设立|成立|申请|解决|追加|拨付|减免|更换|举办|召开|撤销|修建|增设|核定|批准|"
    "核增|核减|划拨|划转|报废|出让|转让|变更|延长|返还|选派|追授|命名|招聘|聘用|配备|租用|修缮|维修"
)
# 此外，……请一并批准: a second matter after the first.
_ASKED = (
    r"(?:恳请|请求|申请|拟请|请)[^。]{0,40}?(?:安排|拨付|拨给|批准|解决|核定|核增|同意|增加|购置|配备|减免|给予|批复)"
)
_MORE = expression(
    rf"[\s\u3000]*(?:此外|另外|另|再者|还有)[，,、][^。]*?{_ASKED}|[^。]*请[予以]{{0,2}}一并(?:批准|批复|审批|解决|安排|批示)"
)
_PERHAPS = expression(rf"[\s\u3000]*同时[，,][^。]*?{_ASKED}|[^\n]*?。(?:此外|另外|另)[，,、][^。]*?{_ASKED}")
# 关于新建和改建农村公路的请示 is one matter: what is done in two ways has one name.
_TWO = expression(
    rf"关于[^《》]*?(?:{_VERBS})[^《》]{{2,}}?(?<!或)(?:和|及|以及|与|、|并)(?:{_VERBS})[^《》]*?的?请示$"
)


@rule("R409", name="several-requests", clause="条例 第十五条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """请示应当一文一事。

    不合规::

        ［文种］请示
        ［标题］某某市水务局关于增加编制和购置车辆的请示

    不合规::

        ［文种］请示
        ［标题］某某市水务局关于新建城东泵站和核增人员编制的请示

    不合规::

        ［文种］请示
        城东泵站建于1983年，拟加固改造，投资860万元。
        此外，我局防汛抢险车老化，恳请安排资金购置2辆。
        妥否，请批示。

    不合规::

        ［文种］请示
        城东泵站建于1983年，拟加固改造，投资860万元。
        资金由市财政安排。另外，申请增加编制5名。
        妥否，请批示。

    合规::

        ［文种］请示
        城东泵站拟加固改造，投资860万元。资金由县财政安排600万元，另申请上级补助260万元。
        妥否，请批示。

    合规::

        ［文种］请示
        ［标题］某某市水务局关于购置抢险车和排水泵的请示

    合规::

        ［文种］请示
        ［标题］某某市水务局关于新建和改建城区泵站的请示
    """
    if context.genre != "请示":
        return
    for title in context.of(Role.TITLE):
        text = re.sub(r"\s", "", title.text)
        if _TWO.search(text):
            yield Problem("请示应当一文一事；标题像是请示了两件事，应分别行文", title.whole)
    for element in context.own(Role.BODY)[1:]:
        sure, perhaps = _MORE.match(element.text), _PERHAPS.match(element.text)
        if found := sure or perhaps:
            message = "请示应当一文一事；这里像是又请示了一件事，应另行请示"
            yield Problem(message, element.at(found), severity=None if sure else Severity.INFO)
