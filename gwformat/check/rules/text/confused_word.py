"""T552: words that are often taken for another."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "T552",
    name="confused-word",
    clause="条例 第二十条",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """易混的词语按意思选用，如“截止”与“截至”、“权力”与“权利”。

    不合规::

        截止2026年3月，已完成投资860万元。

    不合规::

        各单位要及时反应情况。

    不合规::

        请登陆市政府网站下载表格。

    合规::

        台风登陆后，各单位通过平台报告情况，登录市政府网站查询。

    合规::

        报名截止日期为3月16日，截止2026年3月16日报名的单位不再受理，保障公民权利，化学反应情况复杂。
    """
    for word, confused in context.terms.confused_words.items():
        for hit in context.prose.find(confused.pattern, (word,)):
            if not hit.before.endswith(("化学", "不良", "应激")):
                yield hit.problem(f"“{hit.words}”请核对：{confused.hint}")
