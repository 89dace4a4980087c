"""E159: an attachment note for the document that is issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_ISSUES = expression(
    r"(?:印发|转发|批转|发布|公布)\s*(?:《(?P<named>[^》]+)》|(?P<bare>.+?)的\s*(?:通知|函)\s*$)", re.DOTALL
)

_AROUND = " \t\u3000\ufffc《》。；;，,"


@rule(
    "E159",
    name="issued-document-announced",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """印发、转发、批转的文件不是附件，接排在正文之后，不写附件说明，不标“附件”。

    不合规::

        ［标题］某某市人民政府关于印发《某某市防汛工作办法》的通知
        ［附件说明］附件：某某市防汛工作办法

    合规::

        ［标题］某某市人民政府关于印发《某某市防汛工作办法》的通知
    """
    title = context.first(Role.TITLE)
    found = _ISSUES.search(title.text) if title else None
    issued = comparable(found["named"] or found["bare"]) if found else ""
    for entry in context.attached.announced if issued else ():
        if issued in comparable(entry.name):
            message = f"“{entry.name.strip(_AROUND)}”是印发的文件，不作附件，接排在正文之后"
            yield Problem(message, entry.element.whole)
