"""T505: a bracket or quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Edit
from gwformat.text.pairs import unpaired
from gwformat.text.quotes import quoted

_PARTNER = dict(zip("“‘（《〈〔”’）》〉〕", "”’）》〉〕“‘（《〈〔", strict=True))


@rule(
    "T505",
    name="unpaired-mark",
    clause="GB/T 15834-2011 4.9",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """引号、括号、书名号应当成对使用。

    直引号另报（T503），与它配成一对的弯引号不再报。引文有几段时，各段开头都用前引号，最后一段末尾才用后引号；编号“1）”的括号不成对。

    不合规::

        依据《某某市防汛预案，各单位要落实责任。

    不合规::

        各单位要落实“三个到位要求。

    合规::

        主要任务：1）排查隐患；2）储备物资。

    合规::

        各单位要落实“三个到位"要求。

    合规::

        将第三条修改为：“本办法自印发之日起施行。
        “本办法由市水务局负责解释。”
    """
    prose = context.prose
    found = [Edit(place, place + 1, "") for place in unpaired(prose.text)]
    for hit, _ in prose.edits(found):
        if not hit.in_chinese or (hit.words in "“”" and '"' in hit.piece.chars):
            continue
        yield hit.problem(f"{quoted(hit.words)}没有与之配对的{quoted(_PARTNER[hit.words])}")
