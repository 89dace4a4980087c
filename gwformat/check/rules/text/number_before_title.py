"""T560: a quoted document whose number stands before its title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_QUOTED = expression(
    "(?P<code>[\u4e00-\u9fff]{1,8})〔(?P<year>[0-9]{4})〕(?P<number>[0-9]{1,5})号(?:文件|文)?(?P<title>《[^《》\\n]{4,80}》)"
)
_NUMBERED = expression("〕[0-9]{1,5}号(?:文件|文)?《")  # the middle of it is found sooner than its beginning
_VERB = expression("^(?:根据|按照|依据|依照|遵照|落实|执行|贯彻|转发|印发|废止|见|按|以|和|与|及|对|将|由|的)+")


@rule(
    "T560",
    name="number-before-title",
    clause="条例 第十九条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """引用公文，先引标题，后引发文字号，文号括在圆括号里。

    不合规::

        根据某政发〔2026〕5号《某某市防汛工作规定》，制定本办法。

    合规::

        根据《某某市防汛工作规定》（某政发〔2026〕5号）、《某某市河道管理办法》，制定本办法。
    """
    if "〔" not in context.prose.chars or _NUMBERED.search(context.prose.text) is None:
        return
    for hit in context.prose.find(_QUOTED, "〔"):
        code = _VERB.sub("", hit["code"])
        verb = hit["code"][: len(hit["code"]) - len(code)]
        # Where the code begins is certain only after a verb or a stop.
        certain = bool(code) and (verb or not hit.before or hit.before[-1] in "，。；：、（")
        new = f"{verb}{hit['title']}（{code}〔{hit['year']}〕{hit['number']}号）" if certain else None
        yield hit.problem("引用公文应先引标题，后引发文字号", new, Safety.REVIEW)
