"""L270: an imprint that is not on the last page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, last_line, unverified
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES


@rule(
    "L270",
    name="imprint-not-on-last-page",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """版记置于公文最后一面，附件在版记之前。

    不合规::

        ［附件］有
        ［版记 位置］随文
        ［移动］附件序号 到 印发日期 之后

    合规::

        ［附件］有
    """
    elements = context.own(*IMPRINT_ROLES)
    last = max(context.words, key=lambda element: element.first_paragraph) if elements else None
    if last is None:
        return
    imprint, end = last_line(context, elements[-1]), first_line(context, last)
    if isinstance(imprint, Unknown) or isinstance(end, Unknown):
        unknown = imprint if isinstance(imprint, Unknown) else end
        assert isinstance(unknown, Unknown)
        yield unverified("版记是不是在最后一页", unknown, elements[-1])
    elif imprint.side != end.side:
        yield Problem("版记应在公文的最后一页，现在后面还有内容", elements[-1].whole)
    else:
        yield Measured("版记所在的页", "最后一页", "最后一页")
