"""T512: hyphens that stand for a dash."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.punctuation import dashes

# A hyphen before what explains: elsewhere between Han characters it joins names (中国-东盟).
_HYPHEN = expression(
    "(?<=[\u4e00-\u9fff”》])[-－](?=(?:即|也就是|特别是|尤其是|就是|这是|这一|关系|必须|务必|各单位|各级|各部门|让|使)"
    "[\u4e00-\u9fff])"
)


@rule(
    "T512",
    name="dash-form",
    clause="GB/T 15834-2011 4.10",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """破折号的形式为“——”，占两个字的位置。

    不合规::

        防汛工作的关键--责任落实。

    不合规::

        防汛工作-关系人民生命安全的大事-各单位必须抓好。

    合规::

        防汛工作的关键——责任落实。命令为git log --oneline，电话为0000-12345678。
    """
    prose = context.prose
    if prose.chars.isdisjoint("-－"):
        return
    for hit, new in prose.edits(dashes(prose.text)):
        yield hit.instead(new, Safety.SAFE)
    for hit in prose.find(_HYPHEN, "-－"):
        yield hit.instead("——", Safety.REVIEW)
