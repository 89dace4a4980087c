"""R437: a joint document of organs of different levels."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import issuers, organ_of
from gwformat.findings import Severity


@rule(
    "R437",
    name="joint-levels-differ",
    clause="条例 第十七条",
    severity=Severity.WARNING,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """联合行文的应当是同级机关。

    不合规::

        ［发文机关署名］某某市财政局
        ［发文机关署名］某某县水务局
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］level = "city"
        ［机构］[[organ]]
        ［机构］name = "某某县水务局"
        ［机构］level = "county"

    合规::

        ［发文机关署名］某某市财政局
        ［发文机关署名］某某市水务局
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］level = "city"
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］level = "city"
    """
    found = [(name, organ) for name in issuers(context) if (organ := organ_of(context, name)) is not None]
    levels = [(name, organ.level) for name, organ in found if organ.level is not None]
    for name, level in levels[1:]:
        if level is not levels[0][1]:
            yield Problem(
                f"联合行文的应是同级机关：{levels[0][0].name}为{levels[0][1]}，{name.name}为{level}", name.where
            )
