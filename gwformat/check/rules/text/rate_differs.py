"""T647: 受理356件，办结340件，办结率98.5%: a rate that is not the quotient of the two numbers before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_RATE = expression(
    r"(?<![\d.])(?P<whole>[1-9]\d{0,6})(?P<unit>[件起个处项户人名家次条座宗批])[^\d，。；：、（）]{0,6}[，,]?"
    r"(?:其中)?[，,]?(?:已|共|现已)?"
    r"(?P<verb>办结|整改|完成|解决|合格|答复|处置|销号|化解|回复|结案|破获|落实|答结|验收|审结)(?:了|到位)?"
    r"(?P<part>[1-9]\d{0,6})(?P=unit)[^\d，。；：、（）]{0,4}[，、,](?P=verb)率(?:达到?|为|是)?"
    r"(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_PERCENT = Decimal(100)


@rule(
    "T647",
    name="rate-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """办结率、整改率等，与前面的总数和办结、整改的数相符。

    不合规::

        全年受理案件356件，办结340件，办结率达到98.5%。

    合规::

        全年受理案件356件，办结340件，办结率达到95.5%。排查隐患326处，已整改318处，整改率97.5%。
    """
    for hit in context.prose.find(_RATE, "率"):
        whole, part, said = (Decimal(hit[name]) for name in ("whole", "part", "rate"))
        due = part / whole * _PERCENT
        # Rounded up or down as well: 95.51% said as 95.6% is no slip of the pen.
        margin = Decimal(1).scaleb(int(said.as_tuple().exponent))
        if part <= whole and abs(due - said) >= margin:
            yield hit.part("rate").problem(
                f"“{hit['verb']}率”按前面的数是{due:.2f}%，请核对", expected=f"{due:.2f}%", measured=f"{hit['rate']}%"
            )
