"""T631: 《中华人民共和国环保法》, 《中华人民共和国安全产生法》."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_LAW = expression("《中华人民共和国(?P<name>[^《》〈〉]{2,24}法)》")
_LONG = 5  # characters: names of fewer differ by one, as 水法 and 刑法 do


@rule(
    "T631",
    name="law-name-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“中华人民共和国”之后写法律的全称，不用简称，不写错字。

    不合规::

        根据《中华人民共和国环保法》《中华人民共和国招投标法》制定本办法。

    不合规::

        根据《中华人民共和国安全产生法》制定本办法。

    合规::

        根据《中华人民共和国环境保护法》《中华人民共和国安全生产法》《中华人民共和国水法》《中华人民共和国保守国家秘密法实施办法》和环保法规，制定本办法。
    """
    names = context.terms.law_names
    for hit in context.prose.find(_LAW, ("中华人民共和国",)):
        said = hit["name"]
        if said in names.full:
            continue
        meant = names.short.get(said) or (
            next((name for name in names.full if _one_slip(said, name)), None) if len(said) >= _LONG else None
        )
        if meant is not None:
            yield hit.part("name").instead(meant, Safety.REVIEW)


def _one_slip(said: str, name: str) -> bool:
    """Whether one character is another, left out or too many, or two stand in each other's place."""
    both = zip(said, name, strict=False)
    start = next((at for at, (one, other) in enumerate(both) if one != other), min(len(said), len(name)))
    one, other = said[start:], name[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
