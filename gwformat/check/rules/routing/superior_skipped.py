"""R431: a document sent over the head of the direct superior."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import copied, issuers, organ_of, receivers_of
from gwformat.findings import Severity


@rule(
    "R431",
    name="superior-skipped",
    clause="条例 第十四条",
    severity=Severity.WARNING,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """一般不得越级行文；特殊情况需要越级行文的，应当同时抄送被越过的机关。

    不合规::

        ［文种］请示
        ［主送机关］某某市人民政府：
        ［发文机关标志］某某县水务局文件
        ［发文机关署名］某某县水务局
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某县人民政府"
        ［机构］superior = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某县水务局"
        ［机构］superior = "某某县人民政府"

    合规::

        ［文种］请示
        ［主送机关］某某市人民政府：
        ［抄送机关］抄送：某某县人民政府。
        ［发文机关标志］某某县水务局文件
        ［发文机关署名］某某县水务局
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某县人民政府"
        ［机构］superior = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某县水务局"
        ［机构］superior = "某某县人民政府"
    """
    assert context.directory is not None
    copies = {organ.name for name in copied(context) if (organ := organ_of(context, name)) is not None}
    for issuer in issuers(context):
        sender = organ_of(context, issuer)
        if sender is None:
            continue
        above = list(context.directory.above(sender))
        for name, receiver in receivers_of(context):
            if receiver not in above:
                continue
            passed = [organ.name for organ in above[: above.index(receiver)] if organ.name not in copies]
            if passed:
                yield Problem(f"越级行文，应当同时抄送被越过的{'、'.join(passed)}", name.where)
