"""E150: how the attachment note begins."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity, reworded


@rule(
    "E150",
    name="attachment-note-lead",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明以“附件”二字加全角冒号开头，多个附件的顺序号写在冒号之后。

    不合规::

        ［附件说明］附件1：防汛责任人名单
        ［附件说明］附件2：防汛物资储备清单

    不合规::

        ［附件说明］附：防汛责任人名单

    不合规::

        ［附件说明］附件防汛责任人名单

    合规::

        ［附件］有
    """
    announced = context.attached.announced
    for position, entry in enumerate(announced):
        if entry.lead.rstrip() == ("附件：" if position == 0 else ""):
            continue
        if entry.alone is not None:  # no change of words puts two paragraphs on one line
            right = "“附件：”应与附件名称同在一行"
            yield Problem(right, entry.alone.whole, expected=right, measured=entry.alone.text.strip())
            continue
        if position == 0 and entry.element.block.attachment and entry.lead.startswith(("附表", "附图")):
            continue  # the tables of a document that this one issues
        number = f"{entry.number}." if entry.number is not None and len(announced) > 1 else ""
        right = f"{'' if position else '附件：'}{number}"
        found = entry.element.text[slice(*entry.mark)]
        where = entry.element.span(*entry.mark)
        if found:
            fix = reworded(where, right, Safety.SAFE)
            yield Problem(f"“{found.strip()}”应为“{right}”", where, fix, expected=right, measured=found.strip())
        elif position == 0:
            yield Problem("附件说明应以“附件：”开头", where, reworded(where, right, Safety.SAFE), expected=right)
