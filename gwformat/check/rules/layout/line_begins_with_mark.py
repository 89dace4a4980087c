"""L273: a line that begins or ends with a mark that may not stand there."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.distances import stands
from gwformat.check.geometry import Known
from gwformat.findings import Severity
from gwformat.model import OBJECT
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START


@rule(
    "L273",
    name="line-begins-with-mark",
    clause="GB/T 15834-2011 5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """句号、逗号、后引号、后括号等不出现在一行之首，前引号、前括号等不出现在一行之末。

    看的是算得出或量得到的各行起止；人工换行也在内。

    不合规::

        ［标题］某某市人民政府关于加强河道\\n、水库管理的通知

    合规::

        ［标题］某某市人民政府\\n关于加强河道、水库管理的通知
    """
    for element in context.words:
        found = stands(context, element)
        if len(found) != 1 or found[0].breaks is Known.UNVERIFIED:
            continue
        text = element.text
        for line in found[0].lines[1:]:
            start = line.start
            if start is None or not 0 < start < len(text) or len(found[0].lines) > len(text):
                continue
            above = text[:start].rstrip("\n ")
            if text[start] in NOT_AT_START and text[start] != OBJECT:
                yield Problem(f"“{text[start]}”不应在一行之首", element.span(start, start + 1))
            elif above and above[-1] in NOT_AT_END:
                yield Problem(f"“{above[-1]}”不应在一行之末", element.span(len(above) - 1, len(above)))
