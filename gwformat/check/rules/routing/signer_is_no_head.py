"""R439: a document for a superior signed by somebody who is not the principal head."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import issuers, organ_of
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_OFFICE = expression(r"(副?(?:书记|省长|市长|县长|区长|镇长|乡长|局长|厅长|部长|主任|主席|院长|检察长))")


@rule(
    "R439",
    name="signer-is-no-head",
    clause="条例 第二十二条",
    severity=Severity.WARNING,
    needs=(Need.DIRECTORY,),
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """上行文由机关主要负责人签发；签发人写明职务的，应是主要负责人。

    不合规::

        ［文种］请示
        ［签发人］签发人：张三（副局长）
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］leaders = ["局长"]

    合规::

        ［文种］请示
        ［签发人］签发人：张三
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］leaders = ["局长"]
    """
    heads = {
        leader
        for name in issuers(context)
        if (organ := organ_of(context, name)) is not None
        for leader in organ.leaders
    }
    if not heads:
        return
    for signer in context.of(Role.SIGNER):
        for found in _OFFICE.finditer(signer.text):
            if found[0] not in heads:
                yield Problem(f"签发人的职务“{found[0]}”不是主要负责人（{'、'.join(sorted(heads))}）", signer.at(found))
