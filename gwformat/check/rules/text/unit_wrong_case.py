"""T540: unit symbols in the wrong case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_TAIL = "(?![A-Za-z0-9])"


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
    prose = context.prose
    symbols = context.terms.unit_symbols
    if prose.chars.isdisjoint("KMkmCHhGW"):
        return
    for hit in prose.find(_symbols(tuple(symbols))):
        yield hit.instead(symbols[hit.words], Safety.SAFE)


@cache
def _symbols(symbols: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, symbols), key=len, reverse=True))
    return re.compile(f"(?<=[0-9])(?:{names}){_TAIL}|(?<=[0-9] )(?:{names}){_TAIL}|(?<=[0-9][万亿])(?:{names}){_TAIL}")
