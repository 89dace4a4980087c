"""T540: unit symbols in the wrong case."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = expression("[0-9](?:[万亿]| )?$")
_TAIL = expression("[A-Za-z0-9]")


@rule(
    "T540",
    name="unit-wrong-case",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """计量单位符号的大小写按标准书写：km、kg、kW、MPa、Hz。

    不合规::

        道路全长12KM，装机容量500Kw。

    合规::

        道路全长12km，装机容量500kW，型号为KM12，内存为16GB，KG公司承建。
    """
    symbols = context.terms.unit_symbols
    for hit in context.prose.find_words(symbols):
        if _NUMBER.search(hit.before) and not _TAIL.match(hit.after):
            yield hit.instead(symbols[hit.words], Safety.SAFE)
