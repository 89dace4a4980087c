"""R409: several matters in one request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role

# 关于增加编制和购置车辆的请示: two verbs with their objects, joined.
_VERBS = "增加|购置|购买|新建|改建|扩建|调整|设立|成立|申请|解决|追加|拨付|减免|更换|举办|召开|撤销|修建|增设|核定|批准"
_TWO = re.compile(rf"关于[^《》]*?(?:{_VERBS})[^《》]*?(?:和|及|以及|与|、)(?:{_VERBS})[^《》]*?的?请示$")


@rule("R409", name="several-requests", clause="条例 第十五条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """请示应当一文一事。

    不合规::

        ［文种］请示
        ［标题］某某市水务局关于增加编制和购置车辆的请示

    合规::

        ［文种］请示
        ［标题］某某市水务局关于购置抢险车和排水泵的请示
    """
    if context.genre != "请示":
        return
    for title in context.of(Role.TITLE):
        text = re.sub(r"\s", "", title.text)
        if _TWO.search(text):
            yield Problem("请示应当一文一事；标题像是请示了两件事，应分别行文", title.whole)
