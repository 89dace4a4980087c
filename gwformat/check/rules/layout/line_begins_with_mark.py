"""L273: a line that begins or ends with a mark that may not stand there."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.geometry import Known
from gwformat.findings import Location, Severity
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
    assert context.geometry is not None
    for paragraph in context.draft.paragraphs():
        source, text = paragraph.source, paragraph.text
        stand = context.geometry.of(source.first)
        if stand.breaks is Known.UNVERIFIED or not stand.is_whole:
            continue
        for line in stand.lines[1:]:
            start = line.start or len(text)
            above = text[:start].rstrip("\n ")
            if start < len(text) and text[start] in NOT_AT_START:
                where = Location(source.part, source.first, start, start + 1)
                yield Problem(f"“{text[start]}”不应在一行之首", where)
            elif start < len(text) and above and above[-1] in NOT_AT_END:
                where = Location(source.part, source.first, len(above) - 1, len(above))
                yield Problem(f"“{above[-1]}”不应在一行之末", where)
