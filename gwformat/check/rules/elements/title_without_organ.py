"""E125: titles that begin with 关于, or have nothing between the organ and the 文种."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

# What is announced to everybody often has a title without a subject: 某某市人民政府公告.
_MAY_LACK_SUBJECT = frozenset(("公告", "通告", "公报", "命令（令）", "纪要"))
_BEGINS = expression(r"\s*(?:关\s*于|转发|印发|批转)")


@rule(
    "E125",
    name="title-without-organ",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """标题应当由发文机关名称、事由和文种组成。

    有发文机关标志的公文，实践中也有省去发文机关名称的，这时只作提示。

    不合规::

        ［去掉］发文机关标志
        ［标题］关于做好2026年防汛工作的通知

    不合规::

        ［标题］某某市人民政府通知

    合规::

        ［文种］通告
        ［标题］某某市人民政府通告

    合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知
    """
    title = context.first(Role.TITLE)
    if context.kind in (Kind.MINUTES, Kind.ORDER):
        return  # the mark names the organ
    if title is not None and _lacks_subject(context, title.text):
        yield Problem("标题没有事由", title.whole, expected="发文机关名称＋事由＋文种")
    if title is not None and context.official and context.genre is not None and _BEGINS.match(title.text):
        severity = Severity.INFO if context.has(Role.ISSUER_MARK) else None
        yield Problem("标题没有发文机关名称", title.whole, severity=severity, expected="发文机关名称＋事由＋文种")


def _lacks_subject(context: Context, title: str) -> bool:
    """Whether a title is an organ of the document with its 文种."""
    genre = context.genre
    words = "".join(title.split())
    if genre is None or genre in _MAY_LACK_SUBJECT or not words.endswith(genre):
        return False
    organ = words.removesuffix(genre)
    named = (*organ_names.marks(context.own(Role.ISSUER_MARK)), *(e.text for e in context.own(Role.SIGNATURE)))
    return len(organ) > 1 and any(organ_names.same(organ, name) for name in named)
