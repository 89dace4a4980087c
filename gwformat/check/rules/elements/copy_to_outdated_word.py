"""E174: 抄报 and other words instead of 抄送."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_WORD = expression(r"[\s\ufffc]*(抄\s*报|抄\s*发|抄\s*致|分\s*送|发\s*送|印\s*送|报\s*送)(?=\s*[:∶︰：])")


@rule(
    "E174",
    name="copy-to-outdated-word",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.ERROR,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关以外的机关一律用“抄送”，不用“抄报”“抄发”。

    纪要可以写“分送”：纪要的格式可以根据实际制定（10.3）。

    不合规::

        ［抄送机关］抄报：市委各部门，市人大常委会办公室。

    合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室。

    合规::

        ［文种］纪要
        ［抄送机关］分送：市委各部门，市人大常委会办公室。
    """
    for element in context.of(Role.COPY_TO):
        found = _WORD.match(element.text)
        if found and re.sub(r"\s", "", found[1]) not in context.profile.imprint.copy_words:
            where = element.at(found, 1)
            message = f"“{found[1]}”应为“抄送”"
            yield Problem(message, where, reworded(where, "抄送", Safety.REVIEW), expected="抄送", measured=found[1])
