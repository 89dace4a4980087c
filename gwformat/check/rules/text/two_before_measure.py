"""T564: 二 where 两 is said."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_ER = expression("二(?P<measure>[个名家座辆台套件处艘])(?!月|(?<=处)[罚以理置分于在])")
_BEFORE = tuple("第十百千万零〇一二三四五六七八九0123456789、至到—～")


@rule(
    "T564",
    name="two-before-measure-word",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """量词前一般用“两”，不用“二”。

    不合规::

        全市新建二座泵站。

    合规::

        全市新建两座泵站，第二座泵站十二个闸门，每处一至二名管护员，按照附录二处理。
    """
    for hit in context.prose.find(_ER, "二"):
        if not hit.before.endswith(_BEFORE):
            yield hit.instead(f"两{hit['measure']}", Safety.REVIEW)
