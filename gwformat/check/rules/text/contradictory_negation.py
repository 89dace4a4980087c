"""T589: a negation too many, so that the sentence says the contrary."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TWICE = expression(
    "(?:避免|防止|杜绝|严防|谨防|以免|以防|禁止|严禁|制止)(?P<no>不再|不(?=发生|出现|产生|造成|重复|[再重]))"
    "(?=发生|出现|产生|造成|重复|再次|再度|再|重新)"
    "|切忌(?P<no2>不要|不可|不能|勿|别)"
    "|不得(?P<no3>不)(?=擅自|随意|违反|违规|瞒报|迟报|漏报|截留|挪用|弄虚作假)"
)


# 避免类似事故不再发生
_THEN_TWICE = expression(
    "(?:避免|防止|杜绝|严防|谨防)(?:类似|同类|此类|这类)[^，。；、：不]{0,8}(?P<no>不再)(?=发生|出现|重演)"
)
_AGAIN = ("不再发生", "不再出现", "不再重演")


@rule(
    "T589",
    name="contradictory-negation",
    clause="条例 第十九条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """表述准确：“防止”“避免”“切忌”已有否定的意思，后面再加“不”，意思就反了。

    不合规::

        要强化监管，防止不再发生类似事故。

    不合规::

        要强化监管，避免类似事故不再发生。

    不合规::

        检查中切忌不要弄虚作假。

    不合规::

        未经批准，不得不擅自外出。

    合规::

        要强化监管，避免不必要的损失，防止不法侵害，切忌弄虚作假，确保不再发生类似事故。
    """
    for hit in context.prose.find(_TWICE, ("免不", "止不", "绝不", "防不", "禁不", "切忌", "不得不")):
        part = hit.part(next(name for name in ("no", "no2", "no3") if hit[name]))
        yield part.problem(f"“{hit.words}”多一个否定，意思相反", "", Safety.REVIEW)
    for hit in context.prose.find(_THEN_TWICE, _AGAIN):
        yield hit.part("no").problem(f"“{hit.words}”多一个否定，意思相反", "再", Safety.REVIEW)
