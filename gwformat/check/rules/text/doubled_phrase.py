"""T558: a word of two characters or more typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_DOUBLED = re.compile(
    "(?P<word>[\u4e00-\u9fff]{4,8})(?P=word)|(?P<short>(?:工作|落实|加强|进行|管理|建设|单位|部门|要求|实施|开展|推进|完善|提高|保障|组织|制度|安全|责任|有关|以及|或者|关于|按照|根据|为了|人民|政府|国家|通知|规定|应当|可以|不得|依法|全面|问题|发展))(?P=short)"
)


@rule(
    "T558",
    name="doubled-phrase",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """词语不重复输入。

    不合规::

        各级各部门要进行进行隐患排查。

    合规::

        各级各部门要一项一项抓落实，研究研究再定，依法依规办理。
    """
    for hit in context.prose.find(_DOUBLED):
        word = hit["word"] or hit["short"]
        if len(set(word)) > 1 and not hit.in_table:
            yield hit.problem(f"“{word}”重复", word, Safety.REVIEW)
