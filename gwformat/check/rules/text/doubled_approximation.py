"""T536: two words that both say “about”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity

_DOUBLED = re.compile(
    "(?:大约|约(?!定|束|谈|请|见|会)|近|将近|大概)[占为有达]?[\\d.一二两三四五六七八九十百千万亿]+[^，。；、：（）\\d\\n]{0,5}(?:左右|上下)(?![岸侧两各手])"
    "|(?:近|将近)[\\d.]+[十百千万亿]?(?:多|余)[^，。；、\\n]"
    "|(?:超过|超出|突破)[\\d.]+[^，。；、：（）\\d\\n]{0,4}以上|(?:不足|不到|低于)[\\d.]+[^，。；、：（）\\d\\n]{0,4}以下"
)


@rule(
    "T536",
    name="doubled-approximation",
    clause="惯例",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """表示概数的词语不重叠使用，如“约……左右”“超过……以上”。

    不合规::

        参会人员约300人左右。

    不合规::

        投资超过500万元以上，约占总数的60%，已完成约占60%左右。

    合规::

        参会人员约300人，投资超过500万元，在附近20米左右设置标志，约定5日左右答复。
    """
    for hit in context.prose.find(_DOUBLED, ("左右", "上下", "以上", "以下", "余", "多")):
        if not hit.before.endswith(("附", "就", "最", "邻", "靠", "远")):
            yield hit.problem(f"“{hit.words}”中表示概数的词语重叠，只留一个")
