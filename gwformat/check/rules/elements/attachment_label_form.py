"""E158: the label above an attachment."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_RIGHT = expression(r"(?:\S+〔\d{4}〕\d+号)?附件\d{0,2}")


@rule(
    "E158",
    name="attachment-label-form",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附件首页左上角标“附件”二字及附件顺序号，顺序号用阿拉伯数字，不加冒号。

    附件不能与正文一起装订时，写作“某政发〔2026〕5号附件1”。

    不合规::

        ［附件］有
        ［附件序号］附件一
        ［附件标题］防汛责任人名单
        ［附件］市防汛抗旱指挥部办公室负责人：李四。
        ［附件序号］附件2：
        ［附件标题］防汛物资储备清单
        ［附件］编织袋2万条，救生衣300件。

    合规::

        ［附件］有
    """
    for label in context.attached.labelled:
        words = label.element.text[slice(*label.label)]
        if _RIGHT.fullmatch(words) or "表" in words:
            continue
        right = f"附件{label.number or ''}"
        where = label.element.span(*label.label)
        severity = None if context.official else Severity.INFO  # laws have forms of their own
        fix = reworded(where, right, Safety.SAFE)
        yield Problem(f"“{words.strip()}”应为“{right}”", where, fix, severity=severity, expected=right)
