"""T628: a law cited that was repealed before the day of the document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import own_day
from gwformat.expressions import expression
from gwformat.findings import Severity

_CITED = expression("《(?P<whole>中华人民共和国)?(?P<name>[^《》〈〉]{2,24})》")
_HISTORY = expression("(?:原|当时的?)$")
_THEN = expression("废止|失效|施行前|实施前|以前|之前|同时|代替|取代|修订|衔接|期间|时期|历史|原")
_STOP = expression("[。；\n\v]")


@rule(
    "T628",
    name="repealed-law",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """成文时已经废止的法律、行政法规，不作依据引用。

    说从前的事的，不在此列：名称前有“原”，同一句里说到废止、施行前的。

    不合规::

        根据《中华人民共和国合同法》签订合同。

    合规::

        根据《中华人民共和国民法典》《中华人民共和国劳动合同法》签订合同，原《中华人民共和国合同法》已废止。
    """
    laws = context.terms.repealed_laws
    if not context.prose.holds(*laws) or (day := own_day(context)) is None:
        return
    dated = f"{day.year}-{day.month:02}"
    for hit in context.prose.find(_CITED, tuple(laws)):
        law = laws.get(hit["name"])
        if law is None or law.since > dated or _HISTORY.search(hit.before):
            continue
        sentence = _STOP.split(hit.before)[-1] + _STOP.split(hit.after)[0]
        if not _THEN.search(sentence):
            year, month = law.since.split("-")
            yield hit.problem(f"{hit.words}已于{year}年{int(month)}月废止，现行的是{law.now}，请核对")
