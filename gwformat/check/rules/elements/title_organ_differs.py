"""E127: a title that names another organ than the mark."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.findings import Severity
from gwformat.model import Kind, Role


@rule(
    "E127",
    name="title-organ-differs",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """标题中的发文机关名称应当与发文机关标志一致。

    不合规::

        ［标题］某某市人民政府办公室关于做好2026年防汛工作的通知

    合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知

    合规::

        ［标题］市政府办公室关于做好2026年防汛工作的通知
        ［发文机关标志］市政府办公室文件
        ［发文机关署名］市政府办公室
    """
    title = context.first(Role.TITLE)
    marks = organ_names.marks(context.own(Role.ISSUER_MARK))
    if title is None or not marks or context.kind not in (Kind.GENERAL, Kind.LETTER):
        return
    named = organ_names.of_title(title.text)
    if len(named) > 2 and "会议" not in named and not organ_names.names_one_of(named, marks):
        where = title.span(0, len(named))
        message = f"标题中的发文机关“{' '.join(named.split())}”与发文机关标志“{'、'.join(marks)}”不一致"
        yield Problem(message, where, expected="、".join(marks), measured=named)
