"""T605: a quoted document number without its year."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_YEARLESS = expression(r"(?<=》)（[\u4e00-\u9fff]{1,8}[发函字办]\d{1,4}号）")

_UNNUMBERED = expression("(?<=[\u4e00-\u9fff])〔[0-9]{4}〕号(?=[）)，。、；”》文])")


@rule(
    "T605",
    name="quoted-number-without-year",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号由机关代字、年份、发文顺序号组成，引用时也不省略年份和顺序号。

    不合规::

        按照《关于加强防汛工作的通知》（某政发5号）执行。

    不合规::

        按照《关于加强防汛工作的通知》（某政发〔2026〕号）执行。

    合规::

        按照《关于加强防汛工作的通知》（某政发〔2026〕5号）和《某某条例》（国务院令第714号）执行。
    """
    for hit in context.prose.find(_YEARLESS, "》（"):
        yield hit.problem(f"发文字号“{hit.words[1:-1]}”缺少年份")
    for hit in context.prose.find(_UNNUMBERED, ("〕号",)):
        yield hit.problem(f"“{hit.words}”缺少发文顺序号")
