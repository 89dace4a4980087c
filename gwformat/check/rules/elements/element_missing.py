"""E180: elements that a document of this genre must have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import HEAD_ROLES, Role
from gwformat.requirements import Presence, Requirement, breached, stood_for


@rule(
    "E180",
    name="element-missing",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """公文应当具备其文种、行文方向和格式所要求的要素。

    “应当”标注的要素缺少是错误；条例只说“一般由”哪些要素组成的，是警告；还没有版头的草稿，
    版头要素的缺少也是警告；认不出是公文的，只作提示。

    不合规::

        ［文种］请示
        ［去掉］签发人

    不合规::

        ［去掉］成文日期

    不合规::

        ［密级和保密期限］机密★1年

    合规::

        ［文种］通告

    合规::

        ［文种］决定
        ［题注］（2026年3月16日某某市人民代表大会常务委员会第三十次会议通过）
        ［去掉］发文机关署名
        ［去掉］成文日期

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
    """
    # What an attachment has (a sign-off of its own) the document has not; one that is issued announces its own.
    of_attachments = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_NOTE)
    present = {e.role for e in context.elements if e.block.attachment == 0 or e.role in of_attachments}
    marks = [mark.text for mark in context.of(Role.ISSUER_MARK)]
    if context.genre is None and (not context.official or context.bulletin):
        return
    if in_header := context.document.in_header:
        named = "、".join(role.value for role in in_header)
        yield Problem(f"{named}排在首页的页眉里，没有核实；重新排版后移到正文再查", severity=Severity.UNVERIFIED)
    present |= {*in_header, *stood_for(marks, [subtitle.text for subtitle in context.of(Role.SUBTITLE)])}
    for row in breached(present, context.kind, context.genre, context.direction):
        if row.presence is Presence.REQUIRED:
            message = f"缺少{row.role.value}：{row.says}"
            yield Problem(message, severity=_severity(context, row), clause=row.clause)


def _severity(context: Context, row: Requirement) -> Severity:
    if not context.official or not context.text:
        return Severity.INFO  # no official document as it seems, or a part of a template
    no_head = not (context.has(Role.ISSUER_MARK) or context.has(Role.DOC_NUMBER))
    waits = row.role in HEAD_ROLES and row.given is None and no_head
    statute = context.genre is None and context.has(Role.TITLE)  # 办法、规定: with a number, but not of the fifteen
    return max(row.severity, Severity.WARNING, key=_rank) if waits or statute else row.severity


def _rank(severity: Severity) -> int:
    return severity.rank
