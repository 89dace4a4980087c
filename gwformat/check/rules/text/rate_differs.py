"""T647: 受理356件，办结340件，办结率98.5%: a rate that is not the quotient of the two numbers before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

_RATE = expression(
    r"(?<![\d.])(?P<whole>[1-9]\d{0,6})(?P<unit>[件起个处项户人名家次条座宗批])[^\d，。；：、（）]{0,6}[，,]?"
    r"(?:其中)?[，,]?(?:已|共|现已)?"
    r"(?P<verb>办结|整改|完成|解决|合格|答复|处置|销号|化解|回复|结案|破获|落实|答结|验收|审结)(?:了|到位)?"
    r"(?P<part>[1-9]\d{0,6})(?P=unit)[^\d，。；：、（）]{0,4}[，、,](?P=verb)率(?:达到?|为|是)?"
    r"(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
# 总投资12.5亿元，已完成投资9亿元，占总投资的82%
_SHARE = expression(
    r"(?<![\d.])(?P<what>总投资|计划投资|年度计划|年度任务|任务总数|总数|总量)(?:共|为|达)?(?P<whole>[1-9]\d{0,8}(?:\.\d+)?)"
    r"(?P<unit>[万亿]?(?:元|[件起个处项户人名家座条亩吨]|公里))[^\d。；：、（）]{0,6}[，,]?(?:其中)?[^\d。；：、（）]{0,10}?"
    r"(?P<part>[1-9]\d{0,8}(?:\.\d+)?)(?P=unit)[^\d，。；：、（）]{0,4}[，,]占(?P=what)的?(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
# 完成投资4500万元，占年度计划5000万元的90%
_OF_PLAN = expression(
    r"(?<![\d.])(?P<part>[1-9]\d{0,8}(?:\.\d+)?)(?P<unit>[万亿]?(?:元|[件起个处项户人名家座条亩吨所]|公里))[，（]"
    r"占(?P<what>[^，。；：\d]{0,10})(?P<whole>[1-9]\d{0,8}(?:\.\d+)?)(?P=unit)的(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_PERCENT = Decimal(100)


@rule(
    "T647",
    name="rate-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """办结率、整改率、占总数的份额等，与前面的总数和办结、整改的数相符。

    不合规::

        全年受理案件356件，办结340件，办结率达到98.5%。

    不合规::

        项目总投资12.5亿元，已完成投资9亿元，占总投资的82%。

    不合规::

        完成投资4500万元，占年度计划5000万元的80%。

    合规::

        完成投资4500万元，占年度计划5000万元的90%。税收完成7236万元，占预算6280万元的115.2%。

    合规::

        项目总投资12.5亿元，已完成投资9亿元，占总投资的72%。全年受理案件356件，办结340件，办结率达到95.5%。排查隐患326处，已整改318处，整改率97.5%。
    """
    for hit in context.prose.find(_RATE, "率"):
        if int(hit["part"]) <= int(hit["whole"]):
            yield from _compared(hit, f"{hit['verb']}率")
    for hit in context.prose.find(_OF_PLAN, ("，占", "（占")):
        yield from _compared(hit, f"占{hit['what']}的")
    for hit in context.prose.find(_SHARE, ("占总", "占计划", "占年度", "占任务")):
        yield from _compared(hit, f"占{hit['what']}的")


def _compared(hit: Hit, name: str) -> Iterator[Problem]:
    """Whether the share said is the one of the part in the whole."""
    whole, part, said = (Decimal(hit[name]) for name in ("whole", "part", "rate"))
    due = part / whole * _PERCENT
    # Rounded up or down as well: 95.51% said as 95.6% is no slip of the pen.
    margin = Decimal(1).scaleb(int(said.as_tuple().exponent))
    if abs(due - said) >= margin:
        message = f"“{name}”按前面的数是{due:.2f}%，请核对"
        yield hit.part("rate").problem(message, expected=f"{due:.2f}%", measured=f"{hit['rate']}%")
