"""T536: two words that both say “about”."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_DOUBLED = expression(
    "(?:大约|约(?!定|束|谈|请|见|会)|近|将近|大概)(?:[占为有达在是需]|[\u4e00-\u9fff]有)?[\\d.一二两三四五六七八九十百千万亿]+[^，。；、：（）\\d\\n]{0,5}(?:左右|上下)(?![岸侧两各手])"
    "|(?:近|将近)[\\d.]+[十百千万亿]?(?:多|余)[^，。；、\\n]"
    "|(?:超过|超出|突破)[\\d.]+[^，。；、：（）\\d\\n]{0,4}以上|(?:不足|不到|低于)[\\d.]+[^，。；、：（）\\d\\n]{0,4}以下"
    "|(?:至少|最少|不少于|不低于)(?:[有达在需是要应]|不少于)?[\\d.]+[^，。；、：（）\\d\\n]{0,4}(?:以上|以下)"
    "|(?:至多|最多|不超过|不多于|不高于)(?:[有达在需是要应]|不超过)?[\\d.]+[^，。；、：（）\\d\\n]{0,4}(?:以上|以下)"
    "|(?:大约|约(?!定|束|谈|请|见|会)|大概)[\\d.]+[十百千万亿]?(?:多|余)[^，。；、\\n]"
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

    不合规::

        参会人员大约在300人左右，每组至少5人以上，最多不超过10人以上，投资约3.5亿多元。

    合规::

        每组至少5人，2人以上参加的也可以，面积不超过500平方米，20层以下的建筑约有3座。

    合规::

        参会人员约300人，投资超过500万元，在附近20米左右设置标志，约定5日左右答复。
    """
    for hit in context.prose.find(_DOUBLED, ("左右", "上下", "以上", "以下", "余", "多")):
        if not hit.before.endswith(("附", "就", "最", "邻", "靠", "远")):
            yield hit.problem(f"“{hit.words}”中表示概数的词语重叠，只留一个")
