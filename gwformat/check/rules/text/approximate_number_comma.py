"""T523: 、 within an approximate number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import to_chinese

_PAIRS = tuple(f"{low}、{high}" for low, high in zip("一二三四五六七八", "二三四五六七八九", strict=True))
_DIGITS = expression(r"(?P<low>[1-8])(?<=[近每隔约续].)、(?P<high>[2-9])(?=[天年个名次人]|周|小时)")
_BEFORE = tuple("第一二三四五六七八九十百、各前后上下")
_AFTER = expression("[十百千万](?![一二三四五六七八九、])|[个天名次人位](?![级等体])")


@rule(
    "T523",
    name="approximate-number-with-comma",
    clause="GB/T 15835-2011 5.2.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """相邻两个数字连用表示概数，中间不用顿号。

    “第三、四条”“一、二级”之类是并列，应用顿号。

    不合规::

        每组配备三、四个联络员。

    不合规::

        近2、3年来防汛形势严峻，汛期每3、4天巡查一次。

    合规::

        第2、3年和2025、2026年的任务，见附件2、3，各用2、3个月；第1、2名由市级表扬。

    合规::

        每组配备三四个联络员，依照第三、四条和第一、二款执行，由二、三产业共同承担。
    """
    for hit in context.prose.find_words(_PAIRS):
        if _AFTER.match(hit.after) and not hit.before.endswith(_BEFORE):
            yield hit.instead(hit.words.replace("、", ""), Safety.REVIEW)
    for hit in context.prose.find(_DIGITS, "、"):
        low, high = int(hit["low"]), int(hit["high"])
        if high == low + 1:
            yield hit.instead(("两" if low == 2 else to_chinese(low)) + to_chinese(high), Safety.REVIEW)
