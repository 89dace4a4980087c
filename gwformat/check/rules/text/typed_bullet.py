"""T602: a paragraph of the text that begins with a bullet."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES

_SIGNS = "•●■◆◇▪▫‣⁃▲△▶►★☆➢➤➔✓✔√→·∙⚫⬛\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc"
# A short dash, a star or Ø counts only before words: −5℃, *号, Ø50 begin otherwise; —— before an item is a dash.
_BULLET = expression(rf"[{_SIGNS}]|[-–*+Ø](?=[ \u3000]*[\u3400-\u9fff])|（[ \u3000]*）(?=[ \u3000]*[\u3400-\u9fff])")


@rule(
    "T602",
    name="typed-bullet",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """正文分项用序数“一、”“（一）”“1.”“（1）”，不用“•”“●”“◆”一类的项目符号，也不空着括号。

    标准说结构层次序数可以用这四种；项目符号不分先后，别处没法引用，换到没有这个字的字库还会变成方框。破折号“——”领起的分项是惯常写法，不在此列。

    不合规::

        要切实抓好以下工作：
        ●落实防汛责任。
        ●储备防汛物资。

    合规::

        要切实抓好以下工作：
        （1）落实防汛责任。
        （2）储备防汛物资。
    """
    for hit in context.prose.find(_BULLET, _SIGNS + "-–*+Ø（"):
        if hit.role in TEXT_ROLES and not hit.in_table and not hit.before.strip():
            sign = f"“{hit.words}”" if hit.words.isprintable() else "项目符号"  # Wingdings has its own places for them
            yield hit.problem(f"用{sign}开头，公文分项用序数“一、”“（一）”“1.”“（1）”")
