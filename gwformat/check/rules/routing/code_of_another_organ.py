"""R435: a document number with a code that is not the issuer's."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import marked_organs, senders_of
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_YEAR = expression(r"[〔\[［【（(﹝❲〈]|(?=[\d０-９二〇])")  # how it is written is said elsewhere
_NONE = ("", "第")  # 2026年第3号 and 第3号 of notices and minutes have no code


@rule(
    "R435",
    name="code-of-another-organ",
    clause="条例 第九条",
    severity=Severity.ERROR,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号由发文机关代字、年份、发文顺序号组成；联合行文使用主办机关的发文字号。

    不合规::

        ［发文字号］某财发〔2026〕5号
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］codes = ["某政发", "某政函"]

    合规::

        ［发文字号］某政发〔2026〕5号
        ［发文机关署名］某某市财政局
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］codes = ["某政发", "某政函"]
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］codes = ["某财发"]

    合规::

        ［发文字号］某政发〔2026〕5号
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］codes = ["某政发", "某政函"]

    合规::

        ［发文字号］某政发[2026]5号
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］codes = ["某政发", "某政函"]

    合规::

        ［发文机关标志］某某市人民政府公告
        ［发文字号］2026年第3号
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］codes = ["某政发", "某政函"]
    """
    # The mark, if it names one: that the signature says another is a fault of its own.
    host = next(iter((*marked_organs(context), *senders_of(context))), None)
    if host is None or not host.codes:
        return
    for number in context.of(Role.DOC_NUMBER):
        code = _YEAR.split(number.text.strip())[0].strip()
        if code not in (*_NONE, *host.codes):
            right = "、".join(f"“{known}”" for known in host.codes)
            yield Problem(f"“{code}”不是{host.name}的发文机关代字", number.whole, expected=right, measured=f"“{code}”")
