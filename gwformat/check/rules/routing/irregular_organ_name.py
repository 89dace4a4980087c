"""R436: an organ called by a name that is neither its full nor a regular short name."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.directory import Directory, Organ
from gwformat.check.organs import Named, addressees, copied, issuers
from gwformat.findings import Safety, Severity, reworded

_SHORTEST = 3


@rule(
    "R436",
    name="irregular-organ-name",
    clause="条例 第九条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """机关名称使用全称或者规范化简称。

    名录里没有的名称，如果与某个机构只差几个字，提示为不规范的简称。

    不合规::

        ［主送机关］某市财政局：
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］short = ["市财政局"]

    合规::

        ［主送机关］市财政局：
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］short = ["市财政局"]
    """
    assert context.directory is not None
    for name in (*addressees(context), *copied(context), *issuers(context)):
        organ = _meant(name, context.directory)
        if organ is not None:
            known = "、".join(f"“{said}”" for said in organ.names)
            fix = reworded(name.where, organ.name, Safety.REVIEW)
            yield Problem(f"“{name.name}”不是规范的名称，{organ.name}可称{known}", name.where, fix)


def _meant(name: Named, directory: Directory) -> Organ | None:
    """The one organ whose full name holds these characters in this order, if the name is nobody's."""
    if directory.find(name.name) is not None or len(name.name) < _SHORTEST or name.name.startswith("各"):
        return None
    meant = [organ for organ in directory.organs if _shortens(name.name, organ.name)]
    return meant[0] if len(meant) == 1 else None


def _shortens(short: str, full: str) -> bool:
    rest = iter(full)
    return short != full and all(char in rest for char in short)
