"""T563: a number right after its title without brackets."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_BARE = expression("(?<=》)(?P<number>[\u4e00-\u9fff]{1,10}〔[0-9]{4}〕[0-9]{1,5}号)(?:文件)?")
_VERB = expression("[和与及或以按由是的等据照]")


@rule(
    "T563",
    name="quoted-number-without-brackets",
    clause="条例 第十九条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """引用公文，标题后面的发文字号括在圆括号里。

    不合规::

        根据《某某市防汛工作规定》某政发〔2026〕5号，制定本办法。

    合规::

        根据《某某市防汛工作规定》（某政发〔2026〕5号），《某某市河道管理办法》和某政发〔2026〕6号文件，制定本办法。
    """
    for hit in context.prose.find(_BARE, "〔"):
        if not _VERB.search(hit["number"]):
            yield hit.problem(f"标题后面的“{hit['number']}”应括在“（）”里", f"（{hit['number']}）", Safety.REVIEW)
