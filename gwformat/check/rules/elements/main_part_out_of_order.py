"""E184: elements of the main part that stand in another order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.places_of_notes import contact_in_text
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES, Role

_ORDER = (Role.TITLE, Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE, Role.ANNOTATION)

_ANNOTATION = expression(r"[（(](?:此件|联系人|公开方式)[^（）()]{2,80}[）)]")


@rule(
    "E184",
    name="main-part-out-of-order",
    clause="GB/T 9704-2012 7.3",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """主体自上而下依次为标题、主送机关、正文、附件说明、发文机关署名、成文日期、附注。

    文本草稿排版时会归位，只作提醒。

    不合规::

        ［附件］有
        ［移动］附件说明 到 成文日期 之后

    不合规::

        ［附件］有
        ［附件序号］附件
        ［附件标题］防汛责任人名单
        ［附件］责任人：李四。
        ［附件］（此件公开发布）

    不合规::

        ［移动］成文日期 到 印发日期 之后

    合规::

        ［附件］有
    """
    severity = None if context.draft.format == "docx" else Severity.INFO
    strayed = _in_imprint(context)
    for element in strayed:
        yield Problem("成文日期应在发文机关署名之下，不在版记里", element.whole, severity=severity)
    found = [
        (role, elements)
        for role in _ORDER
        if (
            elements := [
                e
                for e in context.own(role)
                if not e.block.moved and e not in strayed and not contact_in_text(context, e)
            ]
        )
    ]
    for (above, first), (below, second) in pairwise(found):
        if above is Role.SIGNATURE and len(first) > 1:
            continue  # joint: the last date stands below the last name only
        # Where they stand in the file: recognition puts what is out of its place where it belongs.
        place = second[0].first_paragraph
        if place < first[-1].first_paragraph and place < first[0].first_paragraph:
            yield Problem(f"{below.value}应在{above.value}之后", second[0].whole, severity=severity)
    if context.official and not context.has(Role.ANNOTATION):
        for element in context.of(Role.ATTACHMENT_BODY)[-1:]:
            if _ANNOTATION.fullmatch(element.text.strip()):
                yield Problem("附注应在成文日期下一行，不在附件之后", element.whole, severity=severity)


def _in_imprint(context: Context) -> list[Element]:
    """The dates of the document that stand below the beginning of its imprint."""
    imprint = [element.first_paragraph for element in context.own(*IMPRINT_ROLES)]
    return [date for date in context.own(Role.DATE) if imprint and date.first_paragraph > min(imprint)]
